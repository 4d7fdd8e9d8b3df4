import pytest

from symbiosis.domain.enums import Unit
from symbiosis.services import browse
from symbiosis.store.session import Store
from symbiosis.web.declare_form import decimal
from tests.web.conftest import Visitor
from tests.web.town import NAMES

GOOD = {"direction": "offer", "text": "drêches de brasserie", "quantity": "12,5", "unit": "t", "rhythm": "weekly"}


def flows(town: Store, firm: str) -> int:
    return len(browse.firm(town, firm).flows)


def test_a_declaration_shows_sectors_and_never_another_firm(visitor: Visitor, town: Store) -> None:
    answer = visitor.follow("/declare?firm=t-foxtrot", **{**GOOD, "quantity": "650"})
    page = visitor.look(answer)
    assert answer.request.path.startswith("/declare/flow-")
    assert "Drêches de brasserie" in page.text and "une entreprise du territoire" in page.text
    for name in NAMES:
        assert (f"Maison {name}" in answer.text) == (name == "Foxtrot")
    for firm in (f"t-{name.lower()}" for name in NAMES if name != "Foxtrot"):
        assert firm not in answer.text
    assert "700" not in page.text and "600" not in page.text


def test_sent_twice_it_is_one_flow(visitor: Visitor, town: Store) -> None:
    before = flows(town, "t-delta")
    places = {visitor.post("/declare?firm=t-delta", **GOOD).location for _ in range(2)}
    assert len(places) == 1 and flows(town, "t-delta") == before + 1
    assert visitor.post("/declare?firm=t-delta", **{**GOOD, "quantity": "13"}).location not in places


def test_a_decimal_comma_and_not_knowing_are_accepted(visitor: Visitor, town: Store) -> None:
    visitor.look(visitor.follow("/declare?firm=t-hotel", **GOOD))
    told = next(f for f in browse.firm(town, "t-hotel").flows if f.text == GOOD["text"])
    assert (told.quantity, told.unit, told.provenance) == (12.5, Unit.TONNE, "declared")
    visitor.look(visitor.follow("/declare?firm=t-hotel", direction="need", text="palettes", unknown="1"))


def test_words_nobody_understands_are_said_to_be_so(visitor: Visitor) -> None:
    answer = visitor.follow("/declare?firm=t-lima", direction="offer", text="schmilblick", unknown="1")
    assert "à préciser" in visitor.look(answer).text and "Pas encore de partenaire" in answer.text
    assert "schmilblick" in visitor.get("/unclear").text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("direction", ""), ("direction", "steal"), ("text", ""), ("text", "x" * 301), ("quantity", ""),
        ("quantity", "beaucoup"), ("quantity", "0"), ("quantity", "-3"), ("quantity", "1e999"), ("quantity", "nan"),
        ("quantity", "9" * 30), ("unit", ""), ("unit", "bushel"), ("rhythm", "often"), ("temperature_c", "-300"),
        ("temperature_c", "chaud"), ("waste_code", "15 01"), ("waste_code", "١٢٣٤٥٦"), ("quality", "x" * 201),
        ("use_text", "x" * 201),
    ],
)  # fmt: skip
def test_a_mistake_is_named_and_nothing_typed_is_lost(visitor: Visitor, town: Store, field: str, value: str) -> None:
    before = flows(town, "t-echo")
    sent = {**GOOD, "quality": "propre & trié", "waste_code": "02 07 04", field: value}
    page = visitor.look(visitor.post("/declare?firm=t-echo", **sent), 422)
    target = next(
        a.attributes["href"] for a in page.all("a") if a.attributes["href"].startswith("#") and a.inside("ul")
    )
    assert target == f"#{field}"
    kept = {i.attributes["name"]: i.attributes.get("value", "") for i in page.all("input") if "name" in i.attributes}
    assert all(kept[name] == text for name, text in sent.items() if name not in ("direction", "unit", "rhythm"))
    assert flows(town, "t-echo") == before


def test_a_declaration_without_token_or_firm_is_refused(visitor: Visitor) -> None:
    assert visitor.client.post("/declare?firm=t-alpha", data=GOOD).status_code == 400
    visitor.look(visitor.post("/declare?firm=none", **GOOD), 404)
    visitor.look(visitor.post("/declare", **GOOD), 404)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,5", 12.5),
        ("1 200", 1200),
        ("1\u202f200,5", 1200.5),
        ("-18", -18),
        ("1.234,5", None),
        ("", None),
        (",5", None),
    ],
)
def test_numbers_as_people_write_them(text: str, number: float | None) -> None:
    assert decimal(text) == number
