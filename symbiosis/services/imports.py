"""What people see of imports, and the steps they take: confirm, give up, undo."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from symbiosis.domain.clock import now, seconds_between
from symbiosis.domain.enums import JobState
from symbiosis.domain.imports import Deed, Import, ImportState, OutcomeLine
from symbiosis.domain.views import Ahead, JobLine, Page
from symbiosis.exports.csv_file import french_csv
from symbiosis.importers.outcome import rows
from symbiosis.store import imports, jobs, views
from symbiosis.store.session import Store

IMPORT, UNDO = "import", "import_undo"
PAGE = 25
LONGEST_SENDING_SECONDS = 3600


@dataclass(frozen=True)
class ImportFile:
    """An import with a page of what it tells of its rows, and how far its job is (None: none waits or runs).

    `ahead` is what a job that waits is waiting for.
    """

    imported: Import
    deed: Deed | None
    lines: Page[OutcomeLine]
    job: JobLine | None
    ahead: Ahead | None = None


def history(store: Store, number: int) -> Page[Import]:
    """Return a page of imports, latest first."""
    found, total = imports.page(store, (number - 1) * PAGE, PAGE)
    return Page(tuple(found), total, number, PAGE)


def look(store: Store, import_id: str, wanted: Deed | None, number: int) -> ImportFile:
    """Return an import with the lines of one deed, the first that has any unless one is wanted."""
    imported = imports.get(store, import_id)
    deed = wanted or next((d for d in Deed if imported.counts.get(d)), None)
    total = imported.counts.get(deed, 0) if deed else 0
    number = max(1, min(number, -(-total // imports.PAGE)))
    lines = imports.lines(store, import_id, deed, number) if deed and total else []
    job = jobs.about(store, import_id) if imported.state not in (ImportState.DONE, ImportState.UNDONE) else None
    page = Page(tuple(lines), total, number, imports.PAGE)
    waits = job is not None and job["state"] == JobState.QUEUED
    return ImportFile(
        imported, deed, page, views.job(job) if job else None, _ahead(store, job["kind"]) if job and waits else None
    )


def _ahead(store: Store, kind: str) -> Ahead | None:
    found = jobs.ahead(store, kind)
    if found is None:
        return None
    running, last = found
    usual = seconds_between(last["started_at"], last["finished_at"]) if last else None
    return Ahead(running["kind"], seconds_between(running["started_at"], now()), usual)


def report(store: Store, import_id: str, words: dict[Deed, str], head: tuple[str, ...]) -> Iterator[bytes]:
    """Return all that an import tells of its rows as CSV, piece by piece; NotFound without the import."""
    imported = imports.get(store, import_id)
    return french_csv(head, rows(imports.every_line(store, imported), words))


def confirm(store: Store, import_id: str, later: bool = True) -> bool:
    """Ask for an import to be carried out as previewed; tell whether it was still to be confirmed.

    `later`: by the background, not by whoever asks.
    """
    return _ask(store, import_id, (ImportState.PREVIEWED, ImportState.QUEUED), IMPORT if later else "")


def undo(store: Store, import_id: str, later: bool = True) -> bool:
    """Ask for an import to be taken back; tell whether there was anything to take back. `later` as in `confirm`."""
    return _ask(store, import_id, (ImportState.DONE, ImportState.UNDOING), UNDO if later else "")


def _ask(store: Store, import_id: str, step: tuple[ImportState, ImportState], job: str) -> bool:
    if not imports.advance(store, import_id, [step[0]], step[1], now()):
        return False
    if job:
        jobs.queue(store, job, import_id, now())
    return True


def give_up(store: Store, import_id: str) -> bool:
    """Forget an import that wrote nothing, and its files; tell whether it was one."""
    imported = imports.get(store, import_id)
    if imported.state not in (ImportState.PREVIEWED, ImportState.FAILED):
        return False
    tidy(imported)
    imports.remove(store, import_id)
    return True


def finish(store: Store, import_id: str) -> None:
    """Remove the files of an import that is done: what they said is in the graph."""
    tidy(imports.get(store, import_id))


def fail(store: Store, import_id: str, message: str) -> None:
    """Say that an import did not come to its end; `message` is a code."""
    imports.fail(store, import_id, message, now())


def tidy(imported: Import) -> None:
    """Remove the files that were kept for an import, never those that stay where their owner has them."""
    for folder in {Path(path).parent for path in imported.paths}:
        if folder.name == imported.id:
            shutil.rmtree(folder, ignore_errors=True)


def sweep(store: Store, home: Path) -> int:
    """Close what a stop left unfinished, and remove files that belong to no import; return how many imports."""
    left = imports.unfinished(store)
    for import_id, _ in left:
        imports.fail(store, import_id, "interrupted", now())
    for folder in (home / "imports").glob("import-*"):
        if _is_old(folder) and not imports.keeps_files(store, folder.name):
            shutil.rmtree(folder, ignore_errors=True)
    return len(left)


def _is_old(folder: Path) -> bool:
    """Tell whether nobody can still be sending files there."""
    return time.time() - folder.stat().st_mtime > LONGEST_SENDING_SECONDS
