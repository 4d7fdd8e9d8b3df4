"""Correct the knowledge and take a correction back; what follows from it is work for the background."""

from dataclasses import dataclass, replace
from uuid import uuid4

from symbiosis.domain.clock import now
from symbiosis.domain.corrections import Correction, Problem, Standing
from symbiosis.domain.views import Label
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge import choices as choosing
from symbiosis.knowledge.correction_table import to_csv
from symbiosis.knowledge.corrections import check
from symbiosis.store import corrections, jobs
from symbiosis.store.session import Store

JOB = "relink"


@dataclass(frozen=True)
class CorrectionLine:
    """A correction, the things it speaks of by name, and what keeps it from applying (None where it is in force)."""

    correction: Correction
    names: dict[str, Label]
    problem: Problem | None


def correct(store: Store, knowledge: Knowledge, correction: Correction) -> Problem | None:
    """Write a correction and ask for every flow to be read again; return why not, where it is refused.

    The same correction sent twice by the same person is one.
    """
    named = replace(correction, id=f"correction-{uuid4().hex}", at=now())
    if _repeats(store, named):
        return None
    problem = check(knowledge.rows, named)
    if problem is None and corrections.put(store, named):
        jobs.queue(store, JOB, "", now())
    return problem


def withdraw(store: Store, correction_id: str, who: str) -> None:
    """Take a correction back, once; NotFound when there is none."""
    if corrections.withdraw(store, correction_id, who, now()):
        jobs.queue(store, JOB, "", now())


def listed(store: Store, knowledge: Knowledge, standing: Standing) -> tuple[CorrectionLine, ...]:
    """Return every correction, latest first, those taken back included."""
    every = corrections.every(store)
    named = choosing.names(knowledge.rows) | _given(every)
    return tuple(_line(c, named, standing) for c in every)


def table(store: Store, knowledge: Knowledge, standing: Standing) -> str:
    """Return every correction as CSV, oldest first, to be proposed for the shipped rows."""
    every = corrections.every(store)
    return to_csv(reversed(every), standing, choosing.names(knowledge.rows) | _given(every))


def choices(knowledge: Knowledge, what: str, text: str) -> tuple[Label, ...]:
    """Return the resources ('resource', 'like'), uses or sectors ('nace') that a text may mean, best first."""
    return choosing.choices(knowledge, what, text)


def exactly(knowledge: Knowledge, what: str, text: str) -> Label | None:
    """Return the thing of that very name, id or code."""
    return choosing.exactly(knowledge, what, text)


def names(knowledge: Knowledge) -> dict[str, Label]:
    """Return everything that has a name, by its id or code."""
    return choosing.names(knowledge.rows)


def _line(c: Correction, named: dict[str, Label], standing: Standing) -> CorrectionLine:
    problem = standing.get(c.id)
    wanted = (c.resource, c.use, c.like, c.nace, problem.about if problem else "")
    return CorrectionLine(c, {thing: named[thing] for thing in wanted if thing in named}, problem)


def _given(every: list[Correction]) -> dict[str, Label]:
    """Return the names of what users added, also of what was taken back since."""
    return {c.made: Label(c.made, c.fr, c.en) for c in every if c.fr}


def _repeats(store: Store, new: Correction) -> bool:
    return any(c.active and (c.content, c.by) == (new.content, new.by) for c in corrections.every(store))
