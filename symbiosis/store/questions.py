"""The questions that check guesses, what firms answered, and the leads that wait for an answer, in the graph."""

from typing import Any

from symbiosis.domain.enums import Answer, Direction, Judgement, Unit
from symbiosis.domain.questions import Answered, Guess, Resting
from symbiosis.store import leads
from symbiosis.store.directions import DIRECTION
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store


def answer(store: Store, answered: Answered) -> bool:
    """Write what a firm answered; tell whether that was to be done, for it may have said yes or no before."""
    return bool(store.write("questions/answer", row=_row(answered)))


def every(store: Store) -> list[Answered]:
    """Return every question that was put to a firm, latest first."""
    return [_answered(row) for row in store.read("questions/list")]


def settled(store: Store) -> list[Guess]:
    """Return the guesses that a firm confirmed or refuted."""
    return [answered.guess for answered in every(store) if answered.settled]


def resting(store: Store) -> list[Resting]:
    """Return the open leads that rest on a guess; what people judged is none of them."""
    judged = leads.judgements(store)
    return [r for r in _resting(store) if judged.get(r.lead_id, Judgement.PROPOSED) is Judgement.PROPOSED]


@per_version
def _resting(store: Store) -> list[Resting]:
    return [_unpack(packed) for block in store.read("questions/resting") for packed in block["rows"]]


def _unpack(packed: list[Any]) -> Resting:
    lead, score, resource, use, firm, nace, relation, guessed, use_text = packed
    direction = DIRECTION[relation] if relation else Direction.NEED
    guess = Guess(firm, guessed or resource, direction)
    return Resting(lead, score, guess, nace[0] if nace else "", use or "", use_text or "", bool(relation and guessed))


def _row(a: Answered) -> Row:
    return {
        "id": a.guess.id, "firm": a.guess.firm_id, "resource": a.guess.resource_id, "answer": a.answer.value,
        "direction": a.guess.direction.value, "by": a.by, "at": a.at, "use_text": a.use_text, "quantity": a.quantity,
        "unit": a.unit.value if a.unit else None,
    }  # fmt: skip


def _first(nace: list[str] | None) -> str:
    return nace[0] if nace else ""


def _answered(row: Row) -> Answered:
    guess = Guess(row["firm"], row["resource"], Direction(row["direction"]))
    unit = Unit(row["unit"]) if row["unit"] else None
    use_text, nace = row["use_text"] or "", _first(row["nace"])
    return Answered(guess, Answer(row["answer"]), row["by"], row["at"], use_text, row["quantity"], unit, nace)
