"""The pairs that the judge's points are fitted to: those that people judged, some drawn at random, some plain ones."""

import csv
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from symbiosis.domain.knowledge import Resource

SETS = Path(__file__).parents[1] / "tests" / "evaluation"
FITTED = (
    "pairs", "pairs_more", "pairs_rounds", "pairs_fresh", "pairs_oblique", "pairs_apart", "pairs_trades",
    "pairs_details", "pairs_unread", "pairs_hands",
)  # fmt: skip
PLAIN = "plain"
DRAWN, SEED = 3, 1  # one pair in so many is drawn again at random
JUDGED, UNSAFE, MADE_UP, NAMED = 1.0, 5.0, 0.2, 0.3  # what a pair counts


class Pair(NamedTuple):
    """An offer and a need, whether they are compatible, what that counts, and the set they are of."""

    of: str
    offer: str
    need: str
    compatible: bool
    weight: float


def pairs(resources: Iterable[Resource]) -> list[Pair]:
    """Return all pairs: without those that nobody judged, what is alike or unknown would say little."""
    judged = [pair for name in FITTED for pair in rows(SETS / f"{name}.csv")]
    return [*judged, *_drawn(judged), *_plain(resources)]


def rows(file: Path) -> Iterator[Pair]:
    """Yield the pairs of a set; to call what is unsafe compatible is the worst mistake."""
    with file.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            compatible = row["compatible"] == "true"
            weight = UNSAFE if "haz" in row["id"] and not compatible else JUDGED
            yield Pair(file.stem, row["offer_text"], row["need_text"], compatible, weight)


def _drawn(judged: list[Pair]) -> Iterator[Pair]:
    """Yield offers with the needs of other pairs of their set, which hardly ever fit."""
    draw = random.Random(SEED)
    for pair in draw.sample(judged, len(judged) // DRAWN):
        other = draw.choice([one for one in judged if one.of == pair.of])
        if other.offer != pair.offer:
            yield Pair(pair.of, pair.offer, other.need, False, MADE_UP)


def _plain(resources: Iterable[Resource]) -> Iterator[Pair]:
    """Yield one thing under two of its names, offered and wanted."""
    for resource in resources:
        for name, others in ((resource.fr, resource.synonyms_fr), (resource.en, resource.synonyms_en)):
            yield from (Pair(PLAIN, name, other, True, NAMED) for other in others[:1])
