"""An answer from the call list changes the leads at once, exactly as a full run would, and for good."""

from pathlib import Path

import pytest

from symbiosis.domain.enums import Answer, Judgement, Provenance, Unit
from symbiosis.domain.errors import AlreadyAnswered, NotFound
from symbiosis.knowledge import Knowledge
from symbiosis.services import ask
from symbiosis.services.ask import QuestionLine, Said
from symbiosis.services.backup import restore, save
from symbiosis.services.decide import Order, decide
from symbiosis.services.record import settle
from symbiosis.services.rematch import rematch
from symbiosis.store import flows, questions, synergies
from symbiosis.store.directions import RELATION
from symbiosis.store.session import Row, Store
from tests import territories
from tests.databases import wipe
from tests.services.conftest import quiet

GUESSES = """f-store,need,sciure de bois,,200,t,weekly,hypothesis,2024
f-office,offer,palettes perdues,,,,,hypothesis,2024
f-shop,need,palettes perdues,,40,t,weekly,declared,2026
"""
YES, NO, LATER = (Said(answer, "Anne") for answer in Answer)
ASKED = {
    "a firm that guesses say needs it": ("f-store", "sawdust"),
    "a firm that guesses say offers it": ("f-office", "wood_pallet"),
    "a firm whose sector does that": ("f-mill", "spent_grain"),
}


@pytest.fixture
def guessing(ready: Store, knowledge: Knowledge, tmp_path: Path) -> Store:
    """Return the small territory with guesses on both sides, matched."""
    folder = territories.write(tmp_path / "guessing", flows=territories.FLOWS + GUESSES)
    territories.load(ready, knowledge, folder)
    rematch(ready, quiet)
    return ready


def lines(store: Store, knowledge: Knowledge) -> dict[tuple[str, str], QuestionLine]:
    found = ask.call_list(store, knowledge).lines
    return {(line.question.guess.firm_id, line.question.guess.resource_id): line for line in found}


def question(store: Store, knowledge: Knowledge, asked: tuple[str, str]) -> str:
    return lines(store, knowledge)[asked].question.guess.id


def open_leads(store: Store, firm_id: str, resource_id: str) -> list[Row]:
    standing = synergies.standing(store)
    return [row for row in standing if firm_id in row["firm_ids"] and row["resource_id"] == resource_id]


def hypothetical(store: Store, row: Row) -> bool:
    return bool(synergies.get(store, row["id"])["hypothetical"])


@pytest.mark.parametrize("said", [YES, NO], ids=["yes", "no"])
@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_an_answer_gives_at_once_what_a_full_run_gives(
    guessing: Store, knowledge: Knowledge, asked: tuple[str, str], said: Said
) -> None:
    before = synergies.standing(guessing)
    ask.answer(guessing, knowledge, question(guessing, knowledge, asked), said)
    at_once = synergies.standing(guessing)
    rematch(guessing, quiet)
    assert before != at_once == synergies.standing(guessing)


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_a_refuted_guess_takes_its_leads_away_for_good(
    guessing: Store, knowledge: Knowledge, tmp_path: Path, asked: tuple[str, str]
) -> None:
    assert open_leads(guessing, *asked)
    assert ask.answer(guessing, knowledge, question(guessing, knowledge, asked), NO) == 1
    assert not open_leads(guessing, *asked) and asked not in lines(guessing, knowledge)
    folder = territories.write(tmp_path / "again", flows=territories.FLOWS + GUESSES)
    territories.load(guessing, knowledge, folder)
    rematch(guessing, quiet)
    assert not open_leads(guessing, *asked)


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_a_confirmed_guess_is_an_observed_flow_and_its_leads_rest_on_no_guess(
    guessing: Store, knowledge: Knowledge, asked: tuple[str, str]
) -> None:
    asked_id = question(guessing, knowledge, asked)
    direction = lines(guessing, knowledge)[asked].question.guess.direction
    told = Said(Answer.YES, "Anne", 120.0, Unit.TONNE)
    assert ask.answer(guessing, knowledge, asked_id, told) == 1
    assert [hypothetical(guessing, row) for row in open_leads(guessing, *asked)] == [False]
    seen = [row for row in flows.of_firm(guessing, asked[0]) if row["provenance"] == Provenance.OBSERVED]
    kept = [(row["resource_id"], row["quantity"], row["unit"]) for row in seen if row["resource_id"] == asked[1]]
    assert kept == [(asked[1], 120.0, "t")]
    assert {row["relation"] for row in seen if row["resource_id"] == asked[1]} == {RELATION[direction]}
    assert asked not in lines(guessing, knowledge)


