"""The copy that analysts read."""

import click

from symbiosis.commands.shell import opened, say
from symbiosis.services import reading


@click.command("reading-copy")
def reading_copy() -> None:
    """Make the copy that the console and the gallery read, without waiting for the background worker."""
    with opened() as (store, environment):
        copy = reading.remake(store, environment.home)
        nodes, relations = sum(copy.labels.values()), sum(line[3] for line in copy.relations)
        say.print(f"{nodes} nodes and {relations} relations copied in {copy.seconds} s")
