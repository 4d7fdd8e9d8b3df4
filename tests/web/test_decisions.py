from datetime import date, timedelta

import pytest

from symbiosis.domain.access import Account
from symbiosis.domain.enums import Judgement
from symbiosis.domain.views import Filters, SynergyFile, SynergyLine
from symbiosis.services import browse, decide
from symbiosis.store.session import Store
from tests.web.conftest import Pick, Visitor

TOMORROW = (date.today() + timedelta(days=2)).isoformat()


def judged(town: Store, line: SynergyLine) -> Judgement:
    return browse.synergy(town, line.id).line.judgement


def form(line: SynergyLine, **fields: str) -> dict[str, str]:
    return {"version": str(line.version), **fields}


def test_confirming_leads_to_the_next_lead_and_can_be_undone(visitor: Visitor, town: Store) -> None:
    first, second = browse.queue(town, Filters(), 1).lines[:2]
    visitor.become(Account.ANIMATOR, "Inès")
    page = visitor.look(visitor.follow(f"/synergies/{first.id}/confirm", **form(first)))
    assert judged(town, first) is Judgement.CONFIRMED
    current = next(a for a in page.all("a") if a.attributes.get("aria-current") == "true")
    assert f"selected={second.id}" in current.attributes["href"]
    undo = next(f for f in page.all("form") if f.attributes["action"].startswith(f"/synergies/{first.id}/undo"))
    version = next(i.attributes["value"] for i in undo.all("input") if i.attributes["name"] == "version")
    page = visitor.look(visitor.follow(undo.attributes["action"], version=version))
    assert judged(town, first) is Judgement.PROPOSED
    history = browse.synergy(town, first.id).decisions
    assert [(d.who, d.after) for d in history] == [("Inès", Judgement.PROPOSED), ("Inès", Judgement.CONFIRMED)]
    assert "Inès" in page.text


def test_refusing_wants_a_reason_of_the_list(visitor: Visitor, town: Store, pick: Pick) -> None:
    line = pick(kind="mutualisation")
    address = f"/synergies/{line.id}/refuse"
    for reason in ("", "nonsense", "undo"):
        page = visitor.look(visitor.post(address, **form(line, reason=reason, note="à garder")), 422)
        assert any("à garder" in area.text for area in page.all("textarea"))
        assert any(a.attributes["href"] == "#refuse-reason" for a in page.all("a"))
    visitor.look(visitor.post(address, **form(line, reason="cost", note="x" * 501)), 422)
    assert judged(town, line) is Judgement.PROPOSED
    visitor.look(visitor.follow(address, **form(line, reason="cost", note="<b>trop</b>")))
    page = visitor.get(f"/synergies/{line.id}")
    assert "trop cher" in page.text and "<b>trop</b>" in page.text and not page.all("b")
    decide.undo(town, line.id, line.version + 1, "test")


@pytest.mark.parametrize("until", ["", "hier", "2020-01-01", "9999-12-31", date.today().isoformat()])
def test_deferring_wants_a_date_to_come(visitor: Visitor, town: Store, pick: Pick, until: str) -> None:
    line = pick()
    visitor.look(visitor.post(f"/synergies/{line.id}/defer", **form(line, until=until)), 422)
    assert judged(town, line) is Judgement.PROPOSED


def test_a_deferred_lead_is_listed_apart_and_can_be_decided(visitor: Visitor, town: Store, pick: Pick) -> None:
    line = pick()
    visitor.look(visitor.follow(f"/synergies/{line.id}/defer", **form(line, until=TOMORROW)))
    page = visitor.get("/synergies?judgement=deferred")
    assert any(f.attributes["action"].startswith(f"/synergies/{line.id}/confirm") for f in page.all("form"))
    decide.undo(town, line.id, line.version + 1, "test")


def test_two_people_at_once_one_wins(visitor: Visitor, town: Store, substitution: SynergyFile) -> None:
    line = substitution.line
    decide.decide(town, decide.Order(line.id, line.version, Judgement.REFUSED, "Karim", reason="cost"))
    answer = visitor.post(f"/synergies/{line.id}/defer", **form(line, until=TOMORROW, note="mon mot"))
    page = visitor.look(answer, 409)
    assert "Karim" in page.text and "mon mot" in page.text and "refusée" in page.text
    assert any(a.attributes["href"] == f"/synergies/{line.id}" for a in page.all("a"))
    assert judged(town, line) is Judgement.REFUSED
    visitor.look(visitor.post(f"/synergies/{line.id}/undo", **form(line)), 409)
    decide.undo(town, line.id, line.version + 1, "Karim")


def test_a_double_click_is_no_conflict(visitor: Visitor, town: Store, pick: Pick) -> None:
    line = pick()
    for _ in range(2):
        visitor.look(visitor.follow(f"/synergies/{line.id}/confirm", **form(line)))
    assert browse.synergy(town, line.id).line.version == line.version + 1
    decide.undo(town, line.id, line.version + 1, "test")


def test_the_last_of_a_page_leads_to_one_that_is_left(visitor: Visitor, town: Store) -> None:
    lines = browse.queue(town, Filters(), 1).lines
    last = lines[-1]
    answer = visitor.follow(f"/synergies/{last.id}/confirm?at={len(lines) - 1}", **form(last))
    page = visitor.look(answer)
    assert [a for a in page.all("a") if a.attributes.get("aria-current") == "true"]
    decide.undo(town, last.id, last.version + 1, "test")


def test_the_lead_alone_stays_in_sight(visitor: Visitor, town: Store, pick: Pick) -> None:
    line = pick()
    answer = visitor.post(f"/synergies/{line.id}/confirm?alone=1", **form(line))
    assert answer.location == f"/synergies/{line.id}"
    page = visitor.get(answer.location)
    assert "confirmée" in page.text and not any("/confirm" in f.attributes["action"] for f in page.all("form"))
    decide.undo(town, line.id, line.version + 1, "test")


@pytest.mark.parametrize("verb", ["confirm", "refuse", "defer", "undo"])
def test_without_a_token_nothing_is_decided(visitor: Visitor, town: Store, pick: Pick, verb: str) -> None:
    line = pick()
    answer = visitor.client.post(f"/synergies/{line.id}/{verb}", data=form(line, reason="cost", until=TOMORROW))
    assert visitor.look(answer, 400).all("h1")[0].text == "Demande incomprise"
    assert judged(town, line) is Judgement.PROPOSED


@pytest.mark.parametrize("version", ["", "x", "-1", "1e9"])
def test_a_malformed_version_is_refused(visitor: Visitor, pick: Pick, version: str) -> None:
    visitor.look(visitor.post(f"/synergies/{pick().id}/confirm", version=version), 400)


def test_a_lead_that_is_gone_is_a_404(visitor: Visitor) -> None:
    visitor.look(visitor.post("/synergies/none/confirm", version="1"), 404)
    visitor.look(visitor.post("/synergies/none/refuse?alone=1", version="1"), 404)


def test_decisions_are_never_taken_by_a_get(visitor: Visitor, pick: Pick) -> None:
    assert visitor.client.get(f"/synergies/{pick().id}/confirm").status_code == 405