def test_a_question_put_off_comes_last_and_can_still_be_answered(guessing: Store, knowledge: Knowledge) -> None:
    first, *others = lines(guessing, knowledge)
    asked_id, before = question(guessing, knowledge, first), synergies.standing(guessing)
    assert ask.answer(guessing, knowledge, asked_id, LATER) == 0
    assert list(lines(guessing, knowledge)) == [*others, first] and synergies.standing(guessing) == before
    assert ask.call_list(guessing, knowledge).rates == ()
    ask.answer(guessing, knowledge, asked_id, NO)
    left = ask.call_list(guessing, knowledge)
    assert asked_id not in {line.question.guess.id for line in left.lines} and ask.count(guessing) == left.open


def test_what_people_judged_is_neither_asked_nor_touched(guessing: Store, knowledge: Knowledge) -> None:
    asked = ASKED["a firm that guesses say offers it"]
    line, lead = lines(guessing, knowledge)[asked], open_leads(guessing, *asked)[0]["id"]
    decide(guessing, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    before = synergies.get(guessing, lead)
    assert asked not in lines(guessing, knowledge)
    with pytest.raises(NotFound):
        ask.answer(guessing, knowledge, line.question.guess.id, NO)
    settle(guessing, knowledge, line.question.guess)
    assert synergies.get(guessing, lead) == before


def test_the_first_of_two_people_is_believed_and_a_second_click_is_none(guessing: Store, knowledge: Knowledge) -> None:
    asked_id = question(guessing, knowledge, ASKED["a firm that guesses say needs it"])
    ask.answer(guessing, knowledge, asked_id, NO)
    after = synergies.standing(guessing)
    with pytest.raises(AlreadyAnswered):
        ask.answer(guessing, knowledge, asked_id, Said(Answer.YES, "Bruno"))
    ask.answer(guessing, knowledge, asked_id, NO)
    assert synergies.standing(guessing) == after
    assert [a.answer for a in questions.every(guessing)] == [Answer.NO]


def test_how_often_guesses_were_right_is_counted_per_sector_and_resource(guessing: Store, knowledge: Knowledge) -> None:
    answers = zip(ASKED.values(), (YES, NO, NO), strict=True)
    for asked, said in [(question(guessing, knowledge, asked), said) for asked, said in answers]:
        ask.answer(guessing, knowledge, asked, said)
    rates = {
        rate.resource.id: (rate.checked.right, rate.checked.answers)
        for rate in ask.call_list(guessing, knowledge).rates
    }
    assert rates == {"sawdust": (1, 1), "wood_pallet": (0, 1), "spent_grain": (0, 1)}


def test_a_backup_keeps_what_firms_answered(guessing: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    ask.answer(guessing, knowledge, question(guessing, knowledge, ASKED["a firm that guesses say needs it"]), NO)
    before, leads = questions.every(guessing), synergies.standing(guessing)
    save(guessing, tmp_path / "b.gz")
    restore(wipe(guessing), tmp_path / "b.gz")
    rematch(guessing, quiet)
    assert (questions.every(guessing), synergies.standing(guessing)) == (before, leads)


def test_a_question_nobody_asks_is_not_found(guessing: Store, knowledge: Knowledge) -> None:
    with pytest.raises(NotFound):
        ask.answer(guessing, knowledge, "question-none", YES)
