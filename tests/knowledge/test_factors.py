"""What an exchange brings: by comparison and by hand, never a figure copied from the output."""

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.effects import Base, Effect, FactorKind, Measure, Range
from symbiosis.domain.enums import Unit
from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.knowledge import seeds
from symbiosis.knowledge.factors import effects, exchanged, in_unit, read_factors, shared_saving, total, usual_base

FACTORS = read_factors()
RESOURCES = {r.id: r for r in seeds.read_knowledge().resources}
CARDBOARD = RESOURCES["cardboard"]
TEN = Range(10.0, 10.0)


def of(resource: Resource, measure: Measure, quantity: Range = TEN, **told: object) -> Effect | None:
    found = effects(FACTORS, resource, quantity, **told)  # type: ignore[arg-type]
    return next((effect for effect in found if effect.measure is measure), None)


def climate(resource: Resource, quantity: Range = TEN, **told: object) -> Range:
    found = of(resource, Measure.CO2E, quantity, **told)
    assert found
    return found.range


def factor(name: str) -> Range:
    return next(row.range for row in FACTORS.rows if row.id == name)


def test_where_nobody_knows_either_disposal_or_primary_material_is_avoided_never_both() -> None:
    found = climate(CARDBOARD, base=Base.UNKNOWN)
    assert found.low == 0
    assert found.high == 10 * max(factor("disposal_paper").high, factor("primary_paper").high)


def test_what_was_recycled_before_avoids_nothing_but_may_travel_further() -> None:
    assert climate(CARDBOARD, base=Base.RECYCLED) == Range(0.0, 0.0)
    moved = climate(CARDBOARD, base=Base.RECYCLED, km=10.0)
    assert moved.low < 0 == moved.high


def test_what_was_tipped_avoids_its_disposal_and_perhaps_primary_material() -> None:
    found = climate(CARDBOARD, base=Base.DISPOSED)
    assert found.low == 10 * factor("disposal_paper").low
    assert found.high == pytest.approx(10 * (factor("disposal_paper").high + factor("primary_paper").high))


def test_what_is_taken_for_free_already_counts_as_recycled() -> None:
    free = replace(CARDBOARD, disposal_eur=0.0)
    assert (usual_base(free), usual_base(CARDBOARD)) == (Base.RECYCLED, Base.UNKNOWN)
    assert climate(free) == Range(0.0, 0.0)


def test_the_road_is_taken_off_by_hand() -> None:
    near, far = climate(CARDBOARD, km=0.0), climate(CARDBOARD, km=10.0)
    assert near.low - far.low == pytest.approx(10 * 10 * 0.105 * factor("detour_road").high)
    assert near.high - far.high == pytest.approx(10 * 10 * 0.105 * factor("detour_road").low)


def test_an_unknown_distance_is_said() -> None:
    far, near = of(CARDBOARD, Measure.CO2E), of(CARDBOARD, Measure.CO2E, km=1.0)
    assert far and near and (far.placed, near.placed) == (False, True)


def test_heat_replaces_energy_and_needs_no_lorry() -> None:
    heat = RESOURCES["heat_medium"]
    assert climate(heat, km=1.0) == climate(heat) == TEN.times(factor("energy_heat"))
    assert climate(RESOURCES["cold"]) == TEN.times(factor("energy_cold"))


def test_water_counts_in_cubic_metres() -> None:
    amount = of(RESOURCES["rainwater"], Measure.CUBIC_METRE)
    assert amount and amount.range == TEN
    assert climate(RESOURCES["rainwater"]) == TEN.times(factor("water_drawn"))


def test_what_has_no_factor_gets_no_figure_rather_than_zero() -> None:
    assert of(RESOURCES["wood_pallet"], Measure.CO2E) is None
    assert of(RESOURCES["photovoltaic_panel"], Measure.CO2E) is None


def test_money_is_the_gain_of_the_resource_less_the_road() -> None:
    gain = CARDBOARD.disposal_eur + CARDBOARD.purchase_eur - CARDBOARD.preparation_eur
    found = of(CARDBOARD, Measure.EURO, km=100.0)
    assert found
    assert found.range.high == pytest.approx(10 * (1.5 * gain - 100 * CARDBOARD.haul_eur_km))
    assert found.range.low == pytest.approx(10 * (0.5 * gain - 100 * CARDBOARD.haul_eur_km))


def test_more_distance_never_brings_more() -> None:
    money = [of(CARDBOARD, Measure.EURO, km=km) for km in (0.0, 5.0, 50.0)]
    highs = [effect.range.high for effect in money if effect]
    assert highs == sorted(highs, reverse=True)


