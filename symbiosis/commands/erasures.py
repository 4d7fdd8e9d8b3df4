"""What firms ask to be erased, and erasing it."""

import click

from symbiosis.commands.shell import opened, say
from symbiosis.services import personal


@click.command()
@click.argument("firm_id", default="")
@click.option("--yes", is_flag=True, help="Erase without asking: there is no way back.")
def erase(firm_id: str, yes: bool) -> None:
    """Erase all that is held about FIRM_ID; without one, list what firms ask for."""
    with opened() as (store, _):
        if not firm_id:
            for row in personal.requests(store):
                done = f", erased {row['done_at']} by {row['done_by']}" if row["done_at"] else ""
                click.echo(f"{row['firm']} {row['firm_name']}: asked {row['at']} by {row['by']}{done}")
            return
        if not yes and not click.confirm(f"Erase {firm_id} for good? What people judged stays, without its words"):
            return
        personal.erase(store, firm_id, "flask symbiosis erase")
        say.print(f"{firm_id} is erased; older backups still hold it. Match again with: flask symbiosis rematch")
