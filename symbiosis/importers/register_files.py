"""Tables of any size, loose or in a zip, which is read as it unpacks and never kept unpacked."""

import codecs
import csv
import io
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import BinaryIO

import duckdb

from symbiosis.domain.folder import RowError
from symbiosis.importers.archive import CHUNK, UNREADABLE_ZIP, bad_file, is_zip, members
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.header import SEPARATORS, closest

SAMPLE = 1 << 24  # enough to tell the encoding
PARQUET = b"PAR1"
Open = Callable[[], BinaryIO]


@dataclass(frozen=True)
class Source:
    """A table to be read: `open_` gives its bytes; `path` where it is a plain file that needs no translation."""

    name: str
    size: int
    open_: Open
    columns: tuple[str, ...]  # as written
    separator: str = ","
    encoding: str = "utf-8"
    path: Path | None = None
    parquet: bool = False
    mixed: bool = False  # its lines end in several ways, which the fast reader refuses: they are made one as it is read

    def has(self, *names: str) -> bool:
        """Tell whether it has all these columns, whatever their case."""
        return {name.lower() for name in names} <= {column.lower() for column in self.columns}


def sources(paths: Sequence[Path]) -> tuple[list[Source], list[RowError]]:
    """Return the tables in files and zips, and what could not be read of them."""
    found: list[Source] = []
    errors: list[RowError] = []
    for path in paths:
        try:
            found.extend(_of_zip(path) if is_zip(path) else [_of_file(path)])
        except BadFileError as bad:
            errors.extend(bad.errors)
        except OSError as error:
            errors.append(RowError(path.name, 0, "", "", f"fichier illisible ({error.strerror}) : vérifier ses droits"))
    return found, errors


def missing(source: Source, wanted: Sequence[str]) -> tuple[RowError, ...]:
    """Return an error for each column that a table lacks, with the closest it has."""
    lacking = [name for name in wanted if not source.has(name)]
    return tuple(_missing(source, name) for name in lacking)


@contextmanager
def piped(source: Source, seen: Callable[[int], None]) -> Iterator[str]:
    """Give a path where a table can be read once as UTF-8; `seen` is told how many bytes went through.

    BadFileError at the end when the file turned out to be damaged: what was read of it is not all.
    """
    if source.path:
        yield str(source.path)
        return
    with TemporaryDirectory(prefix="symbiosis-") as folder:
        pipe = Path(folder) / "pipe"
        os.mkfifo(pipe)
        trouble: list[Exception] = []
        feeder = Thread(target=_feed, args=(source, pipe, seen, trouble), daemon=True)
        feeder.start()
        try:
            yield str(pipe)
        finally:
            _release(pipe)
            feeder.join()
        if trouble:
            remedy = "fichier abîmé, la fin manque : le télécharger de nouveau"
            raise BadFileError(RowError(source.name, 0, "", "", remedy)) from trouble[0]


def _of_file(path: Path) -> Source:
    with path.open("rb") as stream:
        head = stream.read(SAMPLE)
    size = path.stat().st_size
    if head.startswith(PARQUET):
        return Source(path.name, size, lambda: path.open("rb"), _parquet_columns(path), path=path, parquet=True)
    return _described(path.name, size, lambda: path.open("rb"), head, path)


def _of_zip(path: Path) -> list[Source]:
    return [_of_member(path, info) for info in members(path)]


def _of_member(path: Path, info: zipfile.ZipInfo) -> Source:
    name = f"{path.name}/{info.filename}"

    def open_() -> BinaryIO:
        return zipfile.ZipFile(path).open(info)  # type: ignore[return-value]

    try:
        with open_() as stream:
            head = stream.read(SAMPLE)
    except UNREADABLE_ZIP as error:
        raise bad_file(path, f"« {info.filename} » est abîmé dans l'archive : la télécharger de nouveau") from error
    if head.startswith(PARQUET):
        raise bad_file(path, f"« {info.filename} » : décompresser le fichier Parquet et le donner tel quel")
    return _described(name, info.file_size, open_, head, None)


def _described(name: str, size: int, open_: Open, head: bytes, path: Path | None) -> Source:
    encoding = _encoding(head)
    text = head.decode(encoding, "replace").removeprefix("\ufeff")
    first = text.splitlines()[0] if text.strip() else ""
    separator = max(SEPARATORS, key=first.count)
    columns = tuple(cell.strip() for cell in next(csv.reader(io.StringIO(first), delimiter=separator), []))
    twice = [c for c in columns if [x.lower() for x in columns].count(c.lower()) > 1]
    if "\0" in first or not columns:
        raise BadFileError(RowError(name, 0, "", "", "ce n'est ni un CSV, ni un zip, ni un Parquet de l'INSEE"))
    if twice:
        remedy = f"colonne présente plusieurs fois : « {twice[0][:80]} » ; n'en garder qu'une"
        raise BadFileError(RowError(name, 1, twice[0][:80], "", remedy))
    return Source(name, size, open_, columns, separator, encoding, path if encoding == "utf-8" else None)


def _encoding(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # a character cut at the end is none of its faults
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _parquet_columns(path: Path) -> tuple[str, ...]:
    try:
        rows = duckdb.connect().execute("SELECT name FROM parquet_schema(?)", [str(path)]).fetchall()
    except duckdb.Error as error:
        raise bad_file(path, "fichier Parquet illisible : le télécharger de nouveau") from error
    return tuple(str(row[0]) for row in rows)


def _feed(source: Source, pipe: Path, seen: Callable[[int], None], trouble: list[Exception]) -> None:
    """Write a table's bytes into the pipe as UTF-8; whoever reads may stop early."""
    try:
        with pipe.open("wb") as out, source.open_() as stream:
            for chunk in _chunks(source, stream):
                out.write(chunk)
                seen(len(chunk))
    except BrokenPipeError:
        return
    except UNREADABLE_ZIP as error:
        trouble.append(error)


def _chunks(source: Source, stream: BinaryIO) -> Iterator[bytes]:
    if source.encoding == "utf-8" and not source.mixed:
        yield from iter(lambda: stream.read(CHUNK), b"")
        return
    errors = "surrogateescape" if source.encoding == "utf-8" else "replace"  # what is no UTF-8 is told row by row
    text = io.TextIOWrapper(stream, source.encoding, errors, newline=None)
    for chunk in iter(lambda: text.read(CHUNK), ""):
        yield chunk.encode(errors=errors)


def _release(pipe: Path) -> None:
    """Let a feeder that still waits for a reader, or writes to one that left, come to its end."""
    descriptor = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    os.close(descriptor)


def _missing(source: Source, name: str) -> RowError:
    near = closest(name, source.columns)[:80]
    hint = f" ; la plus proche : « {near} »" if near else ""
    return RowError(source.name, 1, name, near, f"colonne obligatoire absente : « {name} »{hint} ; la renommer")
