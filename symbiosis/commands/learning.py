"""Learning from decisions, from the shell."""

import click
from rich.table import Table

from symbiosis.commands.matching import match
from symbiosis.commands.shell import opened, say
from symbiosis.services import learn as learning


@click.command()
@click.option("--dry-run", is_flag=True, help="Show the figures before and after, and change nothing.")
@click.option("--revert", is_flag=True, help="Go back to the model before the one in force.")
def learn(dry_run: bool, revert: bool) -> None:
    """Learn the points of the criteria from decisions, if that foretells them better; then match again."""
    with opened() as (store, _):
        if revert:
            say.print(f"Model {learning.revert(store)} is in force again.")
            match(store)
            return
        found = learning.study(store) if dry_run else learning.learn(store)
        _show(learning.figures(found))
        if dry_run or not found.better:
            say.print("Nothing was changed." if dry_run else "The model in force foretells them as well: it stays.")
            return
        say.print(f"Model {found.model.version} is in force.")
        match(store)


def _show(figures: dict[str, float]) -> None:
    say.print(
        f"{figures['wanted']:.0f} decisions for, {figures['unwanted']:.0f} against; foretold without having seen them:"
    )
    told = Table("", "in force", "learnt")
    for key, name in (("log_loss", "log-loss"), ("auc", "area under the curve"), ("hit", "wanted in the best third")):
        told.add_row(name, f"{figures[f'before.{key}']:.4f}", f"{figures[f'after.{key}']:.4f}")
    say.print(told)
