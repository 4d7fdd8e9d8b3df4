"""Pairs: what speaks more for a lead than what, criterion by criterion; never by absolute numbers."""

from itertools import pairwise

import pytest

from symbiosis.domain.enums import Hazard, Maturity, Provenance, ResourceKind, Rhythm, Unit
from symbiosis.matching import model
from tests.matching.leads import lead, pair_evidence, said, through, waters
from tests.matching.worlds import UNPLACED, World, answers, north, tonnes


def amounts(given: float, wanted: float) -> World:
    return lead(tonnes(given), tonnes(wanted))


def rhythms(given: Rhythm, wanted: Rhythm) -> World:
    return lead({"rhythm": given}, {"rhythm": wanted})


def degrees(given: float, wanted: float) -> World:
    return lead({"temperature_c": given}, {"temperature_c": wanted})


def years(given: str, wanted: str) -> World:
    return lead({"as_of": given}, {"as_of": wanted})


def sources(given: Provenance, wanted: Provenance) -> World:
    return lead({"provenance": given}, {"provenance": wanted})


def pipe(mwh: float, km: float) -> World:
    heat = {"quantity": mwh, "unit": Unit.MEGAWATT_HOUR, "temperature_c": 80.0}
    return lead(heat, heat, north(km), unit=Unit.MEGAWATT_HOUR)


def seasons(given: str, wanted: str) -> World:
    return said(given, wanted, kind=ResourceKind.ENERGY, unit=Unit.MEGAWATT_HOUR)


