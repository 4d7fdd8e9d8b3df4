"""Learn from decisions: points that start from those in force and move as far as the decisions carry them."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.enums import Judgement, RefusalReason, SynergyKind
from symbiosis.domain.experience import Decided
from symbiosis.domain.tables import Floats, Ints
from symbiosis.matching import model
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.chains import CHAIN

SPREAD = 0.1  # log-odds: how far one expects the points to be from the expert's, one standard deviation
INTERCEPT_SPREAD = 1.0
FOLDS = 5
LEAST = 10  # decisions, of which some for and some against, before anything is learnt
BEST = 1 / 3  # the part of the leads that a person would look at first
Points = Mapping[str, float]  # by `kind.criterion`

GOOD = (Judgement.CONFIRMED, Judgement.CONTACTED, Judgement.STUDIED, Judgement.IMPLEMENTED)
DONE_WITH = (Judgement.REFUSED, Judgement.ABANDONED)
# These say nothing against the reasons of the lead: it was good, or good but for one firm's circumstances.
SILENT = (RefusalReason.ALREADY_DONE, RefusalReason.FIRM_DECLINES, RefusalReason.CONTRACT)
NOT_NOW = 0.5  # what a deferral weighs, as half a refusal


@dataclass(frozen=True)
class Examples:
    """n decided leads of one kind: `values` of each criterion (-1..1), whether people wanted them, what each weighs."""

    kind: SynergyKind
    values: Floats  # n × criteria
    good: Floats  # 0 or 1
    weight: Floats
    fold: Ints

    def take(self, rows: Ints) -> "Examples":
        """Return the chosen leads."""
        return Examples(self.kind, self.values[rows], self.good[rows], self.weight[rows], self.fold[rows])


@dataclass(frozen=True)
class Measures:
    """How well scores foretell decisions: mean log-loss, area under the curve, share wanted among the best third."""

    log_loss: float
    auc: float
    hit: float


def table(kind: SynergyKind, points: Points) -> tuple[tuple[str, ...], Floats]:
    """Return the keys of a kind's criteria and their points, the expert's where none are given."""
    expert = {name.partition(".")[2]: p for name, p in model.weights().items() if name.startswith(f"{kind}.")}
    return tuple(expert), np.array([points.get(f"{kind}.{key}", p) for key, p in expert.items()])


def examples(kind: SynergyKind, decided: Iterable[Decided], used: Mapping[str, Points]) -> Examples:
    """Return the decided leads of a kind; `used` holds the points of each model that they were shown with."""
    keys, _ = table(kind, {})
    of_two = [lead for lead in decided if lead.kind is kind and not any(e.criterion == CHAIN for e in lead.evidence)]
    rows = [(lead, said) for lead in of_two if (said := verdict(lead)) is not None]
    values = np.array([[_value(lead, key, used.get(lead.model, {})) for key in keys] for lead, _ in rows])
    return Examples(
        kind,
        values.reshape(-1, len(keys)),
        np.array([good for _, (good, _) in rows], dtype=np.float64),
        np.array([weight for _, (_, weight) in rows], dtype=np.float64),
        np.array([int(hashlib.sha256(lead.id.encode()).hexdigest()[:8], 16) % FOLDS for lead, _ in rows], np.int64),
    )


def verdict(lead: Decided) -> tuple[float, float] | None:
    """Return whether a decision speaks for the lead's reasons (1 or 0) and what it weighs; None: it says nothing."""
    if lead.judgement in GOOD:
        return 1.0, 1.0
    if lead.judgement is Judgement.DEFERRED:
        return 0.0, NOT_NOW
    if lead.judgement in DONE_WITH and lead.reason not in SILENT:
        return 0.0, 1.0
    return None


def _value(lead: Decided, key: str, points: Points) -> float:
    most = points.get(f"{lead.kind}.{key}", 0.0)
    given = next((e.points for e in lead.evidence if e.criterion == key), 0.0)
    return float(np.clip(given / most, -1, 1)) if most else 0.0


def fit(seen: Examples, start: Floats, spread: float = SPREAD) -> tuple[float, Floats]:
    """Return intercept and points: the likeliest under a prior around `start`; none falls below 0.

    A spread of 0 leaves the points where they are.
    """
    from scipy.optimize import minimize  # noqa: PLC0415  takes half a second, only where something is learnt

    first = np.concatenate([[_typical(seen.kind, start)], start])
    scale = np.concatenate([[INTERCEPT_SPREAD], np.full(len(start), max(spread, 1e-6))])

    def loss(guess: Floats) -> tuple[float, Floats]:
        logits = guess[0] + seen.values @ guess[1:]
        off = (guess - first) / scale
        error = seen.weight * (1 / (1 + np.exp(-logits)) - seen.good)
        total = float(seen.weight @ (np.logaddexp(0, logits) - seen.good * logits) + off @ off / 2)
        return total, np.concatenate([[error.sum()], seen.values.T @ error]) + off / scale

    bounds = [(None, None), *([(0.0, None)] * len(start))]
    found = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds).x
    return float(found[0]), found[1:] if spread else start


def _typical(kind: SynergyKind, points: Floats) -> float:
    """Return the intercept that gives a lead of a workshop the published rate."""
    keys, _ = table(kind, {})
    told = sum(p for key, p in zip(keys, points, strict=True) if key in model.TOLD_IN_A_WORKSHOP)
    return float(np.log(BASE_RATE / (1 - BASE_RATE)) - told)


def cross_validated(seen: Sequence[Examples], start: Points, spread: float) -> Measures:
    """Return how well points learnt on four fifths foretell the decisions on the last fifth, over all five."""
    good, weight, logits = [], [], []
    for one in seen:
        for fold in range(FOLDS):
            held = np.flatnonzero(one.fold == fold)
            if len(held):
                intercept, points = fit(one.take(np.flatnonzero(one.fold != fold)), table(one.kind, start)[1], spread)
                good.append(one.good[held])
                weight.append(one.weight[held])
                logits.append(intercept + one.values[held] @ points)
    return measures(np.concatenate(good), np.concatenate(weight), np.concatenate(logits))


def measures(good: Floats, weight: Floats, logits: Floats) -> Measures:
    """Return how well logits foretell what was wanted."""
    loss = float(np.average(np.logaddexp(0, logits) - good * logits, weights=weight))
    best = np.argsort(-logits, kind="stable")[: max(1, round(len(logits) * BEST))]
    return Measures(loss, _auc(good, logits), float(good[best].mean()))


def _auc(good: Floats, logits: Floats) -> float:
    """Return the chance that a wanted lead ranks before another one; 0.5 where there are none of one sort."""
    wanted, other = int(good.sum()), int((1 - good).sum())
    if not wanted or not other:
        return 0.5
    from scipy.stats import rankdata  # noqa: PLC0415  as above

    ranks = rankdata(logits)
    return float((ranks[good > 0].sum() - wanted * (wanted + 1) / 2) / (wanted * other))
