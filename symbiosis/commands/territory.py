"""The territory this database holds: started, loaded, made of a documented park."""

from pathlib import Path

import click
from flask.cli import AppGroup

from symbiosis.commands.matching import match
from symbiosis.commands.shell import FILE, FOLDER, opened, say
from symbiosis.domain.errors import Refused, SymbiosisError
from symbiosis.domain.folder import RowError, TerritoryRows
from symbiosis.importers.exchanges import site_to_folder
from symbiosis.importers.folder_out import write_folder
from symbiosis.importers.territory import read_folder
from symbiosis.services import prepare
from symbiosis.services.export_territory import export_territory
from symbiosis.services.know import Known
from symbiosis.services.load_territory import load_territory
from symbiosis.store.session import Store

territory = AppGroup("territory", help="The territory this database holds.")
SHOWN_ERRORS = 50


@territory.command()
@click.argument("folder", type=FOLDER)
@click.option("--dry-run", is_flag=True, help="Read and report only; write nothing.")
def load(folder: Path, dry_run: bool) -> None:
    """Load a territory FOLDER: firms.csv, flows.csv, synergies.csv."""
    if dry_run:
        _report(read_folder(folder))
        return
    with opened() as (store, _):
        load_folder(store, folder)
        match(store)


@territory.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--with-confidential", is_flag=True, help="Confidential flows too; they are counted otherwise.")
def take_away(folder: Path, with_confidential: bool) -> None:
    """Write firms, flows and identified synergies to a territory FOLDER, which can be loaded again."""
    with opened() as (store, _):
        exported = export_territory(store, with_confidential)
        write_folder(folder, exported)
        say.print(
            f"{exported.name}: {len(exported.firms)} firms, {len(exported.flows)} flows, {len(exported.synergies)} "
            f"identified synergies written to {folder}; {exported.left_out} confidential flows left out. "
            "Decisions travel by backup."
        )


@territory.command()
@click.argument("name")
def new(name: str) -> None:
    """Start a real territory called NAME in an empty database."""
    with opened() as (store, environment):
        prepare.start_territory(store, name)
        say.print(f"{name}: started in {environment.home}. Fill it with: flask symbiosis territory load FOLDER")


@click.command("site")
@click.argument("exchanges", type=FILE)
@click.argument("site")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def make_site(exchanges: Path, site: str, folder: Path) -> None:
    """Turn one SITE of a file of documented EXCHANGES into a territory FOLDER."""
    try:
        say.print(f"{site_to_folder(exchanges, site, folder)} exchanges of {site} written to {folder}")
    except SymbiosisError as error:
        raise click.ClickException(str(error)) from None


def load_folder(store: Store, folder: Path) -> None:
    """Load a territory folder and say what was read; Refused when it holds no firm."""
    rows = _report(read_folder(folder))
    if not rows.firms:
        raise Refused(f"{folder} holds no firm that could be read: nothing was loaded.")
    with say.status(f"Loading {rows.name}"):
        loaded = load_territory(store, Known().current(store), rows)
    say.print(
        f"{rows.name}: {loaded.firms} firms, {loaded.flows} flows ({loaded.unclear} not understood yet), "
        f"{loaded.synergies} identified synergies."
    )


def _report(rows: TerritoryRows) -> TerritoryRows:
    for error in rows.errors[:SHOWN_ERRORS]:
        say.print(_sentence(error))
    if len(rows.errors) > SHOWN_ERRORS:
        say.print(f"… and {len(rows.errors) - SHOWN_ERRORS} more.")
    lost = len({(e.file, e.line) for e in rows.errors if e.line > 1})
    say.print(f"{rows.rows_read - lost} of {rows.rows_read} rows can be loaded.")
    return rows


def _sentence(error: RowError) -> str:
    column = f", {error.column}" if error.column else ""
    value = f" « {error.value} »" if error.value else ""
    return f"{error.file}, ligne {error.line}{column}{value} : {error.remedy}"
