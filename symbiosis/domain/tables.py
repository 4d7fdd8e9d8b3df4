"""Column tables: what the matcher computes on. Row numbers are positions, -1 is 'none', NaN 'unknown'."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from symbiosis.domain.wording import NOTHING_COMPARED, NOTHING_KNOWN, Fit, Known

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class FirmTable:
    """n firms; `sector` indexes `sectors` (first activity code, '' when unknown); degrees WGS 84."""

    ids: tuple[str, ...]
    sectors: tuple[str, ...]
    sector: Ints
    lat: Floats
    lon: Floats


@dataclass(frozen=True)
class FlowTable:
    """n flows that were understood; quantities per year in their resource's unit, else in base units."""

    ids: tuple[str, ...]
    firm: Ints
    direction: Ints  # 0 offer, 1 need, 2 share
    resource: Ints  # -1: wanted for a use, whatever the resource
    use: Ints  # the use named by the firm, -1 when none
    confidence: Floats  # of the link to the resource, 0..1
    quantity: Floats
    unit: Ints  # position in Unit, -1 unknown
    told: Floats  # the quantity in the base unit of what was told, whatever the resource is counted in
    told_unit: Ints
    rhythm: Ints  # position in Rhythm, -1 unknown
    temperature: Floats  # °C
    provenance: Ints  # 0 declared, 1 observed, 2 hypothesis
    year: Floats


@dataclass(frozen=True)
class ResourceTable:
    """n resources; € per base unit, `haul` € per unit and km; `hazard` 0 no, 1 yes, 2 mirror."""

    ids: tuple[str, ...]
    kind: Ints
    hazard: Ints
    gain: Floats  # disposal avoided + purchase avoided - preparation
    haul: Floats
    unit: Ints

    @property
    def radius_km(self) -> Floats:
        """Return the break-even distance of each resource: beyond it even the best value is lost."""
        return np.maximum(self.gain, 0.0) / self.haul


@dataclass(frozen=True)
class UseTable:
    """Uses, and the two relations that lead through them, as parallel arrays."""

    ids: tuple[str, ...]
    treatment: Bools
    usable_resource: Ints
    usable_use: Ints
    usable_maturity: Ints  # 0 common, 1 demonstrated, 2 research
    performs_sector: tuple[str, ...]  # NACE code or prefix
    performs_use: Ints
    performs_weight: Floats
    transform_use: Ints  # a use ...
    transform_resource: Ints  # ... that makes a resource


@dataclass(frozen=True)
class SharingTable:
    """Resources that can be put in common; `draws` is a bit set of directions (1 offer, 2 need, 4 share)."""

    resource: Ints
    mode: Ints
    draws: Ints
    trigger_firms: Ints
    trigger_quantity: Floats
    radius_km: Floats


@dataclass(frozen=True)
class GuessTable:
    """Guesses that a firm confirmed or refuted: n of them, as parallel arrays."""

    firm: Ints
    resource: Ints
    direction: Ints  # 0 offer, 1 need


@dataclass(frozen=True)
class CheckedTable:
    """How often guesses about a sector and a resource were right, as parallel arrays."""

    sector: Ints  # row of the firms' sectors
    resource: Ints
    direction: Ints  # 0 offer, 1 need
    right: Ints
    answers: Ints


@dataclass(frozen=True)
class LimitTable:
    """Firms that will not have a resource, as parallel arrays; only from `beyond` km on."""

    firm: Ints
    resource: Ints
    beyond: Floats


@dataclass(frozen=True)
class LearntTable:
    """Shares of a sector's firms that perform a use, learnt from decisions, as parallel arrays."""

    sector: Ints  # row of the firms' sectors
    use: Ints
    share: Floats


def nothing_told(_given: int, _asked: int) -> Fit:
    """Return that nothing could be compared."""
    return NOTHING_COMPARED


def nothing_known(_offer: int, _need: int) -> Known:
    """Return that the trades warn of nothing."""
    return NOTHING_KNOWN


@dataclass(frozen=True)
class SaidTable:
    """What flows and uses tell of quality and times; rows of distinct words, each with bits for what it speaks of.

    Two may be compared where one tells what the other asks for, or where both speak of the same of one resource.
    """

    flow: Ints  # row of each flow's words, -1 none
    use: Ints  # row of each use's words
    tells: Ints
    asks: Ints
    own: Ints  # bits of what is compared between words about one resource
    months: Ints  # of each flow, bit 1 to 12, 0 unknown
    days: Ints  # bit 0 (Monday) to 6
    hours: Ints  # bit 0 to 23
    water: Ints  # position in WaterGrade of each flow, -1 no water or unknown
    use_water: Ints  # the least that each use takes
    met: Ints  # of each flow, bits for what the trades warn of who offers, or wants, that
    fit: Callable[[int, int], Fit] = nothing_told  # of two rows of words: what is offered, what is wanted
    known: Callable[[int, int], Known] = nothing_known  # of two flows: what is offered, what is wanted


def silent(flows: int, uses: int) -> SaidTable:
    """Return the table of flows and uses that tell nothing."""
    none, unknown, nobody = np.full(flows, -1), np.zeros(flows, np.int64), np.zeros(0, np.int64)
    no_use = np.full(uses, -1)
    return SaidTable(none, no_use, nobody, nobody, nobody, unknown, unknown, unknown, none, no_use, unknown)


@dataclass(frozen=True)
class Territory:
    """All the matcher reads."""

    firms: FirmTable
    flows: FlowTable
    resources: ResourceTable
    uses: UseTable
    sharing: SharingTable
    settled: GuessTable
    checked: CheckedTable
    limits: LimitTable
    learnt: LearntTable
    said: SaidTable
    points: Mapping[str, float]  # learnt points by `kind.criterion`; the model's own for the others
    this_year: int
