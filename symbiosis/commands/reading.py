"""The copy that analysts read, and the role with which they read a Neo4j that has roles."""

import click

from symbiosis import settings
from symbiosis.commands.shell import opened, say
from symbiosis.domain.errors import SymbiosisError
from symbiosis.services import reading


@click.command("reading-copy")
def reading_copy() -> None:
    """Make the copy that the console and the gallery read, without waiting for the background worker."""
    with opened() as (store, environment):
        copy = reading.remake(store, environment.home)
        nodes, relations = sum(copy.labels.values()), sum(line[3] for line in copy.relations)
        say.print(f"{nodes} nodes and {relations} relations copied in {copy.seconds} s")


@click.command("reader-role")
@click.option("--role", default="symbiose_reader", show_default=True, help="The role's name.")
@click.option("--database", help="The database; NEO4J_DATABASE, or neo4j, when left out.")
@click.option("--user", help="The account's name; NEO4J_READER_USERNAME, or the role's, when left out.")
def reader_role(role: str, database: str | None, user: str | None) -> None:
    """Print the Cypher that makes the role and the account with which analysts read a Neo4j that has roles."""
    try:
        environment = settings.read()
        account = user or environment.neo4j_reader_username or role
        click.echo(reading.role(database or environment.neo4j_database or "neo4j", role, account), nl=False)
    except SymbiosisError as error:
        raise click.ClickException(str(error)) from None
