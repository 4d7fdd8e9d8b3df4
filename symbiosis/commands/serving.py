"""What serves: the interface with its background worker, or the worker alone."""

import signal
from pathlib import Path
from threading import Event

import click

from symbiosis import handlers, settings, supervise
from symbiosis.commands.matching import match
from symbiosis.commands.shell import FOLDER, opened, say
from symbiosis.commands.territory import load_folder
from symbiosis.services import accounts, imports, prepare, vault
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
        _tell_about_accounts(store, environment)
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
        imports.sweep(store, environment.home)
        background.work(store, environment.home, handlers.of_home(environment.home), stop)


def _make_ready(store: Store, asked: Path | None, learnt: bool) -> None:
    """Load and match what is missing; after a change of the knowledge, understand every flow again."""
    folder = prepare.folder_to_load(store, asked)
    if folder:
        load_folder(store, [folder])
    elif learnt:
        say.print(f"The knowledge has changed: {relink(store, Known().current(store))} flows mean something else now.")
    if folder or learnt or prepare.must_match(store):
        match(store)
        background.ask(store, "portfolio")


def _tell_about_accounts(store: Store, environment: settings.Settings) -> None:
    """Say how to make the first account; refuse accounts without a password where strangers could come."""
    entered = prepare.entered_freely(store, environment.production)
    abroad = environment.host not in ("127.0.0.1", "localhost", "::1")
    if entered and abroad:
        say.print(
            f"HOST={environment.host}: a demonstration, anybody who reaches this machine enters it without a password.",
            style="bold red",
        )
    elif abroad and not environment.production:
        say.print(
            f"HOST={environment.host}: passwords cross the network unprotected; set SYMBIOSIS_ENV=production and serve "
            "over https (docs/accounts.md).",
            style="bold red",
        )
    if not entered and not accounts.every(store):
        say.print(
            "Nobody can sign in yet. Make the first account, for whoever administers, in another terminal:\n"
            f"  SYMBIOSIS_HOME={environment.home} .venv/bin/flask symbiosis accounts add LOGIN --name NAME "
            "--role admin",
            style="bold",
        )
