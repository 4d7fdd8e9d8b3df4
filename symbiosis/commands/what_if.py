"""What if a firm came or closed, from the shell."""

import click
from flask.cli import AppGroup

from symbiosis.commands.shell import opened, say
from symbiosis.domain.enums import Direction
from symbiosis.services import what_if as supposing
from symbiosis.services.know import Known
from symbiosis.services.what_if import Coming, Supposed, SupposedLead

what_if = AppGroup("what-if", help="Suppose that a firm comes or closes; nothing is written.")


@what_if.command()
@click.option("--nace", required=True, help="Its activity, such as 10.71.")
@click.option("--commune", required=True, help="The INSEE code of its commune.")
@click.option("--headcount", type=click.IntRange(min=0), help="How many people work there.")
@click.option("--offer", "offers", multiple=True, help="What it would give away, in words; may be repeated.")
@click.option("--need", "wanted", multiple=True, help="What it would need, in words; may be repeated.")
@click.option("--share", "shares", multiple=True, help="What it would share, in words; may be repeated.")
def arrive(nace: str, commune: str, headcount: int | None, **told: tuple[str, ...]) -> None:
    """Suppose that a firm comes; without words it has the typical flows of its sector."""
    names = {"offers": Direction.OFFER, "wanted": Direction.NEED, "shares": Direction.SHARE}
    words = tuple((names[kind], text) for kind, texts in told.items() for text in texts)
    with opened() as (store, _):
        _show(supposing.arrive(store, Known().current(store), Coming(nace, commune, headcount, words)))


@what_if.command()
@click.argument("firm_id")
def close(firm_id: str) -> None:
    """Suppose that the firm FIRM_ID closes."""
    with opened() as (store, _):
        _show(supposing.close(store, Known().current(store), firm_id))


def _show(found: Supposed) -> None:
    for sign, leads in (("+", found.won), ("-", found.lost)):
        for lead in leads:
            click.echo(f"{sign} {lead.score:+.2f} {lead.resource.fr}: {_parties(lead)}")
    say.print(f"{len(found.won)} leads won, {len(found.lost)} lost; nothing was written.")


def _parties(lead: SupposedLead) -> str:
    return " > ".join(party.name or "the new firm" for party in lead.parties) + (
        " (guess)" if lead.hypothetical else ""
    )
