"""`flask symbiosis …`: the services, from the shell. Errors are one sentence and exit code 1, never a trace."""

import json
import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import click
from flask.cli import AppGroup
from rich.console import Console
from rich.progress import Progress

from symbiosis import handlers, settings, supervise
from symbiosis.assembly import open_store
from symbiosis.domain.errors import Refused, SymbiosisError
from symbiosis.domain.explored import Asked
from symbiosis.domain.folder import RowError, TerritoryRows
from symbiosis.importers.exchanges import site_to_folder
from symbiosis.importers.territory import read_folder
from symbiosis.services import backup, correct, figures, prepare
from symbiosis.services import evaluate as evaluating
from symbiosis.services import explore as exploring
from symbiosis.services import rematch as matching
from symbiosis.services import work as background
from symbiosis.services.know import Known
from symbiosis.services.load_territory import load_territory
from symbiosis.services.relink import relink
from symbiosis.store.session import Store

symbiosis = AppGroup("symbiosis", help="Load a territory, match it, look after its database.")
territory = AppGroup("territory", help="The territory this database holds.")
symbiosis.add_command(territory)
corrections = AppGroup("corrections", help="What users changed in the knowledge.")
symbiosis.add_command(corrections)
say = Console(stderr=True, highlight=False, soft_wrap=True)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
SHOWN_ERRORS = 50


@contextmanager
def opened(up_to_date: bool = True) -> Iterator[tuple[Store, settings.Settings]]:
    """Give the store the environment names, with schema and knowledge up to date; say errors in one sentence."""
    try:
        environment = settings.read()
        store = open_store(environment)
        if up_to_date:
            prepare.bring_up_to_date(store, environment.graph_folder, say.print)
        yield store, environment
        store.close()
    except (SymbiosisError, OSError) as error:
        raise click.ClickException(str(error)) from None


@symbiosis.command()
@click.option("--territory", "folder", type=FOLDER, help="A territory folder instead of the demonstration.")
def run(folder: Path | None) -> None:
    """Make everything ready, then serve the interface until Ctrl+C."""
    with opened(up_to_date=False) as (store, environment):
        supervise.check_free(environment.host, environment.port)
        learnt = prepare.bring_up_to_date(store, environment.graph_folder, say.print)
        _make_ready(store, folder, learnt)
    _warn_about(environment)
    address = supervise.address(environment.host, environment.port)
    say.print(f"Symbiose: http://{address}", style="bold")
    raise SystemExit(supervise.run(supervise.gunicorn(address, environment.workers), supervise.background()))


def _make_ready(store: Store, asked: Path | None, learnt: bool) -> None:
    """Load and match what is missing; after a change of the knowledge, understand every flow again."""
    folder = prepare.folder_to_load(store, asked)
    if folder:
        _load(store, folder)
    elif learnt:
        say.print(f"The knowledge has changed: {relink(store, Known().current(store))} flows mean something else now.")
    if folder or learnt or prepare.must_match(store):
        _match(store)


def _warn_about(environment: settings.Settings) -> None:
    if environment.host not in ("127.0.0.1", "localhost", "::1"):
        say.print(
            f"HOST={environment.host}: anybody who reaches this machine can read and decide; there is no sign-in yet.",
            style="bold red",
        )


@territory.command()
@click.argument("folder", type=FOLDER)
@click.option("--dry-run", is_flag=True, help="Read and report only; write nothing.")
def load(folder: Path, dry_run: bool) -> None:
    """Load a territory FOLDER: firms.csv, flows.csv, synergies.csv."""
    if dry_run:
        _report(read_folder(folder))
        return
    with opened() as (store, _):
        _load(store, folder)
        _match(store)


@territory.command()
@click.argument("name")
def new(name: str) -> None:
    """Start a real territory called NAME in an empty database."""
    with opened() as (store, environment):
        prepare.start_territory(store, name)
        say.print(f"{name}: started in {environment.home}. Fill it with: flask symbiosis territory load FOLDER")


def _load(store: Store, folder: Path) -> None:
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


@symbiosis.command()
def rematch() -> None:
    """Match everything with everything; what people judged stays as it is."""
    with opened() as (store, _):
        _match(store)


def _match(store: Store) -> None:
    with Progress(console=say, transient=True) as bars:
        bar = bars.add_task("Matching", total=len(matching.STAGES))
        outcome = matching.rematch(store, lambda stage, done, _: bars.update(bar, completed=done, description=stage))
    say.print(
        "{proposals} proposals ({groups} groups, {guesses} resting on a hypothesis) of {candidates} candidates; "
        "{written} written, {withdrawn} withdrawn".format(**handlers.told(outcome))
    )


