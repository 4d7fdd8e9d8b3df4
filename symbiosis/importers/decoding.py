"""A file's bytes → its text, and a note wherever UTF-8 was not what it held."""

import codecs
from pathlib import Path

from symbiosis.domain.folder import RowError

MAX_BYTES = 200_000_000
UNREADABLE = "\ufffd"  # what stands where a byte meant nothing


class BadFileError(Exception):
    """The file as a whole cannot be read; carries the RowErrors that say why."""

    def __init__(self, *errors: RowError) -> None:
        """Keep the errors for whoever reports them."""
        super().__init__(*(error.remedy for error in errors))
        self.errors = errors


def read_bytes(path: Path) -> bytes:
    """Return the content of a file of at most `MAX_BYTES`; raises BadFileError."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            remedy = f"fichier trop gros : {MAX_BYTES // 1_000_000} Mo au plus ; le couper en plusieurs"
            raise BadFileError(RowError(path.name, 0, "", f"{size} octets", remedy))
        return path.read_bytes()
    except FileNotFoundError as error:
        remedy = f"fichier absent : placer {path.name} dans le dossier « {path.parent.name} »"
        raise BadFileError(RowError(path.name, 0, "", "", remedy)) from error
    except OSError as error:
        remedy = f"fichier illisible ({error.strerror}) : vérifier que c'est un fichier et ses droits"
        raise BadFileError(RowError(path.name, 0, "", "", remedy)) from error


def read_text(path: Path) -> tuple[str, tuple[RowError, ...]]:
    """Return the text and at most one note; a byte that means nothing becomes U+FFFD. Raises BadFileError."""
    data = read_bytes(path)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), (_note(path, "UTF-16", "le fichier est en UTF-16"),)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode(), ()
    except UnicodeDecodeError:
        return _line_by_line(path, data)


def _line_by_line(path: Path, data: bytes) -> tuple[str, tuple[RowError, ...]]:
    # By line and not by file: one stray byte must not garble the accents of every other row.
    texts: list[str] = []
    fallen: list[int] = []
    for number, raw in enumerate(data.splitlines(keepends=True), start=1):
        try:
            texts.append(raw.decode())
        except UnicodeDecodeError:
            texts.append(raw.decode("cp1252", "replace"))
            fallen.append(number)
    found = f"{len(fallen)} ligne(s) lue(s) en Windows-1252, la première est la ligne {fallen[0]}"
    return "".join(texts), (_note(path, "Windows-1252", found),)


def _note(path: Path, encoding: str, found: str) -> RowError:
    remedy = f"{found} ; vérifier les accents, ou enregistrer en « CSV UTF-8 »"
    return RowError(path.name, 0, "", encoding, remedy)