def test_a_sharing_saves_per_firm_and_costs_journeys(rows: KnowledgeRows) -> None:
    forklift = next(s for s in rows.sharing if s.resource_id == "forklift")
    three, four = shared_saving(FACTORS, forklift, 3, 1.0), shared_saving(FACTORS, forklift, 4, 1.0)
    assert three.range.high < four.range.high
    assert shared_saving(FACTORS, forklift, 3, 5.0).range.high < three.range.high
    assert not shared_saving(FACTORS, forklift, 3).placed


@pytest.mark.parametrize(
    ("sides", "changes"),
    [((10.0, 4.0), Range(4.0, 4.0)), ((None, 4.0), Range(0.0, 4.0)), ((4.0, None), Range(0.0, 4.0))],
)
def test_the_smaller_side_changes_hands(sides: tuple[float | None, float | None], changes: Range) -> None:
    assert exchanged(*sides) == changes


def test_of_unknown_quantities_nothing_is_said() -> None:
    assert exchanged(None, None) is None
    assert in_unit(CARDBOARD, None, Unit.TONNE) is None
    assert in_unit(CARDBOARD, 3.0, Unit.CUBIC_METRE) is None
    assert in_unit(CARDBOARD, 1500.0, Unit.KILOGRAM) == pytest.approx(1.5)


def test_sums_add_both_ends() -> None:
    both = total([*effects(FACTORS, CARDBOARD, TEN, 1.0), *effects(FACTORS, CARDBOARD, Range(0.0, 5.0), 1.0)])
    assert both[Measure.TONNE] == Range(10.0, 15.0)


amounts = st.floats(0, 1e6)


@given(
    st.sampled_from(sorted(RESOURCES)), amounts, amounts, st.one_of(st.none(), st.floats(0, 500)), st.sampled_from(Base)
)
def test_low_is_never_above_high_and_every_figure_has_a_source(
    name: str, one: float, other: float, km: float | None, base: Base
) -> None:
    quantity = Range(min(one, other), max(one, other))
    for effect in effects(FACTORS, RESOURCES[name], quantity, km, base):
        assert effect.range.low <= effect.range.high
        assert all(f.source and f.date and f.unit for f in effect.factors)


@given(amounts)
def test_twice_as_much_brings_twice_as_much(amount: float) -> None:
    once, twice = (of(CARDBOARD, Measure.CO2E, Range(n, n), km=3.0) for n in (amount, 2 * amount))
    assert once and twice and twice.range.high == pytest.approx(2 * once.range.high)


def test_every_row_speaks_of_what_exists_and_no_two_of_the_same() -> None:
    families = {r.family for r in RESOURCES.values()}
    for row in FACTORS.rows:
        assert set(row.resources) <= set(RESOURCES)
        assert set(row.families) <= families
        assert row.year and row.scope and row.fr and row.en
    claims = Counter((row.what, part) for row in FACTORS.rows for part in (*row.resources, *row.families, *row.kinds))
    assert [claim for claim, times in claims.items() if times > 1] == []
    assert {row.what for row in FACTORS.rows} == set(FactorKind)


def test_a_row_that_goes_from_high_to_low_names_its_line(tmp_path: Path) -> None:
    lines = (seeds.SEEDS / "factors.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "factors.csv").write_text("\n".join([lines[0], lines[1].replace(",45,", ",4500,", 1)]))
    with pytest.raises(ValueError, match=r"^factors.csv, line 2: low"):
        read_factors(tmp_path)


def test_the_published_british_figures_are_those_of_the_publication(shared: Path) -> None:
    file = shared / "data" / "factors" / "defra2025_factors_wide.csv"
    if not file.exists():
        pytest.skip("no published factors")
    with file.open(encoding="utf-8", newline="") as stream:
        published = {row["Level 3"]: row for row in csv.DictReader(stream)}
    for ours, name in (
        ("disposal_food", "Organic: food and drink waste"), ("disposal_paper", "Paper and board: mixed"),
        ("disposal_wood", "Wood"), ("disposal_textile", "Clothing"),
        ("disposal_mixed", "Commercial and industrial waste"),
    ):  # fmt: skip
        assert factor(ours).high == float(published[name]["landfill"])
    for ours, name in (("primary_steel", "Metal: scrap metal"), ("primary_glass", "Glass")):
        row = published[name]
        spared = float(row["primary_material_production"]) - float(row["closed_loop_source"])
        assert factor(ours).high == pytest.approx(spared)
