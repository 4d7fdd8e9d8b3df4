"""A firm is described as one of at least three, or not at all."""

from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.firms import Firm
from symbiosis.matching.crowd import CROWD, UNTOLD, Crowd, Described, rough_count
from symbiosis.matching.geometry import BANDS_KM, rough_km
from tests.matching.worlds import firm, north

HERE = firm("here", nace="10.71")


def crowd(*others: Firm) -> Crowd:
    return Crowd([HERE, *others], "here")


def test_two_of_a_sector_are_told_apart_and_three_are_not() -> None:
    two = [firm(f"b{n}", north(1.5), "16.10") for n in range(2)]
    assert crowd(*two).describe("16", "<2") == UNTOLD
    assert crowd(*two, firm("c", north(0.5), "16.29")).describe("16", "<2") == Described("16", "<2")
    assert crowd(*two, firm("c", north(3), "16.29")).describe("16", "<2") == UNTOLD
    assert crowd(*two, firm("c", north(3), "16.29")).describe("16", "<5") == Described("16", "<5")


def test_oneself_and_other_sectors_are_no_crowd() -> None:
    same = [firm(f"b{n}", north(1), "10.71") for n in range(2)]
    assert crowd(*same).describe("10", "<2") == UNTOLD
    assert crowd(*same, firm("c", north(1), "16.10")).describe("10", "<2") == UNTOLD


def test_an_unknown_place_or_sector_says_nothing_that_names() -> None:
    three = [firm(f"b{n}", (None, None), "16.10") for n in range(3)]
    assert crowd(*three).describe("16", "") == Described("16", "")
    assert crowd(*three).describe("16", "<50") == UNTOLD
    assert crowd(*three).describe("", "<2") == UNTOLD


@given(st.lists(st.tuples(st.floats(0, 80), st.sampled_from(["16.10", "01.41", ""])), max_size=12))
def test_whatever_is_told_fits_at_least_three(placed: list[tuple[float, str]]) -> None:
    others = [firm(f"f{n}", north(km), nace) for n, (km, nace) in enumerate(placed)]
    told = crowd(*others)
    for km, nace in placed:
        found = told.describe(nace[:2], rough_km(km))
        if found != UNTOLD:
            fits = [o for o, n in placed if n[:2] == found.division and _within(o, found.distance)]
            assert len(fits) >= CROWD


def _within(km: float, distance: str) -> bool:
    slack = 1e-6  # the sphere's distances are not the list's to the last digit
    return km < float(distance[1:]) + slack if distance[0] == "<" else km >= BANDS_KM[-1] - slack


def test_counts_are_told_roughly() -> None:
    assert [rough_count(n) for n in (0, 2, 3, 9, 10, 49, 50, 4000)] == [
        "<3",
        "<3",
        "3-9",
        "3-9",
        "10-49",
        "10-49",
        ">50",
        ">50",
    ]
