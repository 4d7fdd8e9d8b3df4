"""How clean each water is, and how clean each use needs it, from `seeds/waters.csv`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from symbiosis.domain.enums import WaterGrade
from symbiosis.knowledge.seed_table import SEEDS, Cells, rows

RESOURCE, USE = "resource", "use"


class Waters(NamedTuple):
    """The grade of each resource that is water, and the least that each use of water takes as it is."""

    resources: Mapping[str, WaterGrade]
    uses: Mapping[str, WaterGrade]


@cache
def read_waters(folder: Path = SEEDS) -> Waters:
    """Return the table; ValueError names the line that cannot be read."""
    table = list(rows(folder / "waters.csv", _row))
    resources, uses = ({name: grade for kind, name, grade in table if kind == of} for of in (RESOURCE, USE))
    return Waters(resources, uses)


def _row(c: Cells) -> tuple[str, str, WaterGrade]:
    if c["kind"] not in (RESOURCE, USE):
        raise ValueError(f"{c['kind']!r} is neither {RESOURCE} nor {USE}")
    return c["kind"], c["id"], WaterGrade(c["grade"])
