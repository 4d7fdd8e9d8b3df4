"""The territory this database holds: started, loaded, made of a documented park."""

from collections.abc import Sequence
from pathlib import Path

import click
from flask.cli import AppGroup

from symbiosis.commands.imports import DRY_RUN, EPCI_TABLE, FILES, load_all
from symbiosis.commands.matching import match
from symbiosis.commands.shell import FILE, opened, say
from symbiosis.domain.errors import SymbiosisError
from symbiosis.domain.imports import ImportKind
from symbiosis.importers.exchanges import site_to_folder
from symbiosis.importers.folder_out import write_folder
from symbiosis.services import browse, perimeter, prepare
from symbiosis.services.export_territory import export_territory
from symbiosis.services.receive import Sent
from symbiosis.store.session import Store

territory = AppGroup("territory", help="The territory this database holds.")
WHO, WHO_COVERS = "flask symbiosis territory load", "flask symbiosis territory communes"


@territory.command()
@FILES
@DRY_RUN
def load(files: tuple[Path, ...], dry_run: bool) -> None:
    """Load a territory folder (firms.csv, flows.csv, synergies.csv), a zip of one or its FILES; it can be undone."""
    with opened() as (store, _):
        if load_folder(store, files, dry_run):
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


@territory.command()
@click.argument("told", nargs=-1)
@EPCI_TABLE
def communes(told: tuple[str, ...], epci_table: Path | None) -> None:
    """Show the territory's communes, or make it those TOLD: INSEE codes, the SIREN of an EPCI; « - »: those we know."""
    with opened() as (store, _):
        words, tables = "" if told == ("-",) else " ".join(told), [epci_table] if epci_table else []
        found = perimeter.choose(store, words, WHO_COVERS, tables) if told else perimeter.look(store)
        for code, name in found.communes:
            say.print(f"{code} {name}".rstrip(), markup=False)
        say.print(f"{len(found.communes)} communes, {'chosen' if found.chosen else 'those we know by name'}.")


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


def load_folder(store: Store, files: Sequence[Path], dry_run: bool = False) -> bool:
    """Load a territory folder, a zip of one or its files; tell whether that changed something, to be matched."""
    if not load_all(store, Sent(ImportKind.TERRITORY, WHO), files, dry_run):
        return False
    unclear = browse.unclear(store, 1).total
    if unclear:
        say.print(f"{unclear} flows are not understood yet; the interface lists them to be made clear.")
    return True
