"""The knowledge: asked, measured, and what users corrected in it."""

import json
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from symbiosis.commands.shell import FILE, opened, say
from symbiosis.domain.errors import SymbiosisError
from symbiosis.domain.explored import Asked
from symbiosis.services import correct
from symbiosis.services import evaluate as evaluating
from symbiosis.services import explore as exploring
from symbiosis.services.know import Known

corrections = AppGroup("corrections", help="What users changed in the knowledge.")


@click.command()
@click.argument("queries", type=click.Path(exists=True, path_type=Path))
@click.option("--task", type=click.Choice(evaluating.TASKS), required=True, help="What is asked of each query.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", help="The language of the texts to read.")
@click.option("--out", type=FILE, required=True, help="Where the answers go, one JSON line each.")
@click.option("--truth", type=click.Path(exists=True, path_type=Path), help="The right answers: prints the figures.")
@click.option("--train", type=FILE, help="Documented exchanges: adds popularity and text neighbours beside.")
def evaluate(queries: Path, task: str, lang: str, out: Path, **beside: Path | None) -> None:
    """Answer an evaluation's QUERIES from the seeds alone, without a database."""
    try:
        found = evaluating.evaluate(queries, task, lang, **beside)
        out.write_text("".join(f"{line}\n" for line in found.lines), encoding="utf-8", newline="\n")
    except (SymbiosisError, OSError) as error:
        raise click.ClickException(str(error)) from None
    for whose, measured in found.figures.items():
        click.echo(f"{task}.{lang} {whose}: " + ", ".join(f"{name} {value:.3f}" for name, value in measured.items()))
    say.print(f"{len(found.lines)} answers written to {out}")


@click.command()
@click.argument("text", default="")
@click.option("--supply", is_flag=True, help="Who could provide it, instead of who could take it.")
@click.option("--donor", "nace", default="", help="The activity (NACE) of the giver, or of the receiver with --supply.")
@click.option("--code", default="", help="Its waste code.")
@click.option("--lang", type=click.Choice(["fr", "en"]), default="fr", help="The language of the answer.")
@click.option("--json", "as_json", is_flag=True, help="As data, on standard output.")
def explore(**given: Any) -> None:
    """Say who could take TEXT (or provide it), here and in general."""
    asked = Asked(given["text"], given["nace"], given["code"], given["supply"])
    with opened() as (store, _):
        found = exploring.explore(store, Known().current(store), asked)
    if given["as_json"]:
        click.echo(json.dumps(exploring.as_data(found), ensure_ascii=False))
    else:
        click.echo(exploring.as_text(found, given["lang"]))


@corrections.command()
@click.argument("file", type=FILE)
def export(file: Path) -> None:
    """Write every correction to FILE (.csv), to be proposed for the shipped knowledge."""
    with opened() as (store, _):
        known = Known()
        table = correct.table(store, known.current(store), known.standing(store))
        file.write_text(table, encoding="utf-8-sig", newline="")
        say.print(f"{len(known.standing(store))} corrections that stand, and those taken back, written to {file}")
