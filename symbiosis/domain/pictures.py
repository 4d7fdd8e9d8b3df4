"""What each picture shows, counted but neither drawn nor worded."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.pictured import Place, Step

OTHERS, UNKNOWN_SECTOR = "*", ""
UNKNOWN = -1  # a band nobody knows
KM = (1.0, 2.0, 5.0, 10.0, 20.0)  # where a band of distance ends
AMOUNTS = (1.0, 10.0, 100.0, 1_000.0, 10_000.0)  # where a band of quantity ends, per year
NATIONAL_DONE, NATIONAL_ALL = 138, 588  # French national programme 2015-17: done, and done or still open
NATIONAL_RATE = NATIONAL_DONE / NATIONAL_ALL
Pair = tuple[str, str]


@dataclass(frozen=True)
class Flows:
    """Numbers of leads: columns of nodes, and the links between two neighbouring columns by how sure they are.

    Left and right nodes are NACE divisions, middle ones resources; OTHERS gathers the smaller ones. `total` counts each
    lead once, `unplaced` those without a firm. The links of a sharing start at each member and stop at the resource.
    """

    columns: tuple[tuple[str, ...], ...]
    links: tuple[tuple[Pair, int, Step, int], ...]  # ends, column of the first end, step, leads (or members)
    total: int
    unplaced: int


@dataclass(frozen=True)
class Spot:
    """A commune or a firm on the map; `leads` are those with a firm here, `place` None where unknown."""

    id: str
    name: str
    place: Place | None
    firms: int
    leads: int
    firm: bool = False


@dataclass(frozen=True)
class Places:
    """Spots, and numbers of leads between two of them by how sure they are (ends in alphabetical order).

    `within`: leads all of whose firms share one spot; `unplaced`: firms without a commune; `left_out`: firms not drawn.
    """

    spots: tuple[Spot, ...]
    lines: tuple[tuple[Pair, Step, int], ...]
    within: dict[str, int]
    total: int
    unplaced: int
    left_out: int = 0


@dataclass(frozen=True)
class Spread:
    """Numbers of leads by (band of distance, band of quantity), UNKNOWN where nobody knows; for one unit.

    `other_units`: leads told in another unit.
    """

    cells: Mapping[tuple[int, int], int]
    total: int
    other_units: int


class Stage(StrEnum):
    """A stage that a lead reached at least once."""

    LEADS = "leads"
    EXAMINED = "examined"
    KEPT = "kept"  # identified by people, or confirmed
    CONTACTED = "contacted"
    STUDIED = "studied"
    IMPLEMENTED = "implemented"


@dataclass(frozen=True)
class Funnel:
    """Leads that reached each stage, by whether people or the matcher named them."""

    reached: Mapping[tuple[Stage, bool], int]  # (stage, named by people)

    def count(self, stage: Stage) -> int:
        """Return how many leads reached a stage."""
        return self.reached.get((stage, True), 0) + self.reached.get((stage, False), 0)


@dataclass(frozen=True)
class Network:
    """Firms around a centre: `rings` of firm ids from near to far, and ties between firms by how sure they are.

    The centre of a firm's network is the firm, which stands in no ring; that of a resource has none (''). `leads`:
    those drawn; `left_out`: firms and leads that had no room.
    """

    centre: str
    rings: tuple[tuple[str, ...], ...]
    ties: tuple[tuple[Pair, Step, int], ...]
    leads: int
    left_out: tuple[int, int]
