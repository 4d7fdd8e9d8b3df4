"""The models: tables of criteria, one line each, with the points (log-odds) it can give or take."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import exp, log
from typing import Generic, TypeVar

import numpy as np

from symbiosis.domain.enums import SynergyKind
from symbiosis.domain.experience import Model
from symbiosis.domain.tables import Floats
from symbiosis.matching import criteria, group_criteria
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.groups import Groups
from symbiosis.matching.pairs import Pairs

VERSION = "2026-12c"
EXPERT = "expert estimate"
Columns = TypeVar("Columns")


@dataclass(frozen=True)
class Criterion(Generic[Columns]):
    """One reason: up to `points` for, as many against; `value` gives -1..1 per row, 0 when unknown."""

    key: str
    points: float
    value: Callable[[Columns], Floats]
    source: str = EXPERT


SUBSTITUTION: tuple[Criterion[Pairs], ...] = (
    Criterion("resource", 0.2, criteria.resource),
    Criterion("use", 0.8, criteria.use),
    Criterion("sector", 0.3, criteria.sector),
    Criterion("quantity", 0.3, criteria.quantity),
    Criterion("rhythm", 0.15, criteria.rhythm),
    Criterion("quality", 0.6, criteria.quality, "seeds/attributes.csv, seeds/requirements.csv"),
    Criterion("trade", 0.6, criteria.trade, "seeds/trade_sense"),
    Criterion("hours", 0.3, criteria.hours),
    Criterion("water", 0.3, criteria.grade, "seeds/waters.csv"),
    Criterion("temperature", 0.3, criteria.temperature),
    Criterion("density", 0.3, criteria.density, "ADEME, 1.5 MWh per metre and year"),
    Criterion("distance", 0.4, criteria.distance, "break-even distance, docs/matching.md"),
    Criterion("rules", 0.3, criteria.rules, "Code de l'environnement, L541-4-2 et L541-7-1"),
    Criterion("provenance", 0.4, criteria.provenance),
    Criterion("age", 0.15, criteria.age),
    Criterion("checked", 0.4, criteria.checked, "answers noted here"),
)
MUTUALISATION: tuple[Criterion[Groups], ...] = (
    Criterion("resource", 0.2, group_criteria.resource),
    Criterion("partners", 0.4, group_criteria.partners),
    Criterion("volume", 0.3, group_criteria.volume),
    Criterion("rhythm", 0.15, group_criteria.rhythm),
    Criterion("closeness", 0.4, group_criteria.closeness, "break-even distance, docs/matching.md"),
    Criterion("provenance", 0.4, group_criteria.provenance),
    Criterion("age", 0.15, group_criteria.age),
)
# The published rate is about leads that firms told in a workshop, of which nothing else was known yet.
TOLD_IN_A_WORKSHOP = ("resource", "use", "sector", "provenance")
TYPICAL = {
    SynergyKind.SUBSTITUTION: sum(c.points for c in SUBSTITUTION if c.key in TOLD_IN_A_WORKSHOP),
    SynergyKind.MUTUALISATION: sum(c.points for c in MUTUALISATION if c.key in TOLD_IN_A_WORKSHOP),
}


def learnt(model: tuple[Criterion[Columns], ...], points_of: Mapping[str, float]) -> tuple[Criterion[Columns], ...]:
    """Return the table with the points that were learnt from decisions, its own where nothing was."""
    kind = SynergyKind.SUBSTITUTION if model is SUBSTITUTION else SynergyKind.MUTUALISATION
    return tuple(replace(c, points=points_of.get(f"{kind}.{c.key}", c.points)) for c in model)


def points(model: tuple[Criterion[Columns], ...], rows: Columns) -> Floats:
    """Return the points of each row (first axis) under each criterion (second axis)."""
    columns = np.array([c.points * c.value(rows) for c in model]).round(4)
    return np.ascontiguousarray(columns.T)


def probability(kind: SynergyKind, score: float, learnt_model: Model | None = None) -> float:
    """Return the published rate of realisation, moved by how the score differs from a typical workshop lead's.

    Once a model was calibrated on decisions, what leads of that score came to here.

    >>> round(probability(SynergyKind.SUBSTITUTION, TYPICAL[SynergyKind.SUBSTITUTION]), 2)
    0.23
    """
    if learnt_model and kind in learnt_model.intercept:
        return 1 / (1 + exp(-learnt_model.intercept[kind] - learnt_model.slope[kind] * score))
    return 1 / (1 + exp(TYPICAL[kind] - score - log(BASE_RATE / (1 - BASE_RATE))))


def version(learnt_model: Model | None) -> str:
    """Return the version of the model in force: the one learnt, else the one of this table."""
    return learnt_model.version if learnt_model else VERSION


def weights() -> dict[str, float]:
    """Return the points of every criterion of both models, by `kind.criterion`."""
    pairs = {f"substitution.{c.key}": c.points for c in SUBSTITUTION}
    return pairs | {f"mutualisation.{c.key}": c.points for c in MUTUALISATION}
