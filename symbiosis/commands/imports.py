"""Load files from the shell, as the interface does: read, say what would change, then do it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from flask.cli import AppGroup
from rich.progress import Progress

from symbiosis import handlers
from symbiosis.commands.matching import match
from symbiosis.commands.shell import opened, say
from symbiosis.domain.errors import Refused
from symbiosis.domain.imports import Deed, ImportKind, ImportState, OutcomeLine
from symbiosis.services import imports
from symbiosis.services.carry_out import MOST_WRITTEN
from symbiosis.services.receive import Sent, register
from symbiosis.store.session import Store

WHO = "flask symbiosis import"
SHOWN = 50
FILES = click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
DRY_RUN = click.option("--dry-run", is_flag=True, help="Read and report only; change nothing.")

importing = AppGroup("import", help="Load files: registers, territory folders.")


COMMUNES = click.option("--communes", default="", help="INSEE codes, with commas; the territory's own unless given.")
EPCI = click.option("--epci", default="", help="The SIREN of an intercommunality: all its communes.")
EPCI_TABLE = click.option(
    "--epci-table",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="INSEE's table of intercommunalities (zip, XLSX or CSV with EPCI and CODGEO), for one we do not know.",
)
Command = TypeVar("Command", bound=Callable[..., None])


def places(command: Command) -> Command:
    """Add the options that say which communes are read."""
    return COMMUNES(EPCI(EPCI_TABLE(command)))


@importing.command("sirene")
@FILES
@places
@DRY_RUN
def sirene(files: tuple[Path, ...], dry_run: bool, **where: Any) -> None:
    """Load INSEE's StockEtablissement, with StockUniteLegale and the geolocation file (zip, CSV or Parquet FILES)."""
    _load_there(ImportKind.SIRENE, files, where, dry_run)


@importing.command("companies")
@FILES
@places
@DRY_RUN
def companies(files: tuple[Path, ...], dry_run: bool, **where: Any) -> None:
    """Load answers of the API « Recherche d'entreprises » (JSON FILES)."""
    _load_there(ImportKind.COMPANIES, files, where, dry_run)


@importing.command("irep")
@FILES
@places
@DRY_RUN
def irep(files: tuple[Path, ...], dry_run: bool, **where: Any) -> None:
    """Load a year of declared wastes of Géorisques: etablissements.csv, Prod_… and Trait_dechets… FILES, or a zip."""
    _load_there(ImportKind.IREP, files, where, dry_run)


@importing.command("trackdechets")
@FILES
@DRY_RUN
def trackdechets(files: tuple[Path, ...], dry_run: bool) -> None:
    """Load register exports of Trackdéchets (CSV or XLSX FILES)."""
    load(ImportKind.TRACKDECHETS, files, {}, dry_run)


@importing.command()
@click.argument("import_id")
def undo(import_id: str) -> None:
    """Take the import IMPORT_ID back."""
    with opened() as (store, _):
        if not imports.undo(store, import_id, later=False):
            raise Refused(f"{import_id} was not loaded, or is taken back already.")
        _run(store, handlers.take_back, import_id)
        _report(store, import_id)
        match(store)


def load(kind: ImportKind, files: Sequence[Path], options: Mapping[str, str], dry_run: bool) -> None:
    """Preview files, say what was found and, unless that is all, load them and match again."""
    with opened() as (store, _):
        if load_all(store, Sent(kind, WHO, options=options), files, dry_run):
            match(store)


def load_all(store: Store, sent: Sent, files: Sequence[Path], dry_run: bool = False) -> bool:
    """Load files, in as many imports as they take, each undone by itself; tell whether that changed something."""
    changes = load_once(store, sent, files, dry_run)
    more = changes
    while more >= MOST_WRITTEN:
        say.print("The rest of it, in another import:")
        more = load_once(store, sent, files)
    return bool(changes)


def load_once(store: Store, sent: Sent, files: Sequence[Path], dry_run: bool = False) -> int:
    """Preview files, say what was found and load what one import may; return how many changes, still to be matched.

    Refused where nothing of the files could be read.
    """
    import_id = register(store, sent, files)
    _run(store, handlers.look_at, import_id)
    _report(store, import_id)
    counts = imports.look(store, import_id, None, 1).imported.counts
    changes = sum(counts.get(deed, 0) for deed in (Deed.CREATED, Deed.UPDATED, Deed.CLOSED))
    if dry_run or not changes:
        imports.give_up(store, import_id)
        if not dry_run and not any(counts.get(deed) for deed in (Deed.UNCHANGED, Deed.KEPT)):
            raise Refused("Nothing of it could be read: nothing was loaded.")
        say.print("Nothing was written.")
        return 0
    imports.confirm(store, import_id, later=False)
    _run(store, handlers.load, import_id)
    say.print(f"Loaded as {import_id}; take it back with: flask symbiosis import undo {import_id}")
    return changes


def _load_there(kind: ImportKind, files: Sequence[Path], where: Mapping[str, Any], dry_run: bool) -> None:
    """Load what files say of some communes; a table of intercommunalities is read beside them."""
    table: list[Path] = [where["epci_table"]] if where["epci_table"] else []
    options = {"communes": where["communes"], "epci": where["epci"], "epci_table": "".join(p.name for p in table)}
    load(kind, [*files, *table], options, dry_run)


def _run(store: Store, do: Callable[..., bool], import_id: str) -> None:
    """Do here and now what the background does otherwise."""
    with Progress(console=say, transient=True) as bars:
        bar = bars.add_task("Import")

        def progress(stage: str, done: int, total: int) -> None:
            bars.update(bar, completed=done, total=total, description=stage)

        do(store, import_id, progress)
    state = imports.look(store, import_id, None, 1).imported.state
    if state not in (ImportState.PREVIEWED, ImportState.DONE, ImportState.UNDONE):
        raise Refused(f"{import_id} did not come to its end: {state.value}.")


def _report(store: Store, import_id: str) -> None:
    found = imports.look(store, import_id, None, 1)
    for deed in (Deed.REFUSED, Deed.NOTED, Deed.KEPT):
        lines = imports.look(store, import_id, deed, 1).lines
        for line in lines.lines[:SHOWN]:
            say.print(_sentence(line), markup=False)
        if lines.total > SHOWN:
            say.print(f"… and {lines.total - SHOWN} more.")
    counts = ", ".join(f"{n} {deed.value}" for deed, n in found.imported.counts.items() if n)
    say.print(f"{found.imported.rows_read} rows read: {counts or 'nothing to load'}.")


def _sentence(line: OutcomeLine) -> str:
    where = ", ".join(filter(None, (line.file, f"ligne {line.line}" if line.line else "", line.column, line.name)))
    value = f" « {line.value} »" if line.value else ""
    return f"{where}{value} : {line.remedy}"
