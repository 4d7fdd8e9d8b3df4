"""What all decisions together teach: points, shares of sectors, and what a score is worth as a probability."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.experience import Decided, LearntShare, Model
from symbiosis.domain.knowledge import Performs
from symbiosis.domain.questions import CLASS
from symbiosis.domain.tables import Floats
from symbiosis.matching import learning, model
from symbiosis.matching.base_rate import BASE_RATE
from symbiosis.matching.learning import Examples, Measures, Points

CALIBRATED = 50  # decisions from which a probability follows them rather than the published rate
EACH = 5  # of them at least, done and not done
SLOPE_SPREAD = 0.5
KNOWN_FIRMS = 8.0  # how many decisions the share known of a sector counts for
CAME_TRUE = (Judgement.CONTACTED, Judgement.STUDIED, Judgement.IMPLEMENTED)


@dataclass(frozen=True)
class Lesson:
    """A model that could take the place of the one in force, and how both foretell the decisions taken so far."""

    model: Model
    wanted: int
    unwanted: int
    before: Measures
    after: Measures

    @property
    def better(self) -> bool:
        """Tell whether it foretells decisions better than the one in force."""
        return self.after.log_loss < self.before.log_loss


def enough(decided: Sequence[Decided]) -> bool:
    """Tell whether there are decisions of both sorts, and ten in all."""
    said = [verdict for lead in decided if (verdict := learning.verdict(lead))]
    return len(said) >= learning.LEAST and len({good for good, _ in said}) > 1


def learn(
    decided: Sequence[Decided], used: Mapping[str, Points], held: Model | None, performs: Sequence[Performs]
) -> Lesson:
    """Return what the decisions teach; `enough` must hold.

    `used`: the points of every model that leads were shown with; `held`: the model in force.
    """
    seen = [one for kind in SynergyKind if len((one := learning.examples(kind, decided, used)).good)]
    points = held.points if held else {}
    learnt: dict[str, float] = {}
    for one in seen:
        keys, expert = learning.table(one.kind, {})
        _, moved = learning.fit(one, expert)
        learnt |= {f"{one.kind}.{key}": round(float(p), 4) for key, p in zip(keys, moved, strict=True)}
    every = model.weights() | learnt
    intercept, slope = calibrate(decided, used, every)
    fresh = Model("", every, shares(decided, performs), intercept, slope, len(decided))
    good = np.concatenate([one.good for one in seen])
    return Lesson(fresh, int(good.sum()), int((1 - good).sum()), *_compare(seen, points))


def _compare(seen: Sequence[Examples], points: Points) -> tuple[Measures, Measures]:
    """Return how the points in force, and points learnt anew from the expert's, foretell what they were not shown."""
    return learning.cross_validated(seen, points, 0.0), learning.cross_validated(seen, {}, learning.SPREAD)


def shares(decided: Sequence[Decided], performs: Sequence[Performs]) -> tuple[LearntShare, ...]:
    """Return the shares of sectors that perform uses, drawn from what was known towards what people decided."""
    said: dict[tuple[str, str], list[float]] = defaultdict(list)
    for lead in decided:
        verdict = learning.verdict(lead)
        if lead.nace and lead.use_id and verdict and lead.judgement is not Judgement.DEFERRED:
            said[(lead.nace[:CLASS], lead.use_id)].append(verdict[0])
    learnt = (
        LearntShare(nace, use, round((_known(performs, nace, use) * KNOWN_FIRMS + sum(v)) / (KNOWN_FIRMS + len(v)), 4))
        for (nace, use), v in sorted(said.items())
    )
    return tuple(share for share in learnt if share.share > 0)


def _known(performs: Sequence[Performs], nace: str, use: str) -> float:
    """Return the share known of a class; the most precise code wins, 0 where nothing is known."""
    rows = [p for p in performs if p.use_id == use and nace.startswith(p.nace)]
    return max(rows, key=lambda p: len(p.nace)).weight if rows else 0.0


def calibrate(
    decided: Sequence[Decided], used: Mapping[str, Points], points: Points
) -> tuple[dict[str, float], dict[str, float]]:
    """Return intercept and slope by kind that turn a score into a probability; empty below fifty decisions.

    A lead came true when firms were contacted or more; one that was only confirmed says nothing yet. Only leads
    the matcher gave reasons for count, so identified ones never do.
    """
    known = [(lead, lead.judgement in CAME_TRUE) for lead in decided if _came_to_an_end(lead)]
    done = sum(came for _, came in known)
    if len(known) < CALIBRATED or min(done, len(known) - done) < EACH:
        return {}, {}
    over = np.array([_score(lead, used, points) - _typical(lead.kind, points) for lead, _ in known])
    level, slope = _line(over, np.array([came for _, came in known], dtype=np.float64))
    return (
        {kind: round(level - slope * _typical(kind, points), 4) for kind in SynergyKind},
        {kind: round(slope, 4) for kind in SynergyKind},
    )


def _came_to_an_end(lead: Decided) -> bool:
    against = learning.verdict(lead) == (0.0, 1.0)
    return lead.judgement in CAME_TRUE or against


def _score(lead: Decided, used: Mapping[str, Points], points: Points) -> float:
    one = learning.examples(lead.kind, [lead], used)
    return float(one.values[0] @ learning.table(lead.kind, points)[1])


def _typical(kind: SynergyKind, points: Points) -> float:
    keys, worth = learning.table(kind, points)
    return float(sum(p for key, p in zip(keys, worth, strict=True) if key in model.TOLD_IN_A_WORKSHOP))


def _line(over: Floats, came: Floats) -> tuple[float, float]:
    """Return level and slope: the likeliest under a prior around the published rate moved by the score."""
    from scipy.optimize import minimize  # noqa: PLC0415  takes half a second, only where something is learnt

    first, scale = np.array([np.log(BASE_RATE / (1 - BASE_RATE)), 1.0]), np.array([1.0, SLOPE_SPREAD])

    def loss(guess: Floats) -> float:
        logits, off = guess[0] + guess[1] * over, (guess - first) / scale
        return float((np.logaddexp(0, logits) - came * logits).sum() + off @ off / 2)

    found = minimize(loss, first, method="L-BFGS-B", bounds=[(None, None), (0.0, None)]).x
    return float(found[0]), float(found[1])
