"""Sharing groups: what speaks more for a group than what, criterion by criterion."""

from itertools import pairwise

import pytest

from symbiosis.domain.enums import Provenance, Rhythm, Unit
from symbiosis.matching import model
from tests.matching.leads import Changes, circle, group_evidence
from tests.matching.worlds import World, tonnes

PLAIN: Changes = {}


def beating(*rhythms: Rhythm | None) -> World:
    return circle(*({"rhythm": rhythm} for rhythm in rhythms), km=0.1)


def told_by(*provenances: Provenance) -> World:
    return circle(*({"provenance": provenance} for provenance in provenances))


def dated(*years: str) -> World:
    return circle(*({"as_of": year} for year in years))


def weighing(*quantities: float) -> World:
    return circle(*(tonnes(quantity) for quantity in quantities), trigger_quantity=20.0)


DECLARED, OBSERVED, _ = Provenance
DAILY, MONTHLY, ONCE = Rhythm.DAILY, Rhythm.MONTHLY, Rhythm.ONCE
BEST_FIRST = {
    "three clear texts before one unclear": (
        "resource",
        [circle(PLAIN, PLAIN, {"confidence": sure}) for sure in (1.0, 0.8, 0.6)],
    ),
    "more partners than needed before just enough": ("partners", [circle(*[PLAIN] * n) for n in (4, 3, 2)]),
    "more volume than needed before just enough": ("volume", [weighing(20, 20), weighing(15, 10), weighing(10, 10)]),
    "all rhythms equal before most before none": (
        "rhythm",
        [beating(DAILY, DAILY, DAILY), beating(DAILY, DAILY, ONCE), beating(DAILY, MONTHLY, ONCE)],
    ),
    "close neighbours before distant ones": ("closeness", [circle(PLAIN, PLAIN, km=km) for km in (0, 1, 4, 9)]),
    "the same distance costs less where sharing saves more": (
        "closeness",
        [circle(PLAIN, PLAIN, km=4.0, radius_km=radius) for radius in (40.0, 10.0, 5.0)],
    ),
    "declared before observed": (
        "provenance",
        [told_by(DECLARED, DECLARED), told_by(DECLARED, OBSERVED), told_by(OBSERVED, OBSERVED)],
    ),
    "fresh before older before stale": ("age", [dated("2026", "2026"), dated("2026", "2023"), dated("2026", "2019")]),
}


@pytest.mark.parametrize("fact", BEST_FIRST)
def test_better_groups_come_first(fact: str) -> None:
    key, best_first = BEST_FIRST[fact]
    weighed = [group_evidence(w, key).points for w in best_first]
    assert all(better > worse for better, worse in pairwise(weighed)), weighed


def test_every_criterion_of_the_model_is_tested_by_order() -> None:
    assert {key for key, _ in BEST_FIRST.values()} == {c.key for c in model.MUTUALISATION}


UNKNOWN = {
    "volume": circle(PLAIN, PLAIN),
    "rhythm": circle(PLAIN, PLAIN),
    "age": dated("", ""),
}


@pytest.mark.parametrize("key", UNKNOWN)
def test_what_is_unknown_weighs_nothing_and_shows_nothing(key: str) -> None:
    line = group_evidence(UNKNOWN[key], key)
    assert (line.points, line.left, line.right) == (0.0, "", "")


def test_a_volume_without_a_trigger_weighs_nothing_and_shows_itself() -> None:
    line = group_evidence(circle(tonnes(3), tonnes(4)), "volume")
    assert (line.points, line.left, line.right) == (0.0, "7 t", "")


def test_one_known_rhythm_agrees_with_nobody() -> None:
    assert group_evidence(beating(DAILY, None, None), "rhythm").points == 0


def test_quantities_in_other_units_are_not_added_to_the_volume() -> None:
    litres: Changes = {"quantity": 5000.0, "unit": Unit.LITRE}
    assert group_evidence(circle(tonnes(3), litres), "volume").left == "3 t"


def test_an_unknown_date_makes_no_group_older() -> None:
    assert group_evidence(dated("2026", ""), "age") == group_evidence(dated("2026", "2026"), "age")
