"""Fits seeds/meaning_points.csv to the declarations that people judged: `python -m tools.fit_meaning`.

A conditional logit (McFadden, 1974): of all resources, how likely one of those that are right is chosen.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from symbiosis.domain.enums import Direction
from symbiosis.domain.tables import Bools, Floats
from symbiosis.knowledge import seeds
from symbiosis.knowledge.declaration_score import right
from symbiosis.knowledge.evaluation import Answers, answers
from symbiosis.knowledge.meaning_points import EVIDENCE
from symbiosis.knowledge.seed_table import SEEDS
from symbiosis.knowledge.understanding import Said, Understanding
from tools import seed_file
from tools.judged_declarations import HANDS, judged

TABLE = SEEDS / "meaning_points.csv"
PULL = 1e-4  # towards 0


class Choice(NamedTuple):
    """What speaks for each resource (rows), which are right, and who wrote the text."""

    told: Floats
    right: Bools
    hand: str


class Listening(Understanding):
    """Keeps the evidence of each text it was asked."""

    heard: list[Floats]

    def evidence(self, said: Said, donor: str, kind: Direction | None) -> Floats:
        """Return what speaks for each resource, and keep it."""
        self.heard.append(super().evidence(said, donor, kind))
        return self.heard[-1]


def main() -> None:
    """Fit, print how often each hand's texts are understood when left out, and write the table."""
    choices = list(_choices(answers(seeds.read_knowledge())))
    for hand in sorted({choice.hand for choice in choices}):
        points = _fit([choice for choice in choices if choice.hand != hand])
        its = [choice.right[int(np.argmax(choice.told @ points))] for choice in choices if choice.hand == hand]
        print(f"{hand}: {np.mean(its):.3f} right of {len(its)} when left out")
    _write(_fit(choices), len(choices))


def _choices(known: Answers) -> Iterator[Choice]:
    """Yield the texts that are understood as one thing and whose resource is known."""
    ears = Listening(known.rows, known.linker, known.exchange)
    known.declarations.understanding = ears
    for row in judged(HANDS):
        ears.heard = []
        known.declarations.understand(row.text, row.donor, row.kind, row.lang)
        chosen = np.array([right(row.words, r.fr, r.en) for r in known.rows.resources])
        if len(ears.heard) == 1 and chosen.any():
            yield Choice(ears.heard[0], chosen, row.hand)


def _fit(choices: Sequence[Choice]) -> Floats:
    def unlikely(points: Floats) -> tuple[float, Floats]:
        each = [_unlikely(choice, points) for choice in choices]
        slope = np.mean([its for _, its in each], axis=0) + 2 * PULL * points
        return float(np.mean([value for value, _ in each]) + PULL * points @ points), slope

    found: Floats = minimize(unlikely, np.zeros(len(EVIDENCE)), jac=True, method="L-BFGS-B").x
    return found


def _unlikely(choice: Choice, points: Floats) -> tuple[float, Floats]:
    """Return the negative log-likelihood that a right resource is chosen, and its slope."""
    told = choice.told @ points
    each = np.exp(told - told.max())
    hit = each * choice.right
    return float(np.log(each.sum() / hit.sum())), choice.told.T @ (each / each.sum() - hit / hit.sum())


def _write(points: Floats, count: int) -> None:
    table = {row["evidence"]: row for row in seed_file.read(TABLE)}
    for name, its in zip(EVIDENCE, points, strict=True):
        source = f"expert estimate, fitted to {count} judged declarations (tools/fit_meaning.py)"
        table[name] |= {"points": f"{its:.2f}", "source": source}
    seed_file.write(TABLE, list(table.values()))


if __name__ == "__main__":
    main()
