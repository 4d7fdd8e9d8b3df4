"""Everything in one file and back; the territory's figures."""

import json
from pathlib import Path

import click

from symbiosis.commands.shell import FILE, opened, say
from symbiosis.domain.errors import Refused
from symbiosis.services import backup, figures, prepare, vault


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As data, on standard output.")
def stats(as_json: bool) -> None:
    """Print the territory's figures."""
    with opened() as (store, environment):
        found = figures.figures(store)
        if not prepare.holds_territory(store):
            say.print(f"{environment.home} holds no territory: set SYMBIOSIS_HOME to the one that does.")
    click.echo(json.dumps(found, ensure_ascii=False, indent=None if as_json else 2))


@click.command("backup")
@click.argument("file", type=FILE)
def save(file: Path) -> None:
    """Save everything to FILE (.jsonl.gz), decisions included."""
    with opened() as (store, environment):
        if not prepare.holds_territory(store):
            raise Refused(f"{environment.home} holds no territory to save: set SYMBIOSIS_HOME to the one that does.")
        say.print(f"{backup.save(store, file)} nodes of {environment.home} saved to {file}")
        say.print("Contacts and confidential values are in it sealed: whoever restores it needs SYMBIOSIS_KEY too.")


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Fill an empty database from FILE."""
    with opened(up_to_date=False) as (store, _):
        say.print(f"{backup.restore(store, file)} nodes restored from {file}")
        vault.check(store)
