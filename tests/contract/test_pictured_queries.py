"""What pictures read, on both engines."""

from symbiosis.domain.enums import Judgement, Role
from symbiosis.store import pictured
from symbiosis.store.session import Store
from tests.contract import world
from tests.contract.exact import exact
from tests.contract.registry import asks

FEED = [
    "sub-feed", "substitution", "matcher", "spent_grain", True, 1.25, ["flow-a1", "flow-b1"], ["brewery", "farm"],
    ["giver", "taker"],
]  # fmt: skip
REUSE = [
    "sub-reuse", "substitution", "matcher", "pallet", False, 3.0, ["flow-c1", "flow-d1"], ["mill", "press"],
    ["giver", "taker"],
]  # fmt: skip
TRUCK = [
    "idn-truck", "mutualisation", "identified", "forklift", False, None, ["flow-c2", "flow-d2"], ["press", "mill"],
    ["member", "member"],
]  # fmt: skip


@asks("synergies/pictured")
def test_every_lead_comes_once_with_its_firms_in_order(any_world: Store) -> None:
    blocks = any_world.read("synergies/pictured")
    found = sorted((packed for block in blocks for packed in block["rows"]), key=lambda row: str(row[0]))
    assert exact(found) == exact([TRUCK, FEED, REUSE])


def test_a_lead_without_firms_is_kept(fresh_world: Store) -> None:
    fresh_world.together(
        lambda tx: tx.run_text(
            "CREATE (s:Synergy {id: 'alone'}) "
            "SET s.kind = 'substitution', s.origin = 'manual', s.judgement = 'proposed'"
        )
    )
    alone = next(lead for lead in pictured.leads(fresh_world) if lead.id == "alone")
    assert (alone.firms, alone.roles, alone.flows, alone.resource) == ((), (), (), "")
    assert {lead.roles for lead in pictured.leads(fresh_world)} >= {(Role.GIVER, Role.TAKER)}


@asks("synergies/history")
def test_the_history_of_every_decision(any_world: Store) -> None:
    assert any_world.read("synergies/history") == [
        {"id": "sub-reuse", "after": Judgement.REFUSED.value, "reason": "too_far", "at": world.NOON, "rank": 2}
    ]


SQUARE = {"type": "Polygon", "coordinates": [[[2.4, 48.6], [2.5, 48.6], [2.5, 48.7], [2.4, 48.6]]]}


@asks("communes/outline", "communes/outlines")
def test_outlines_are_kept_for_known_communes_alone_and_stay_when_communes_are_written_again(
    fresh_world: Store,
) -> None:
    assert fresh_world.read("communes/outlines") == []
    assert pictured.put_outlines(fresh_world, {"91521": SQUARE, "99999": SQUARE}, "IGN « 2018 »") == ["91521"]
    fresh_world.write_rows("communes/put", (dict(vars(c)) for c in world.COMMUNES))
    rows = fresh_world.read("communes/outlines")
    assert [(row["id"], row["source"]) for row in rows] == [("91521", "IGN « 2018 »")]
