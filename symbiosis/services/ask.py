"""Whom to ask what: the call list, and what follows at once from an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Answer, Direction, Provenance, Unit
from symbiosis.domain.errors import AlreadyAnswered, NotFound
from symbiosis.domain.flows import Flow
from symbiosis.domain.ids import stable_id
from symbiosis.domain.questions import Answered, Checked, Question, Resting
from symbiosis.domain.views import FirmLine, Label, SynergyLine
from symbiosis.knowledge import Knowledge
from symbiosis.matching.experience import count as count_checked
from symbiosis.matching.guesses import FADED, rate
from symbiosis.matching.questions import chance_after_yes, next_best, rank, wants_the_very_thing
from symbiosis.services.record import record, settle
from symbiosis.store import firms, leads, questions, views
from symbiosis.store.per_version import Latest, per_version
from symbiosis.store.session import Row, Store


@dataclass(frozen=True)
class Opened:
    """A lead that a yes would make surer, and its chance to come true then, 0 to 1."""

    line: SynergyLine
    chance: float


@dataclass(frozen=True)
class QuestionLine:
    """A question with all one wants to know before calling; `use` None where the resource is wanted as it is."""

    question: Question
    firm: FirmLine
    resource: Label
    unit: Unit
    use: Label | None
    leads: tuple[Opened, ...]
    then_fr: tuple[str, ...]  # what decides feasibility, to be asked in the same call
    then_en: tuple[str, ...]


@dataclass(frozen=True)
class Rate:
    """How often guesses about a sector and a resource turned out to be right; `faded`: asked no more."""

    resource: Label
    checked: Checked
    rate: float
    faded: bool


@dataclass(frozen=True)
class CallList:
    """The questions to ask first, how many are open in all, and how often guesses were right so far."""

    lines: tuple[QuestionLine, ...]
    open: int
    rates: tuple[Rate, ...]


@dataclass(frozen=True)
class Said:
    """An answer as somebody noted it; `quantity` per year in `unit`, None unknown."""

    answer: Answer
    who: str
    quantity: float | None = None
    unit: Unit | None = None


def call_list(store: Store, knowledge: Knowledge) -> CallList:
    """Return the ten questions that would open the most."""
    answers = questions.every(store)
    ranked = _ranked(store, knowledge, answers)
    return CallList(_lines(store, knowledge, next_best(ranked)), len(ranked), _rates(knowledge, answers))


def count(store: Store) -> int:
    """Return how many questions are open."""
    settled = set(questions.settled(store))
    return len({resting.guess for resting in questions.resting(store)} - settled)


def answer(store: Store, knowledge: Knowledge, question_id: str, said: Said) -> int:
    """Note an answer and draw its consequences; return how many leads it confirms (yes) or takes away (no).

    NotFound where the question is not open, AlreadyAnswered when somebody else said otherwise. The same answer by the
    same person again only draws the consequences again, whatever cut them short the first time.
    """
    answers = questions.every(store)
    held = next((a for a in answers if a.guess.id == question_id and a.settled), None)
    if held is None:
        answered = _answered(knowledge, _open(store, knowledge, question_id, answers), said)
        held = answered if questions.answer(store, answered) else _held(store, question_id)
    if (held.answer, held.by) != (said.answer, said.who):
        raise AlreadyAnswered(f"{question_id} was answered by {held.by} at {held.at}: {held.answer}")
    return _follow(store, knowledge, held)


def _open(store: Store, knowledge: Knowledge, question_id: str, answers: Sequence[Answered]) -> Question:
    ranked = _ranked(store, knowledge, answers)
    found = next((question for question in ranked if question.guess.id == question_id), None)
    if found is None:
        raise NotFound(f"question {question_id}")
    return found


def _ranked(store: Store, knowledge: Knowledge, answers: Sequence[Answered]) -> tuple[Question, ...]:
    """Return the open questions, best first; worked out again only when something they are made from changes."""
    resting = tuple(questions.resting(store))
    made_from = (knowledge, resting, tuple(answers))
    return _latest(store).of(made_from, lambda: rank(resting, knowledge.rows, answers))


@per_version
def _latest(_store: Store) -> Latest[tuple[Question, ...]]:
    return Latest()


def _held(store: Store, question_id: str) -> Answered:
    found = next((a for a in questions.every(store) if a.guess.id == question_id), None)
    if found is None:
        raise NotFound(f"question {question_id}")
    return found


def _answered(knowledge: Knowledge, question: Question, said: Said) -> Answered:
    use = _use(knowledge, question)
    words = question.leads[0].use_text or (use.fr if use else "")
    return Answered(question.guess, said.answer, said.who, now(), words, said.quantity, said.unit)


def _follow(store: Store, knowledge: Knowledge, answered: Answered) -> int:
    if not answered.settled:
        return 0
    if answered.answer is Answer.NO:
        return settle(store, knowledge, answered.guess, answered.use_text)
    return len(record(store, knowledge, _flow(knowledge, answered), answered.guess).proposals)


def _flow(knowledge: Knowledge, answered: Answered) -> Flow:
    """Return what a yes says, as somebody observed it: the resource by its name, for the use that was asked about."""
    guess = answered.guess
    return Flow(
        id=stable_id("flow", guess.id), firm_id=guess.firm_id, direction=guess.direction,
        text=_resources(knowledge)[guess.resource_id].fr, quantity=answered.quantity, unit=answered.unit,
        use_text=answered.use_text, provenance=Provenance.OBSERVED, as_of=answered.at[:10],
    )  # fmt: skip


def _lines(store: Store, knowledge: Knowledge, asked: Sequence[Question]) -> tuple[QuestionLine, ...]:
    called = {row["id"]: _firm(row) for row in firms.lines(store, [q.guess.firm_id for q in asked])}
    ids = [lead.lead_id for question in asked for lead in question.leads]
    opened = {row["id"]: views.synergy(row) for row in leads.lines(store, ids)}
    return tuple(_line(knowledge, q, called[q.guess.firm_id], opened) for q in asked if q.guess.firm_id in called)


def _line(knowledge: Knowledge, question: Question, firm: FirmLine, opened: dict[str, SynergyLine]) -> QuestionLine:
    resource = next(r for r in knowledge.rows.resources if r.id == question.guess.resource_id)
    offers = question.guess.direction is Direction.OFFER
    return QuestionLine(
        question, firm, Label(resource.id, resource.fr, resource.en), resource.unit, _use(knowledge, question),
        tuple(_opened(opened[r.lead_id], r) for r in question.leads if r.lead_id in opened),
        resource.questions_fr if offers else (), resource.questions_en if offers else (),
    )  # fmt: skip


def _opened(line: SynergyLine, lead: Resting) -> Opened:
    return Opened(line, chance_after_yes(lead.score, wants_the_very_thing(lead)))


def _use(knowledge: Knowledge, question: Question) -> Label | None:
    """Return the use that is asked about: that of the best lead, unless a flow of its own is guessed."""
    best = question.leads[0]
    if best.told or question.guess.direction is Direction.OFFER:
        return None
    return next((Label(u.id, u.fr, u.en) for u in knowledge.rows.uses if u.id == best.use_id), None)


def _rates(knowledge: Knowledge, answers: Sequence[Answered]) -> tuple[Rate, ...]:
    names = _resources(knowledge)
    return tuple(_rate(names[c.resource_id], c) for c in count_checked(answers) if c.resource_id in names)


def _rate(resource: Label, checked: Checked) -> Rate:
    right = float(rate(checked.right, checked.answers))
    return Rate(resource, checked, right, bool(checked.nace) and right < FADED)


def _resources(knowledge: Knowledge) -> dict[str, Label]:
    return {r.id: Label(r.id, r.fr, r.en) for r in knowledge.rows.resources}


def _firm(row: Row) -> FirmLine:
    return FirmLine(**(row | {"nace": tuple(row["nace"] or ()), "commune_name": row["commune_name"] or ""}))