DECLARED, OBSERVED, GUESS = Provenance
BEST_FIRST = {
    "the exact words before words nearly so before a mere code": (
        "resource",
        [lead({"confidence": sure}) for sure in (1.0, 0.92, 0.85, 0.7)],
    ),
    "two clear texts before one unclear on the taking side": ("resource", [lead(), lead({}, {"confidence": 0.7})]),
    "the same thing before common, demonstrated and studied uses": (
        "use",
        [lead(), through(Maturity.COMMON), through(Maturity.DEMONSTRATED), through(Maturity.RESEARCH)],
    ),
    "a use all of a sector performs before one that some perform": (
        "sector",
        [through(weight=1.0), through(weight=0.5), through(weight=0.1)],
    ),
    "equal quantities before double before tenfold before twentyfold": (
        "quantity",
        [amounts(10, 10), amounts(20, 10), amounts(100, 10), amounts(200, 10)],
    ),
    "the same holds when more is wanted than offered": (
        "quantity",
        [amounts(10, 10), amounts(10, 20), amounts(10, 100), amounts(10, 200)],
    ),
    "equal rhythms before near ones before a single load": (
        "rhythm",
        [
            rhythms(Rhythm.DAILY, Rhythm.CONTINUOUS),
            rhythms(Rhythm.DAILY, Rhythm.WEEKLY),
            rhythms(Rhythm.DAILY, Rhythm.MONTHLY),
            rhythms(Rhythm.DAILY, Rhythm.SEASONAL),
            rhythms(Rhythm.DAILY, Rhythm.ONCE),
        ],
    ),
    "all that is asked for before part of it before nothing told before another kind before the contrary": (
        "quality",
        [
            said("sec, propre", "sec, propre"),
            said("sec", "sec, propre"),
            said("", "sec, propre"),
            said("épicéa", "chêne"),
            said("humide", "sec"),
            said("souillé", "propre"),
            said("avec colle", "sans colle"),
        ],
    ),
    "drier than asked before wetter": (
        "quality",
        [
            said("humidité 15 %", "humidité 30 %"),
            said("en vrac", "humidité 30 %"),
            said("humidité 55 %", "humidité 30 %"),
        ],
    ),
    "the size wanted, or none told, before another size": (
        "quality",
        [said("en vrac", "80x120"), said("100x120", "80x120")],
    ),
    "clean of what a use cannot bear before not": (
        "quality",
        [said("sec", "pour litière de chevaux"), said("traité", "pour litière de chevaux")],
    ),
    "what the trades warn of nothing in before what hardly works before what cannot be": (
        "trade",
        [
            said("huile de friture", "pour du biodiesel"),
            said("bûches", "chaudière à plaquettes"),
            said("GNR", "pour un camion routier"),
        ],
    ),
    "the same season before all year round for one season before a few weeks of it before never": (
        "hours",
        [
            seasons("en hiver", "en hiver"),
            seasons("toute l'année", "en hiver"),
            seasons("en mars et avril", "de novembre à mars"),
            seasons("l'été", "en hiver"),
        ],
    ),
    "the same hours before hours that cross before hours that never meet": (
        "hours",
        [
            seasons("de 8 h à 18 h", "de 8 h à 18 h"),
            seasons("de 8 h à 18 h", "de 14 h à 22 h"),
            seasons("la nuit", "le jour"),
        ],
    ),
    "water just clean enough before drinking water wasted before water to be treated before foul water": (
        "water",
        [
            waters("process_water", "mains_water", "boiler_feed"),
            waters("mains_water", "mains_water", "boiler_feed"),
            waters("rainwater", "mains_water", "boiler_feed"),
            waters("grey_water", "mains_water", "boiler_feed"),
        ],
    ),
    "for a use that takes any, grey water before drinking water": (
        "water",
        [
            waters("grey_water", "mains_water", "toilet_flushing"),
            waters("mains_water", "mains_water", "toilet_flushing"),
        ],
    ),
    "warmer heat before barely warm enough": ("temperature", [degrees(80, 60), degrees(70, 60), degrees(60, 60)]),
    "warm enough before a little too cold before much too cold, for a heat pump": (
        "temperature",
        [degrees(60, 60), degrees(50, 60), degrees(30, 60), degrees(12, 60)],
    ),
    "a dense link of heat before a thin one before a long one": (
        "density",
        [pipe(4000, 1), pipe(1500, 1), pipe(500, 1), pipe(500, 1.9)],
    ),
    "colder cold before barely cold enough": ("temperature", [degrees(2, 11), degrees(7, 11), degrees(11, 11)]),
    "next door before the next commune before the last paying kilometre": (
        "distance",
        [lead(place=north(km)) for km in (0, 1, 5, 12.5, 30, 50)],
    ),
    "at the same distance what is worth more goes further": (
        "distance",
        [lead(place=north(10), radius_km=radius) for radius in (200.0, 50.0, 12.0)],
    ),
    "no waste law before an analysis before a permit": (
        "rules",
        [lead(hazard=hazard) for hazard in (Hazard.NO, Hazard.MIRROR, Hazard.YES)],
    ),
    "declared before observed before a hypothesis": (
        "provenance",
        [
            sources(DECLARED, DECLARED),
            sources(DECLARED, OBSERVED),
            sources(OBSERVED, OBSERVED),
            sources(DECLARED, GUESS),
        ],
    ),
    "a guess often confirmed in its sector before one never tried before one refuted": (
        "checked",
        [through().after(*answers(said)) for said in ("yyyy", "y", "", "n", "nnnn")],
    ),
    "fresh before older before stale": ("age", [years("2026", "2026"), years("2026", "2023"), years("2020", "2026")]),
}


@pytest.mark.parametrize("fact", BEST_FIRST)
def test_better_leads_come_first(fact: str) -> None:
    key, best_first = BEST_FIRST[fact]
    weighed = [pair_evidence(w, key).points for w in best_first]
    assert all(better > worse for better, worse in pairwise(weighed)), weighed


def test_every_criterion_of_the_model_is_tested_by_order() -> None:
    assert {key for key, _ in BEST_FIRST.values()} == {c.key for c in model.SUBSTITUTION}


UNKNOWN = {
    "sector": lead({}, {"provenance": GUESS}),
    "quantity": lead(),
    "rhythm": lead(),
    "temperature": lead(),
    "quality": lead(),
    "trade": lead(),
    "hours": lead(),
    "water": lead(),
    "age": years("", "soon"),
    "checked": through(),
    "density": lead(tonnes(5), tonnes(5), north(1)),
}


@pytest.mark.parametrize("key", UNKNOWN)
def test_what_is_unknown_weighs_nothing_and_shows_nothing(key: str) -> None:
    line = pair_evidence(UNKNOWN[key], key)
    assert (line.points, line.left, line.right) == (0.0, "", "")


