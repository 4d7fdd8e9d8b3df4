"""The follow-up pages: a step, a figure, what is refused, and what happens when two people write at once."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from symbiosis.domain.enums import Judgement
from symbiosis.services import browse, decide, follow_up
from symbiosis.store.session import Store
from tests.web.conftest import Pick, Visitor

SOON = (date.today() + timedelta(days=4)).isoformat()


@pytest.fixture
def lead(town: Store, pick: Pick) -> Iterator[str]:
    """Return a confirmed lead, put back afterwards."""
    line = pick(kind="mutualisation")
    decide.decide(town, decide.Order(line.id, line.version, Judgement.CONFIRMED, "Inès"))
    yield line.id
    held = browse.synergy(town, line.id).line.version
    decide.decide(town, decide.Order(line.id, held, Judgement.PROPOSED, "test"))


def version(town: Store, lead: str) -> str:
    return str(browse.synergy(town, lead).line.version)


def test_a_step_is_planned_and_shown(visitor: Visitor, town: Store, lead: str) -> None:
    page = visitor.look(
        visitor.follow(
            f"/follow-up/{lead}/step", version=version(town, lead), stage="contacted", note="<i>vu</i>",
            next_action="=rappeler", next_on=SOON, next_by="Zoë",
        )
    )  # fmt: skip
    assert "Étape enregistrée." in page.text and "=rappeler" in page.text and not page.all("i")
    board = visitor.get("/follow-up?stage=contacted&by=Zo%C3%AB")
    assert any(a.attributes["href"] == f"/follow-up/{lead}" for a in board.all("a"))
    visitor.get(f"/synergies/{lead}")
    page = visitor.look(visitor.follow(f"/follow-up/{lead}/undo", version=version(town, lead)))
    assert browse.synergy(town, lead).line.judgement is Judgement.CONFIRMED


@pytest.mark.parametrize(
    "fields",
    [
        {"stage": "proposed"}, {"stage": "abandoned"}, {"stage": "contacted", "next_action": "rappeler"},
        {"stage": "contacted", "next_on": SOON}, {"stage": "contacted", "note": "x" * 501},
        {"stage": "contacted", "next_action": "a", "next_on": "2020-01-01"},
        {"stage": "contacted", "next_action": "a", "next_on": "demain"},
    ],
)  # fmt: skip
def test_a_step_that_makes_no_sense_is_kept_to_be_mended(
    visitor: Visitor, town: Store, lead: str, fields: dict[str, str]
) -> None:
    page = visitor.look(visitor.post(f"/follow-up/{lead}/step", version=version(town, lead), **fields), 422)
    assert "À corriger" in page.text
    assert follow_up.file(town, lead).line.judgement is Judgement.CONFIRMED


def test_an_old_version_is_a_conflict_that_keeps_what_was_typed(visitor: Visitor, town: Store, lead: str) -> None:
    old = version(town, lead)
    visitor.follow(f"/follow-up/{lead}/step", version=old, stage="studied", note="premier")
    answer = visitor.post(f"/follow-up/{lead}/step", version=old, stage="contacted", note="mon mot reste")
    page = visitor.look(answer, 409)
    assert any("mon mot reste" in area.text for area in page.all("textarea")) and "à l'étude" in page.text
    assert follow_up.file(town, lead).line.judgement is Judgement.STUDIED


@pytest.mark.parametrize(
    "fields",
    [
        {"year": "1812"}, {"year": "2999"}, {"amount": "beaucoup"}, {"amount": "-3"}, {"measure": "kg"}, {"source": ""},
        {"source": "x" * 201}, {"amount": "1e400"},
    ],
)  # fmt: skip
def test_a_figure_without_year_unit_or_source_is_refused(
    visitor: Visitor, town: Store, lead: str, fields: dict[str, str]
) -> None:
    good = {"year": "2026", "amount": "12,5", "measure": "t", "source": "pesées", "version": version(town, lead)}
    visitor.look(visitor.post(f"/follow-up/{lead}/result", **good | fields), 422)
    assert follow_up.file(town, lead).results == ()


def test_a_lead_that_nobody_confirmed_is_the_reviews(visitor: Visitor, pick: Pick) -> None:
    line = pick()
    assert visitor.client.get(f"/follow-up/{line.id}").location == f"/synergies/{line.id}"
    answer = visitor.post(f"/follow-up/{line.id}/step", version=str(line.version), stage="contacted")
    visitor.look(answer, 409)
    assert visitor.post(f"/follow-up/{line.id}/step", stage="contacted").status_code == 400
    visitor.get("/follow-up/none", 404)
