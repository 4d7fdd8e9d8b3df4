"""The matcher, from the shell."""

import click
from rich.progress import Progress

from symbiosis import handlers
from symbiosis.commands.shell import opened, say
from symbiosis.services import rematch as matching
from symbiosis.store.session import Store


@click.command()
def rematch() -> None:
    """Match everything with everything; what people judged stays as it is."""
    with opened() as (store, _):
        match(store)


def match(store: Store) -> None:
    """Match everything and say what came of it."""
    with Progress(console=say, transient=True) as bars:
        bar = bars.add_task("Matching", total=len(matching.STAGES))
        outcome = matching.rematch(store, lambda stage, done, _: bars.update(bar, completed=done, description=stage))
    say.print(
        "{proposals} proposals ({groups} groups, {guesses} resting on a hypothesis) of {candidates} candidates; "
        "{written} written, {withdrawn} withdrawn. Odd data: {no_place} firms without a place; flows: {no_quantity} "
        "without quantity, {not_positive} of 0 or less, {enormous} beyond belief, {other_unit} in a unit that cannot "
        "be compared, {no_temperature} of heat without a temperature, {no_taker} offers that nobody takes".format(
            **handlers.told(outcome)
        )
    )
