"""Numbers, units, containers and rhythms as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Unit
from symbiosis.knowledge.quantities import Quantity, quantity, without_quantities

PERIODS = {"year", "month", "week", "day", "once"}
TYPED = [
    ("2 bennes de 15 m3 par mois", "fr", 30, "m3", "month"),
    ("cuve 1500 L tous les 2 mois", "fr", 750, "L", "month"),
    ("environ 15 kg/j", "fr", 15, "kg", "day"),
    ("200 L/sem d'huile", "fr", 200, "L", "week"),
    ("1,5 t de copeaux par trimestre", "fr", 6, "t", "year"),
    ("12 000 t/an", "fr", 12_000, "t", "year"),
    ("12.000 kg par an", "fr", 12_000, "kg", "year"),
    ("1.5 t a month", "en", 1.5, "t", "month"),
    ("1,500 L a year", "en", 1500, "L", "year"),
    ("de 3 à 5 tonnes par mois", "fr", 4, "t", "month"),
    ("40-60 kg a week", "en", 50, "kg", "week"),
    ("3 IBC par trimestre", "fr", 12_000, "L", "year"),
    ("two 50 L drums a month", "en", 100, "L", "month"),
    ("4 fûts de 200 L tous les 15 jours", "fr", 400, "L", "week"),
    ("30 m3 deux fois par an", "fr", 60, "m3", "year"),
    ("une vingtaine de palettes par semaine", "fr", 20, "piece", "week"),
    ("400 pneus à enlever", "fr", 400, "piece", "once"),
    ("25 pcs", "en", 25, "piece", "once"),
    ("80 MWh par an", "fr", 80, "MWh", "year"),
    ("2 GWh/an", "fr", 2000, "MWh", "year"),
    ("500 kWh par jour", "fr", 500, "kWh", "day"),
    ("30 heures par mois", "fr", 30, "hour", "month"),
    ("12 hl de lies", "fr", 1200, "L", "once"),
    ("2 t par fournée, 3 fournées par semaine", "fr", 6, "t", "week"),
    ("3 m³ every two weeks", "en", 1.5, "m3", "week"),
    ("un tas de 40 t", "fr", 40, "t", "once"),
    ("une dizaine de tonnes par semaine", "fr", 10, "t", "week"),
    ("900 t/y", "en", 900, "t", "year"),
    ("180 t / hiver", "fr", 180, "t", "year"),
    ("60 t a season", "en", 60, "t", "year"),
    ("3 t de cuve qui a été lavée", "fr", 3, "t", "once"),
    ("316 L d'huile", "fr", 316, "L", "once"),
    ("600 kg le mardi et le vendredi", "fr", 1200, "kg", "week"),
    ("6 batteries, 1,2 t pièce", "fr", 7.2, "t", "once"),
    ("verre fissuré, 210 modules", "fr", 210, "piece", "once"),
    ("copeaux inox 316L, une benne de 8 m3 par semaine", "fr", 8, "m3", "week"),
]


@pytest.mark.parametrize(("text", "lang", "value", "unit", "per"), TYPED)
def test_what_people_type_is_a_quantity(text: str, lang: str, value: float, unit: str, per: str) -> None:
    assert quantity(text, lang) == Quantity(value, Unit(unit), per)


@pytest.mark.parametrize(
    "text", ["", "des palettes", "chaleur à 60 °C", "0/31,5", "inox 316L/304L", "S235", "600 kW", "???"]
)
def test_a_text_without_a_quantity_has_none(text: str) -> None:
    assert quantity(text) is None


@pytest.mark.parametrize("text", ["cantine de 180 couverts", "EHPAD 84 lits", "à 3 entreprises", "ouvert 6 jours"])
def test_the_size_of_a_firm_is_no_quantity(text: str) -> None:
    assert quantity(text) is None


@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_no_text_raises_and_every_quantity_is_written_in_known_words(text: str, lang: str) -> None:
    found = quantity(text, lang)
    assert found is None or (found.value > 0 and found.unit in set(Unit) and found.per in PERIODS)


@given(
    st.integers(1, 900),
    st.sampled_from([("t", "t"), ("kg", "kg"), ("m3", "m3"), ("litres", "L"), ("tonnes", "t"), ("MWh", "MWh")]),
    st.sampled_from([("par an", "year"), ("/mois", "month"), ("par semaine", "week"), ("/jour", "day"), ("", "once")]),
    st.sampled_from(["{} de sciure", "sciure {}", "de la sciure, {}, propre"]),
)
def test_a_quantity_is_read_wherever_it_stands(
    number: int, unit: tuple[str, str], per: tuple[str, str], text: str
) -> None:
    typed = text.format(f"{number} {unit[0]} {per[0]}".strip())
    assert quantity(typed) == Quantity(number, Unit(unit[1]), per[1])


@given(st.text(max_size=100))
def test_taking_quantities_away_leaves_no_more_than_there_was(text: str) -> None:
    assert len(without_quantities(text)) <= len(without_quantities(text + " ")) + len(text) + 1


@pytest.mark.parametrize("text", ["12 t/an de sciure", "2 bennes de 15 m3 de sciure par mois", "sciure 3 big bags/sem"])
def test_only_the_thing_is_left_without_its_quantity(text: str) -> None:
    assert without_quantities(text).replace("de ", " ").split() == ["sciure"]
