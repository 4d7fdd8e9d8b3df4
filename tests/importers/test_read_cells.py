"""One cell: what is accepted, and the French remedy of what is not."""

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction, Unit
from symbiosis.importers import cells, codes
from symbiosis.importers.cells import BadCellError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("1 234,5", 1234.5),
        ("1\u202f234\u00a0567", 1234567.0),
        ("1234567", 1234567.0),
        ("\u22123", -3.0),
        ("+4,", 4.0),
        ("1e3", 1000.0),
        ("1,5E-3", 0.0015),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert cells.number(text) == value


@pytest.mark.parametrize(
    "text",
    ["", "abc", "12 t", "1.234,5", "1,234.5", "12 5", "1 2345", "nan", "inf", "--1", "1_000", "٣", "0x1"],
)
def test_what_is_not_a_number(text: str) -> None:
    with pytest.raises(BadCellError, match="nombre attendu"):
        cells.number(text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_written_float_reads_back(value: float) -> None:
    assert cells.number(repr(value)) == value
    assert cells.number(repr(value).replace(".", ",")) == value


def test_minus_zero_is_zero() -> None:
    assert math.copysign(1, cells.quantity("-0")) == 1


@pytest.mark.parametrize(
    ("parse", "good", "bad"),
    [
        (cells.quantity, ("0", "1e9"), ("-1", "1000000001", "1e999", "NaN", "inf")),
        (cells.latitude, ("-90", "48,77"), ("90,1", "-91")),
        (cells.longitude, ("180", "6.1"), ("180,1", "-181")),
        (cells.temperature, ("-50", "2000"), ("-51", "2000,5")),
        (cells.headcount, ("0", "1 200", "12,0"), ("-1", "2,5", "1e999", "NN", "20 à 49")),
        (
            cells.day,
            ("2024", "2024-02-29", "45292"),
            ("2023-02-29", "31/12/2024", "20240101", "2024-1-1", "24", "12024"),
        ),
        (cells.boolean, ("oui", "FALSE", "1", "Vrai"), ("peut-être", "2")),
        (
            codes.waste_code,
            ("10 02 02", "100202*", "20704"),
            ("10 02", "10 02 02 **", "A0 02 02", "03 03 01|15 01 03"),
        ),
        (codes.nace_codes, ("10", "24.1|10.71C"), ("1", "C", "10.711", "10.7C", "boulangerie")),
    ],
)
def test_bounds(parse: Callable[[str], object], good: tuple[str, ...], bad: tuple[str, ...]) -> None:
    for text in good:
        parse(text)
    for text in bad:
        with pytest.raises(BadCellError, match="attendu"):
            parse(text)


def test_headcount_is_an_integer() -> None:
    assert cells.headcount("1 200,0") == 1200
    assert isinstance(cells.headcount("12"), int)


def test_booleans() -> None:
    assert cells.boolean("Oui") is True
    assert cells.boolean("faux") is False


@pytest.mark.parametrize(("text", "unit"), [("T", "t"), ("l", "L"), ("mwh", "MWh"), ("m³", "m3"), ("Pièce", "piece")])
def test_closed_lists_are_deaf_to_case_and_accents(text: str, unit: str) -> None:
    assert cells.member_of(Unit)(text) is Unit(unit)


def test_an_unknown_value_gets_the_list_and_the_closest() -> None:
    with pytest.raises(BadCellError) as caught:
        cells.member_of(Direction)("offre")
    assert caught.value.remedy == "valeur attendue : offer, need ou share ; la plus proche : offer"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("10 02 02", "10 02 02"),
        ("100202", "10 02 02"),
        ("07 01 04*", "07 01 04*"),
        ("070104 *", "07 01 04*"),
        ("07\u00a001\u00a004", "07 01 04"),
    ],
)
def test_waste_codes(text: str, code: str) -> None:
    assert codes.waste_code(text) == code


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1071C", ("10.71",)),
        ("10.71C", ("10.71",)),
        ("10.71", ("10.71",)),
        ("10.7", ("10.7",)),
        ("107", ("10.7",)),
        ("10", ("10",)),
        ("10.7|24.1", ("10.7", "24.1")),
        ("01.1 | 01.2|01.1|", ("01.1", "01.2")),
    ],
)
def test_activity_codes(text: str, found: tuple[str, ...]) -> None:
    assert codes.nace_codes(text) == found
