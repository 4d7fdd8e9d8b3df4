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


@importing.command("territory")
@FILES
@DRY_RUN
def territory(files: tuple[Path, ...], dry_run: bool) -> None:
    """Load a territory folder, a zip of one or its FILES, so that it can be undone."""
    load(ImportKind.TERRITORY, files, {}, dry_run)


@importing.command()
@click.argument("import_id")
def undo(import_id: str) -> None:
    """Take the import IMPORT_ID back."""
    with opened() as (store, _):
        if not imports.undo(store, import_id):
            raise Refused(f"{import_id} was not loaded, or is taken back already.")
        _run(store, "import_undo", import_id)
        _report(store, import_id)
        match(store)


def load(kind: ImportKind, files: Sequence[Path], options: Mapping[str, str], dry_run: bool) -> None:
    """Preview files, say what was found and, unless that is all, load them and match again."""
    with opened() as (store, _):
        import_id = register(store, Sent(kind, WHO, options=options), files)
        _run(store, "import_preview", import_id)
        _report(store, import_id)
        if dry_run or not _changes(store, import_id):
            imports.give_up(store, import_id)
            say.print("Nothing was written.")
            return
        imports.confirm(store, import_id)
        _run(store, "import", import_id)
        say.print(f"Loaded as {import_id}; take it back with: flask symbiosis import undo {import_id}")
        match(store)


def _load_there(kind: ImportKind, files: Sequence[Path], where: Mapping[str, Any], dry_run: bool) -> None:
    """Load what files say of some communes; a table of intercommunalities is read beside them."""
    table: list[Path] = [where["epci_table"]] if where["epci_table"] else []
    options = {"communes": where["communes"], "epci": where["epci"], "epci_table": "".join(p.name for p in table)}
    load(kind, [*files, *table], options, dry_run)


def _run(store: Store, kind: str, import_id: str) -> None:
    """Do a job of the background here and now."""
    with Progress(console=say, transient=True) as bars:
        bar = bars.add_task("Import")

        def progress(stage: str, done: int, total: int) -> None:
            bars.update(bar, completed=done, total=total, description=stage)

        handlers.HANDLERS[kind](store, import_id, progress)
    state = imports.look(store, import_id, None, 1).imported.state
    if state not in (ImportState.PREVIEWED, ImportState.DONE, ImportState.UNDONE):
        raise Refused(f"{import_id} did not come to its end: {state.value}.")


def _changes(store: Store, import_id: str) -> bool:
    counts = imports.look(store, import_id, None, 1).imported.counts
    return any(counts.get(deed) for deed in (Deed.CREATED, Deed.UPDATED, Deed.CLOSED))


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
