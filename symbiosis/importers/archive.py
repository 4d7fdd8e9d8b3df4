"""Zip files from anywhere: opened without a surprise of size or place."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from symbiosis.domain.folder import RowError
from symbiosis.importers.decoding import BadFileError

MOST_FILES, MOST_RATIO = 100, 250  # a register compresses ten to twenty times
LARGEST_BYTES = 40_000_000_000  # the national stock of establishments, unpacked, is a quarter of that
SMALL_BYTES = 1_000_000  # below it a ratio says nothing
CHUNK = 1 << 20
BOOKS = ("xl/workbook.xml", "xl/workbook.bin", "content.xml")
OLD_BOOK = b"\xd0\xcf\x11\xe0"
UNREADABLE_ZIP = (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error)


def is_zip(path: Path) -> bool:
    """Tell whether a file is a zip of files, whatever its name; a workbook is a zip, and none of them."""
    return zipfile.is_zipfile(path) and not is_book(path)


def is_book(path: Path) -> bool:
    """Tell whether a file is a workbook, whatever its name."""
    try:
        with path.open("rb") as stream:
            if stream.read(len(OLD_BOOK)) == OLD_BOOK:
                return True
        with zipfile.ZipFile(path) as archive:
            return not {*BOOKS}.isdisjoint(archive.namelist())
    except UNREADABLE_ZIP:
        return False


def members(path: Path) -> list[zipfile.ZipInfo]:
    """Return the files in a zip; BadFileError for one that is damaged, locked, or unpacks to no reasonable size."""
    try:
        with zipfile.ZipFile(path) as archive:
            found = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
    except UNREADABLE_ZIP as error:
        raise bad_file(path, "archive zip illisible : la télécharger de nouveau") from error
    _check(path, found)
    return found


@contextmanager
def unpacked(paths: Sequence[Path], most: int) -> Iterator[list[Path]]:
    """Give the files, those of the zips unpacked beside each other for the length of the block.

    `most` is how many bytes may be unpacked in all; beyond it BadFileError.
    """
    with TemporaryDirectory(prefix="symbiosis-") as folder:
        found: list[Path] = []
        for rank, path in enumerate(paths):
            found.extend(_unpack(path, Path(folder) / str(rank), most) if is_zip(path) else [path])
        yield found


def bad_file(path: Path, remedy: str, value: str = "") -> BadFileError:
    """Return what says why a whole file cannot be read."""
    return BadFileError(RowError(path.name, 0, "", value, remedy))


def _check(path: Path, found: Sequence[zipfile.ZipInfo]) -> None:
    if not found:
        raise bad_file(path, "archive zip vide : y mettre les fichiers à charger")
    if len(found) > MOST_FILES:
        raise bad_file(path, f"archive de {len(found)} fichiers : {MOST_FILES} au plus ; n'y garder que les utiles")
    for info in found:
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > LARGEST_BYTES or (info.file_size > SMALL_BYTES and ratio > MOST_RATIO):
            remedy = f"« {info.filename} » occuperait {info.file_size // 1_000_000} Mo une fois décompressé, refusé"
            raise bad_file(path, f"{remedy} : ce n'est pas un export habituel ; joindre le fichier lui-même")
        if info.flag_bits & 1:
            raise bad_file(path, "archive protégée par un mot de passe : joindre les fichiers non chiffrés")


def _unpack(path: Path, folder: Path, most: int) -> list[Path]:
    found = members(path)
    if sum(info.file_size for info in found) > most:
        raise bad_file(path, f"archive trop grosse une fois décompressée : {most // 1_000_000} Mo au plus")
    folder.mkdir()
    return [_extract(path, info, folder) for info in found]


def _extract(path: Path, info: zipfile.ZipInfo, folder: Path) -> Path:
    """Write one file under its bare name: a path inside the zip leads nowhere else."""
    target = folder / (Path(info.filename.replace("\\", "/")).name or "sans-nom")
    left = info.file_size
    try:
        with zipfile.ZipFile(path) as archive, archive.open(info) as source, target.open("wb") as out:
            while chunk := source.read(CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise bad_file(path, f"« {info.filename} » ment sur sa taille : joindre le fichier lui-même")
                out.write(chunk)
    except UNREADABLE_ZIP as error:
        raise bad_file(path, f"« {info.filename} » est abîmé dans l'archive : la refaire") from error
    return target


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or Path(name).name.startswith(".")
