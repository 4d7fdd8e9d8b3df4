import re
from collections.abc import Iterator

import pytest

from symbiosis.domain.access import Account
from symbiosis.services import ask
from symbiosis.services.ask import QuestionLine
from symbiosis.services.know import Known
from symbiosis.services.rematch import rematch
from symbiosis.store import synergies
from symbiosis.store.session import Store
from tests.databases import ask as query
from tests.web.conftest import Visitor

UNSEE = "MATCH (w:Flow {id: $id}) DETACH DELETE w"


def first(town: Store) -> QuestionLine:
    return ask.call_list(town, Known().current(town)).lines[0]


@pytest.fixture
def line(town: Store) -> Iterator[QuestionLine]:
    """Return the first question; whatever is answered is forgotten afterwards."""
    flows = {row["id"] for row in query(town, "MATCH (w:Flow) RETURN w.id AS id")}
    yield first(town)
    query(town, "MATCH (q:Question) DETACH DELETE q")
    for row in query(town, "MATCH (w:Flow) RETURN w.id AS id"):
        if row["id"] not in flows:
            query(town, UNSEE, id=row["id"])
    rematch(town, lambda *_: None)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " "))


def test_the_list_says_whom_to_ask_what_and_what_a_yes_would_open(visitor: Visitor, line: QuestionLine) -> None:
    page = visitor.get("/questions")
    assert any(a.attributes["href"] == f"/firms/{line.firm.id}" for a in page.all("a"))
    for opened in line.leads:
        assert any(a.attributes["href"] == f"/synergies/{opened.line.id}" for a in page.all("a"))
    assert line.resource.fr in page.text and "Valeur attendue" in page.text and "€" not in page.text
    buttons = [b.attributes["value"] for b in page.all("button") if b.attributes.get("name") == "answer"]
    assert buttons[:3] == ["yes", "no", "later"] and "confirmée" not in page.text


def test_the_first_page_says_how_many_questions_wait(visitor: Visitor, town: Store) -> None:
    links = [a for a in visitor.get("/").all("a") if a.attributes["href"] == "/questions"]
    assert f"{ask.count(town)} question" in plain(links[-1].text)


@pytest.mark.parametrize(("answer", "told"), [("yes", "Un flux observé"), ("no", "retirée"), ("later", "rappeler")])
def test_an_answer_is_noted_signed_and_told(
    visitor: Visitor, town: Store, line: QuestionLine, answer: str, told: str
) -> None:
    visitor.become(Account.ANIMATOR, "Inès")
    sent = visitor.follow(f"/questions/{line.question.guess.id}", answer=answer, quantity="12,5", unit="t")
    page = visitor.look(sent)
    (said,) = (plain(node.text) for node in page.walk() if node.attributes.get("class") == "flash")
    assert told in said and (answer != "no" or f" {len(line.leads)} piste" in said)
    noted = query(town, "MATCH (q:Question) RETURN q.answer AS a, q.by AS by, q.quantity AS n")
    assert noted == [{"a": answer, "by": "Inès", "n": 12.5 if answer == "yes" else None}]
    rated = {"yes": "1 sur 1 confirmée", "no": "0 sur 1 confirmée", "later": ""}[answer]
    assert rated in plain(page.text)


@pytest.mark.parametrize(("quantity", "unit"), [("beaucoup", "t"), ("-1", "t"), ("3", "boisseau"), ("3", "")])
def test_a_quantity_that_cannot_be_read_is_kept_to_be_mended(
    visitor: Visitor, town: Store, line: QuestionLine, quantity: str, unit: str
) -> None:
    sent = visitor.post(f"/questions/{line.question.guess.id}", answer="yes", quantity=quantity, unit=unit)
    page = visitor.look(sent, 422)
    assert any(i.attributes.get("value") == quantity for i in page.all("input"))
    assert not query(town, "MATCH (q:Question) RETURN q")


def test_somebody_else_who_answered_first_is_believed(visitor: Visitor, town: Store, line: QuestionLine) -> None:
    asked = line.question.guess.id
    visitor.become(Account.ANIMATOR, "Inès")
    visitor.look(visitor.follow(f"/questions/{asked}", answer="no"))
    visitor.become(Account.ANIMATOR, "Karim")
    before = synergies.standing(town)
    assert "juste avant vous" in visitor.look(visitor.follow(f"/questions/{asked}", answer="yes")).text
    assert synergies.standing(town) == before


def test_what_makes_no_sense_is_refused(visitor: Visitor, town: Store, line: QuestionLine) -> None:
    address = f"/questions/{line.question.guess.id}"
    visitor.look(visitor.post(address, answer="maybe"), 400)
    visitor.look(visitor.client.post(address, data={"answer": "no"}), 400)
    visitor.look(visitor.post("/questions/none", answer="no"), 404)
    assert visitor.client.get(address).status_code == 405
    assert not query(town, "MATCH (q:Question) RETURN q")
