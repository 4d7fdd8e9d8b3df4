"""Outlines of communes, for the map."""

from pathlib import Path

import click
from flask.cli import AppGroup

from symbiosis.commands.shell import opened, say
from symbiosis.services.outline import load_outlines

contours = AppGroup("contours", help="Outlines of communes, for the map.")
SHOWN = 10


@contours.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--source", default="", help="Who publishes them and when; the map says it. The file's name otherwise.")
def load(file: Path, source: str) -> None:
    """Load official outlines from a GeoJSON FILE whose features have an INSEE code."""
    with opened() as (store, _):
        done = load_outlines(store, file, source or file.name)
        for trouble in done.troubles[:SHOWN]:
            say.print(trouble)
        if done.unknown:
            say.print(f"No commune of this territory: {', '.join(done.unknown[:SHOWN])}")
        say.print(f"{done.communes} communes have an official outline now.")
