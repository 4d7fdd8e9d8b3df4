"""Take in files that somebody loads: keep them, and ask for the preview of what they would change."""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from symbiosis.domain.clock import now
from symbiosis.domain.errors import Refused
from symbiosis.domain.imports import OWN, Import, ImportKind, ImportState
from symbiosis.store import imports, jobs
from symbiosis.store.session import Store

PREVIEW = "import_preview"
CHUNK = 1 << 20
LONGEST_NAME = 100


@dataclass(frozen=True)
class Sent:
    """Files as they arrive, and what was chosen with them."""

    kind: ImportKind
    who: str
    files: Sequence[tuple[str, BinaryIO]] = ()
    options: Mapping[str, str] = field(default_factory=dict)


def receive(store: Store, home: Path, sent: Sent) -> str:
    """Keep the files under `home`, queue their preview, and return the import's id."""
    import_id = f"import-{uuid4().hex}"
    folder = folder_of(home, import_id)
    folder.mkdir(parents=True, mode=0o700)
    try:
        paths = [_keep(_free(folder, name), stream) for name, stream in sent.files]
        imports.put(store, _import(import_id, sent, paths))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    jobs.queue(store, PREVIEW, import_id, now())
    return import_id


def register(store: Store, sent: Sent, paths: Sequence[Path]) -> str:
    """Note an import of files that stay where they are, from the shell; return its id."""
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise Refused(f"{missing[0]} does not exist.")
    import_id = f"import-{uuid4().hex}"
    imports.put(store, _import(import_id, sent, [path.absolute() for path in paths]))
    return import_id


def choose(store: Store, import_id: str, options: Mapping[str, str]) -> bool:
    """Make the preview again, with other options or after a failure; tell whether it was still to be confirmed."""
    open_ = [ImportState.PREVIEWED, ImportState.FAILED]
    if not imports.advance(store, import_id, open_, ImportState.READING, now()):
        return False
    held = imports.get(store, import_id).options
    imports.choose(store, import_id, dict(options) | {name: held[name] for name in held if name == OWN})
    jobs.queue(store, PREVIEW, import_id, now())
    return True


def folder_of(home: Path, import_id: str) -> Path:
    """Return where an import's files are kept until they are loaded."""
    return home / "imports" / import_id


def _import(import_id: str, sent: Sent, paths: Sequence[Path]) -> Import:
    return Import(
        import_id, sent.kind, tuple(map(str, paths)), _digest(paths), sent.who, now(), ImportState.READING,
        sent.options, {},
    )  # fmt: skip


def _keep(target: Path, stream: BinaryIO) -> Path:
    with target.open("xb") as out:
        shutil.copyfileobj(stream, out, CHUNK)
    return target


def _free(folder: Path, name: str) -> Path:
    """Return a name without folders or oddities that no other file here has."""
    bare = name.replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(c for c in bare if c.isprintable()).strip(". ")[-LONGEST_NAME:] or "fichier"
    tries = (folder / (f"{n}-{plain}" if n else plain) for n in count())
    return next(path for path in tries if not path.exists())


def _digest(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in (file for given in paths for file in _files(given)):
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
    return digest.hexdigest()


def _files(path: Path) -> Sequence[Path]:
    return sorted(f for f in path.iterdir() if f.is_file()) if path.is_dir() else [path]
