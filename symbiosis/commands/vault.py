"""The key of contacts and confidential values: a new one, whether it opens everything, and changing it."""

import click
from flask.cli import AppGroup

from symbiosis.commands.shell import opened, say
from symbiosis.services import vault as vaults

vault = AppGroup("vault", help="The key that seals contacts and confidential values.")


@vault.command()
def key() -> None:
    """Print a fresh key, to be set as SYMBIOSIS_KEY."""
    click.echo(vaults.key())


@vault.command()
def check() -> None:
    """Open every sealed value: does SYMBIOSIS_KEY fit this database?"""
    with opened() as (store, environment):
        say.print(f"{vaults.count(store)} sealed values of {environment.home}: the key opens each of them.")


@vault.command()
def renew() -> None:
    """Seal everything anew with the first key of SYMBIOSIS_KEY=new,old."""
    with opened() as (store, _):
        count = vaults.renew(store)
        say.print(f"{count} values sealed anew: the first key of SYMBIOSIS_KEY opens all of them, older ones can go.")
