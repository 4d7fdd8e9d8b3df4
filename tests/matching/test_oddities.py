"""Odd data is counted, has its result, and stops nothing."""

from typing import Any

import pytest

from symbiosis.domain.enums import Unit
from symbiosis.matching import oddities, suggest
from tests.matching.leads import lead, pair_evidence
from tests.matching.worlds import UNPLACED, firm, need, offer, resource, tonnes, world


@pytest.mark.parametrize(
    ("given", "kind", "leads"),
    [
        ({"quantity": None, "unit": None}, "no_quantity", 1),
        (tonnes(0.0), "not_positive", 1),
        (tonnes(-5.0), "not_positive", 1),
        (tonnes(1e12), "enormous", 0),
        ({"quantity": 5.0, "unit": Unit.HOUR}, "other_unit", 1),
    ],
)
def test_an_odd_quantity_is_counted_and_weighs_nothing_or_bars(given: dict[str, Any], kind: str, leads: int) -> None:
    w = lead(given, tonnes(10))
    counted = oddities.count(w.firms, w.flows, w.rows)
    assert {key for key, n in counted.items() if n} == {kind} and counted[kind] == 1
    assert len(suggest.substitutions(w.tables, []).proposals) == leads
    assert not leads or pair_evidence(w, "quantity").points == 0


def test_a_firm_without_a_place_is_counted_and_proposed() -> None:
    w = lead(tonnes(5), tonnes(5), UNPLACED)
    assert oddities.count(w.firms, w.flows, w.rows)["no_place"] == 1
    assert len(suggest.substitutions(w.tables, []).proposals) == 1


def test_heat_of_which_nobody_tells_the_temperature_is_counted_and_proposed() -> None:
    told = [offer("a", "heat"), need("b", "heat", temperature_c=60.0), offer("a", "wood")]
    w = world([firm("a"), firm("b")], told, resource("heat", family="heat"), resource("wood"))
    assert oddities.count(w.firms, w.flows, w.rows)["no_temperature"] == 1
    assert len(suggest.substitutions(w.tables, []).proposals) == 1
    assert pair_evidence(w, "temperature").points == 0


def test_what_nobody_takes_is_counted() -> None:
    told = [offer("a", "wood"), need("b", "wood"), offer("a", "sand")]
    w = world([firm("a"), firm("b")], told, resource("wood"), resource("sand"))
    assert suggest.substitutions(w.tables, []).no_taker == 1


def test_ordinary_data_is_not_odd() -> None:
    w = lead(tonnes(5), {"quantity": 5_000.0, "unit": Unit.KILOGRAM})
    assert not any(oddities.count(w.firms, w.flows, w.rows).values())
    assert suggest.substitutions(w.tables, []).no_taker == 0
