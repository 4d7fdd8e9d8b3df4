"""Which uses make another resource, from `seeds/transforms.csv`."""

from functools import cache
from pathlib import Path

from symbiosis.domain.knowledge import Transform
from symbiosis.knowledge.seed_table import SEEDS, Cells, rows


@cache
def read_transforms(folder: Path = SEEDS) -> tuple[Transform, ...]:
    """Return the table; ValueError names the line that cannot be read."""
    return tuple(rows(folder / "transforms.csv", _transform))


def _transform(c: Cells) -> Transform:
    low, high = float(c["yield_low"]), float(c["yield_high"])
    if not 0 < low <= high:
        raise ValueError(f"yields {low} to {high} are no range")
    return Transform(c["use_id"], c["resource_id"], low, high, c["fr"], c["en"], c["source"])
