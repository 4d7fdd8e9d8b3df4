"""What a sharing group still lacks to pay, as its evidence tells."""

import re
from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.synergies import Evidence

NUMBER = re.compile(r"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?) (\S+)")


class Lacking(NamedTuple):
    """How many more firms a group needs, and within how many km; None where no distance is told."""

    firms: int
    within_km: float | None


def lacking(kind: SynergyKind, evidence: Iterable[Evidence]) -> Lacking | None:
    """Return what a group lacks, None where it is complete; a volume nobody knows, or kept back, lacks nothing."""
    told = {e.criterion: (_number(e.left), _number(e.right)) for e in evidence}
    united, needed = told.get("partners", (None, None))
    if kind is not SynergyKind.MUTUALISATION or not united or not needed:
        return None
    volume, least = told.get("volume", (None, None))
    by_volume = ceil(round((least / volume - 1) * united, 6)) if volume and least and volume > 0 else 0
    firms = max(int(needed - united), by_volume)
    return Lacking(firms, told.get("closeness", (None, None))[1]) if firms > 0 else None


def _number(canonical: str) -> float | None:
    found = NUMBER.fullmatch(canonical)
    return float(found[1]) if found else None