@symbiosis.command()
@click.option("--json", "as_json", is_flag=True, help="As data, on standard output.")
def stats(as_json: bool) -> None:
    """Print the territory's figures."""
    with opened() as (store, environment):
        found = figures.figures(store)
        if not prepare.holds_territory(store):
            say.print(f"{environment.home} holds no territory: set SYMBIOSIS_HOME to the one that does.")
    click.echo(json.dumps(found, ensure_ascii=False, indent=None if as_json else 2))


@symbiosis.command()
def work() -> None:
    """Take background jobs one at a time until told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    with opened() as (store, environment):
        background.work(store, environment.home, handlers.HANDLERS, stop)


@symbiosis.command("backup")
@click.argument("file", type=FILE)
def save(file: Path) -> None:
    """Save everything to FILE (.jsonl.gz), decisions included."""
    with opened() as (store, environment):
        if not prepare.holds_territory(store):
            raise Refused(f"{environment.home} holds no territory to save: set SYMBIOSIS_HOME to the one that does.")
        say.print(f"{backup.save(store, file)} nodes of {environment.home} saved to {file}")


@symbiosis.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Fill an empty database from FILE."""
    with opened(up_to_date=False) as (store, _):
        say.print(f"{backup.restore(store, file)} nodes restored from {file}")


@symbiosis.command("site")
@click.argument("exchanges", type=FILE)
@click.argument("site")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def make_site(exchanges: Path, site: str, folder: Path) -> None:
    """Turn one SITE of a file of documented EXCHANGES into a territory FOLDER."""
    try:
        say.print(f"{site_to_folder(exchanges, site, folder)} exchanges of {site} written to {folder}")
    except SymbiosisError as error:
        raise click.ClickException(str(error)) from None


@symbiosis.command()
@click.argument("queries", type=click.Path(exists=True, path_type=Path))
@click.option("--task", type=click.Choice(evaluating.TASKS), required=True, help="What is asked of each query.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", help="The language of the texts to read.")
@click.option("--out", type=FILE, required=True, help="Where the answers go, one JSON line each.")
@click.option("--truth", type=click.Path(exists=True, path_type=Path), help="The right answers: prints the figures.")
@click.option("--train", type=FILE, help="Documented exchanges: adds popularity and text neighbours beside.")
def evaluate(queries: Path, task: str, lang: str, out: Path, **beside: Path | None) -> None:
    """Answer an evaluation's QUERIES from the seeds alone, without a database."""
    try:
        found = evaluating.evaluate(queries, task, lang, **beside)
        out.write_text("".join(f"{line}\n" for line in found.lines), encoding="utf-8", newline="\n")
    except (SymbiosisError, OSError) as error:
        raise click.ClickException(str(error)) from None
    for whose, measured in found.figures.items():
        click.echo(f"{task}.{lang} {whose}: " + ", ".join(f"{name} {value:.3f}" for name, value in measured.items()))
    say.print(f"{len(found.lines)} answers written to {out}")


@symbiosis.command()
@click.argument("text", default="")
@click.option("--supply", is_flag=True, help="Who could provide it, instead of who could take it.")
@click.option("--donor", "nace", default="", help="The activity (NACE) of the giver, or of the receiver with --supply.")
@click.option("--code", default="", help="Its waste code.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", help="The language of the answer.")
@click.option("--json", "as_json", is_flag=True, help="As data, on standard output.")
def explore(**given: Any) -> None:
    """Say who could take TEXT (or provide it), here and in general."""
    asked = Asked(given["text"], given["nace"], given["code"], given["supply"])
    with opened() as (store, _):
        found = exploring.explore(store, Known().current(store), asked)
    if given["as_json"]:
        click.echo(json.dumps(exploring.as_data(found), ensure_ascii=False))
    else:
        click.echo(exploring.as_text(found, given["lang"]))


@corrections.command()
@click.argument("file", type=FILE)
def export(file: Path) -> None:
    """Write every correction to FILE (.csv), to be proposed for the shipped knowledge."""
    with opened() as (store, _):
        known = Known()
        table = correct.table(store, known.current(store), known.standing(store))
        file.write_text(table, encoding="utf-8-sig", newline="")
        say.print(f"{len(known.standing(store))} corrections that stand, and those taken back, written to {file}")