HALF_KNOWN = {
    "quantity": (lead(tonnes(12.5)), "12.5 t", ""),
    "rhythm": (lead({}, {"rhythm": Rhythm.DAILY}), "", "daily"),
    "temperature": (lead({"temperature_c": 60.0}), "60 °C", ""),
    "quality": (said("en vrac", "sec, propre"), "", "propre + sec"),
    "distance": (lead(place=UNPLACED), "", "50 km"),
}


@pytest.mark.parametrize("key", HALF_KNOWN)
def test_what_is_known_on_one_side_alone_weighs_nothing_and_shows_that_side(key: str) -> None:
    w, left, right = HALF_KNOWN[key]
    line = pair_evidence(w, key)
    assert (line.points, line.left, line.right) == (0.0, left, right)


def test_what_can_be_kept_is_not_asked_when() -> None:
    assert pair_evidence(said("l'été", "en hiver"), "hours").points == 0


def test_of_heat_that_never_stops_a_winter_s_need_is_wholly_covered_and_a_quarter_of_it_used() -> None:
    line = pair_evidence(seasons("toute l'année", "en hiver"), "hours")
    assert (line.left, line.right) == ("100 %", "25 %")
    never_stops = lead({"rhythm": Rhythm.CONTINUOUS}, {"quality": "en hiver"}, kind=ResourceKind.ENERGY)
    assert pair_evidence(never_stops, "hours") == line


def test_both_words_that_contradict_each_other_are_shown() -> None:
    line = pair_evidence(said("souillé", "propre"), "quality")
    assert (line.left, line.right) == ("souillé", "propre")


def test_words_that_only_name_the_thing_say_nothing_of_its_quality() -> None:
    assert pair_evidence(said("wood", "wood"), "quality").points == 0


def test_who_asks_for_the_very_thing_weighs_as_a_sector_that_always_takes_it() -> None:
    assert pair_evidence(lead(), "sector").points == pair_evidence(through(weight=1.0), "sector").points
    assert pair_evidence(lead(), "sector").left == "same"


def test_the_year_of_one_side_is_enough_to_be_stale() -> None:
    assert pair_evidence(years("", "2015"), "age").points < 0


def test_quantities_in_units_that_cannot_be_compared_weigh_nothing() -> None:
    w = lead(tonnes(10), {"quantity": 10.0, "unit": Unit.CUBIC_METRE})
    assert pair_evidence(w, "quantity").points == 0


def test_a_ratio_weighs_as_much_as_its_inverse() -> None:
    given, wanted = pair_evidence(amounts(30, 10), "quantity"), pair_evidence(amounts(10, 30), "quantity")
    assert given.points == wanted.points


def test_kilograms_weigh_as_the_same_tonnes() -> None:
    kilograms = lead({"quantity": 30_000.0, "unit": Unit.KILOGRAM}, tonnes(10))
    assert pair_evidence(kilograms, "quantity") == pair_evidence(amounts(30, 10), "quantity")


def test_the_way_there_is_as_long_as_the_way_back() -> None:
    there = lead(place=north(7))
    back = World(tuple(reversed([*there.firms])), there.flows, there.rows)
    assert pair_evidence(there, "distance") == pair_evidence(back, "distance")


def test_a_firm_to_be_asked_counts_as_a_hypothesis() -> None:
    line = pair_evidence(through(), "provenance")
    assert (line.left, line.right) == ("declared", "hypothesis")
    assert line.points == pair_evidence(sources(DECLARED, GUESS), "provenance").points


def test_what_a_worthless_resource_costs_next_door_is_nothing() -> None:
    assert pair_evidence(lead(radius_km=0.0), "distance").points == 0


def test_each_side_is_shown_where_it_belongs() -> None:
    w = lead(tonnes(1.5) | {"as_of": "2024-03-01"}, tonnes(4) | {"provenance": OBSERVED}, north(2))
    shown = {key: pair_evidence(w, key) for key in ("quantity", "age", "provenance", "distance", "use", "rules")}
    assert {key: (line.left, line.right) for key, line in shown.items()} == {
        "quantity": ("1.5 t", "4 t"),
        "age": ("2024", "2026"),
        "provenance": ("declared", "observed"),
        "distance": ("2 km", "50 km"),
        "use": ("same", "same"),
        "rules": ("no", ""),
    }
