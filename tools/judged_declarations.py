"""The declarations of one thing that people judged, each in both languages, for what is fitted to them."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from symbiosis.knowledge.declaration import Declarations
from symbiosis.knowledge.declaration_score import right
from symbiosis.knowledge.understanding import Meant

EVALUATION = Path(__file__).parents[1] / "tests" / "evaluation"
HANDS, OWN = "declarations_hands", "declarations"


class Judged(NamedTuple):
    """One text, who speaks, and the words one of which the name of the right resource holds, joined by |."""

    hand: str  # who wrote it: the first letter of its id
    text: str
    donor: str
    kind: str
    lang: str
    words: str


def judged(*sets: str) -> Iterator[Judged]:
    """Yield the texts of one thing of some sets."""
    for name in sets:
        with (EVALUATION / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            rows = [row for row in csv.DictReader(stream) if row["parts"] == "1"]
        for row in rows:
            for lang in ("fr", "en"):
                if row[f"text_{lang}"]:
                    text, donor, kind = row[f"text_{lang}"], row["donor_naf"], row["kind"]
                    yield Judged(row["id"][0], text, donor, kind, lang, row["resource_words"])


def first_meant(declarations: Declarations, rows: Iterable[Judged]) -> Iterator[tuple[Meant, bool]]:
    """Yield, of each text understood as one thing, its likeliest resource and whether that is right."""
    for row in rows:
        things = declarations.understand(row.text, row.donor, row.kind, row.lang)
        if len(things) == 1 and things[0].resources:
            first = things[0].resources[0]
            yield first, right(row.words, first.resource.fr, first.resource.en)
