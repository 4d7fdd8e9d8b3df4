"""What serves: the interface with its background worker, or the worker alone."""

import signal
from pathlib import Path
from threading import Event

import click

from symbiosis import handlers, settings, supervise
from symbiosis.commands.matching import match
from symbiosis.commands.shell import FOLDER, opened, say
from symbiosis.commands.territory import load_folder
from symbiosis.services import prepare, vault
from symbiosis.services import work as background
from symbiosis.services.know import Known
from symbiosis.services.relink import relink
from symbiosis.store.session import Store


@click.command()
@click.option("--territory", "folder", type=FOLDER, help="A territory folder instead of the demonstration.")
def run(folder: Path | None) -> None:
    """Make everything ready, then serve the interface until Ctrl+C."""
    with opened(up_to_date=False) as (store, environment):
        supervise.check_free(environment.host, environment.port)
        learnt = prepare.bring_up_to_date(store, environment.graph_folder, say.print)
        vault.check(store)
        _make_ready(store, folder, learnt)
    _warn_about(environment)
    address = supervise.address(environment.host, environment.port)
    say.print(f"Symbiose: http://{address}", style="bold")
    supervise.measure(environment.home)
    raise SystemExit(supervise.run(supervise.gunicorn(address, environment.workers), supervise.background()))


@click.command()
def work() -> None:
    """Take background jobs one at a time until told to stop."""
    stop = Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stop.set())
    with opened() as (store, environment):
        background.work(store, environment.home, handlers.of_home(environment.home), stop)


def _make_ready(store: Store, asked: Path | None, learnt: bool) -> None:
    """Load and match what is missing; after a change of the knowledge, understand every flow again."""
    folder = prepare.folder_to_load(store, asked)
    if folder:
        load_folder(store, folder)
    elif learnt:
        say.print(f"The knowledge has changed: {relink(store, Known().current(store))} flows mean something else now.")
    if folder or learnt or prepare.must_match(store):
        match(store)


def _warn_about(environment: settings.Settings) -> None:
    if environment.host not in ("127.0.0.1", "localhost", "::1"):
        say.print(
            f"HOST={environment.host}: anybody who reaches this machine can read and decide; there is no sign-in yet.",
            style="bold red",
        )
