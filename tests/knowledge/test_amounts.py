"""What people type as a quantity: per year, or a question."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.amounts import Usual
from symbiosis.domain.enums import Rhythm, Unit
from symbiosis.domain.units import to_base
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.amounts import MOST, amount


@pytest.mark.parametrize(
    ("typed", "value", "unit", "rhythm"),
    [
        ("12,5 t/an", 12.5, "t", None), ("200 L/sem", 200 * 52, "L", "weekly"),
        ("2 m3 par semaine", 2 * 52, "m3", "weekly"), ("environ 300 kg", 300, "kg", "once"),
        ("10 à 20 t/an", 15, "t", None), ("3 bennes de 15 m3 / mois", 3 * 15 * 12, "m3", "monthly"),
        ("50 palettes/sem", 50 * 52, "piece", "weekly"), ("15 kg/jour", 15 * 250, "kg", "daily"),
        ("2 IBC/mois", 2 * 12 * 1000, "L", "monthly"), ("1,5e3 kg/an", 1500, "kg", None),
    ],
)  # fmt: skip
def test_what_people_type_is_counted_per_year(
    typed: str, value: float, unit: str, rhythm: str | None, knowledge: Knowledge
) -> None:
    said = knowledge.amount(typed, "palettes")
    assert (said.value, said.unit, said.doubt) == (value, Unit(unit), None)
    assert said.rhythm == (Rhythm(rhythm) if rhythm else None)
    assert said.typed == typed


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("1e12 t/an", "vouliez-vous dire 1 t par an\u00a0?"), ("30000000 t/an", "30 000 000 kg par an"),
        ("9999999999999 t/an", "dépasse"), ("-3 t", "vouliez-vous dire «\u00a03 t\u00a0»\u00a0?"),
        ("0 t/an", "laissez vide"),
        ("300", "en quelle unité"), ("beaucoup", "combien"), ("3 bennes/mois", "contenance"),
        ("40 m3/h", "débit par heure"), ("9" * 30 + " t", "dépasse"), ("9" * 400 + " t", "combien"),
        ("10000 h/jour", "vouliez-vous"),
    ],
)  # fmt: skip
def test_the_absurd_and_the_unclear_are_a_question(typed: str, asked: str) -> None:
    said = amount(typed)
    assert said.value is None and said.unit is None
    assert said.doubt and asked in said.doubt.fr and "?" in said.doubt.fr and "?" in said.doubt.en


@pytest.mark.parametrize("typed", ["", "  ", "?", "inconnu", "Je ne sais pas"])
def test_not_knowing_is_no_question(typed: str) -> None:
    assert (amount(typed).value, amount(typed).doubt) == (None, None)


def test_a_column_says_what_goes_without_saying() -> None:
    tonnes = Usual(Unit.TONNE, "year")
    assert (amount("12,5", usual=tonnes).value, amount("12,5", usual=tonnes).unit) == (12.5, Unit.TONNE)
    assert amount("12,5 kg", usual=tonnes).unit is Unit.KILOGRAM
    assert amount("300 kg", usual=tonnes).rhythm is None
    assert amount("300 kg/mois", usual=tonnes).value == 300 * 12


def test_a_container_that_is_the_thing_itself_is_counted(knowledge: Knowledge) -> None:
    assert knowledge.amount("40 fûts par mois", "fûts métalliques vides").value == 40 * 12
    assert knowledge.amount("40 fûts par mois", "huile de vidange").doubt


@given(st.text(max_size=80) | st.from_regex(r"\d{1,20}([.,]\d+)?(e\d{1,3})? ?(t|kg|L|m3|MWh)(/(an|mois|j|h))?"))
def test_no_text_raises_and_what_is_told_is_possible(typed: str) -> None:
    said = amount(typed)
    if said.value is not None:
        assert said.unit and said.doubt is None and math.isfinite(said.value) and said.value >= 0
        base, unit = to_base(said.value, said.unit)
        assert base <= MOST[unit] * 1.000001
