"""Correcting the knowledge in the pages, without JavaScript."""

import csv
import io
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from symbiosis.domain.access import Account
from symbiosis.domain.corrections import Trouble
from symbiosis.domain.enums import CorrectionKind
from symbiosis.handlers import HANDLERS
from symbiosis.services.work import work_once
from symbiosis.store import corrections
from symbiosis.store.session import Store
from symbiosis.web.correct_form import FIELDS
from symbiosis.web.correction_words import SAID, TROUBLES
from tests.web.conftest import Visitor
from tests.web.reading import Node

ODD = "truc en plastoc bleu"
NEW = "/knowledge/corrections/new?"
SYNONYM = f"{NEW}kind=resource_synonym"
GOOD = {"text": ODD, "language": "fr", "resource_text": "Drêches de brasserie", "reason": "vu à l'atelier"}


@pytest.fixture(autouse=True)
def untouched(town: Store) -> Iterator[None]:
    """Take every correction back after the test: others look at the same town."""
    yield
    for correction in corrections.every(town):
        corrections.withdraw(town, correction.id, "test", "2026-01-01T00:00:00.000+00:00")
    while work_once(town, HANDLERS):
        pass


def in_force(town: Store) -> list[str]:
    return [c.text or c.fr for c in corrections.every(town) if c.active]


def values(page: Node) -> dict[str, str]:
    return {i.attributes["name"]: i.attributes.get("value", "") for i in page.all("input") if "name" in i.attributes}


def test_every_kind_has_its_fields_and_words() -> None:
    assert set(FIELDS) == set(SAID) == set(CorrectionKind) and set(TROUBLES) == set(Trouble)


@pytest.mark.parametrize("kind", CorrectionKind)
def test_every_form_can_be_read_in_both_languages(visitor: Visitor, english: Visitor, kind: str) -> None:
    titles = [who.get(f"{NEW}kind={kind}").all("title")[0].text for who in (visitor, english)]
    assert titles[0] != titles[1]
    visitor.look(visitor.post(f"{NEW}kind={kind}"), 422)


def test_a_flow_to_be_made_clear_leads_to_its_synonym(visitor: Visitor, town: Store) -> None:
    link = next(
        a.attributes["href"]
        for a in visitor.get("/unclear").all("a")
        if ODD in a.text and "kind=" in a.attributes["href"]
    )
    assert values(visitor.get(link))["text"] == ODD
    visitor.become(Account.ANIMATOR, "Léa")
    page = visitor.look(visitor.follow(link, **GOOD))
    assert "dans un instant" in page.text and "Léa" in page.text and "en vigueur" in page.text
    assert work_once(town, HANDLERS)
    assert ODD not in visitor.get("/unclear").text
    form = next(f for f in page.all("form") if f.attributes["action"].endswith("/withdraw"))
    assert visitor.client.post(form.attributes["action"]).status_code == 400, "no token"
    back = visitor.look(visitor.follow(form.attributes["action"]))
    assert "retirée par Léa" in back.text and in_force(town) == []


def test_words_that_mean_several_things_are_chosen_from(visitor: Visitor, town: Store) -> None:
    page = visitor.look(visitor.post(SYNONYM, **{**GOOD, "resource_text": "dréches"}), 422)
    offered = [i.attributes["value"] for i in page.all("input") if i.attributes.get("type") == "radio"]
    assert "spent_grain" in offered and in_force(town) == []
    kept = values(page)
    assert (kept["text"], kept["resource_text"], kept["resource_for"]) == (ODD, "dréches", "dréches")
    chosen = {**GOOD, "resource_text": "dréches", "resource_for": "dréches", "resource": "spent_grain"}
    stale = visitor.post(SYNONYM, **{**chosen, "resource_text": "ferrail"})
    assert stale.status_code == 422, "chosen among what other words meant"
    assert visitor.post(SYNONYM, **chosen).status_code == 303 and in_force(town) == [ODD]


def test_looking_words_up_writes_nothing(visitor: Visitor, town: Store) -> None:
    page = visitor.look(visitor.post(SYNONYM, **GOOD, look="1"))
    assert in_force(town) == [] and not page.all("div")[0].text.startswith("À corriger")
    assert any(i.attributes.get("checked") == "" for i in page.all("input") if i.attributes["value"] == "spent_grain")


def test_an_address_fills_the_form_in(visitor: Visitor) -> None:
    page = visitor.get(f"{NEW}kind=usable_as&resource=spent_grain&use=animal_bedding")
    assert values(page)["resource_text"] == "Drêches de brasserie"
    assert {i.attributes["value"] for i in page.all("input") if "checked" in i.attributes} == {
        "spent_grain", "animal_bedding"
    }  # fmt: skip
    visitor.get(f"{NEW}{urlencode({'kind': 'resource', 'text': '<b>x</b>' * 2000})}")
    visitor.get(f"{NEW}kind=usable_as&resource=gone&use={'x' * 3000}")
    visitor.get(f"{NEW}kind=nonsense", 404)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("text", "", "Écrivez quelques mots"), ("text", "x" * 10_000, "Au plus 300"), ("reason", "", "Écrivez"),
        ("text", "palettes", "désigne déjà"), ("text", "drêches de brasserie", "le sait déjà"),
        ("language", "de", "dans la liste"), ("resource_text", "", "puis choisissez"),
        ("resource_text", "🏭", "Rien ne ressemble"), ("reason", "x" * 501, "Au plus 500"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_and_nothing_typed_is_lost(
    visitor: Visitor, town: Store, field: str, value: str, words: str
) -> None:
    sent = {**GOOD, field: value}
    page = visitor.look(visitor.post(SYNONYM, **sent), 422)
    assert words in page.text and in_force(town) == []
    assert all(values(page)[name] == sent[name] for name in ("text", "resource_text"))
    assert page.all("textarea")[0].text == sent["reason"]


def test_a_new_resource_takes_three_fields_and_a_reason(visitor: Visitor, town: Store) -> None:
    told = {"fr": "<i>Plastoc</i> bleu", "en": "Blue thing", "like_text": "drêches de brasserie", "reason": "vu"}
    page = visitor.look(visitor.follow(f"{NEW}kind=resource", **told))
    assert "<i>Plastoc</i> bleu" in page.text and in_force(town) == [told["fr"]]


def test_the_table_can_be_taken_away_and_holds_no_formula(visitor: Visitor) -> None:
    visitor.post(SYNONYM, **{**GOOD, "text": "=cmd|calc", "reason": "@vu"})
    answer = visitor.client.get("/knowledge/corrections.csv")
    assert answer.mimetype == "text/csv" and "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))
    row = next(r for r in rows if "cmd" in r["text"] and r["status"] == "in force")
    assert (row["text"], row["reason"], row["resource"]) == ("'=cmd|calc", "'@vu", "spent_grain")


def test_what_does_not_exist_cannot_be_taken_back(visitor: Visitor) -> None:
    visitor.look(visitor.post("/knowledge/corrections/correction-none/withdraw"), 404)
