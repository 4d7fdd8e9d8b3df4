"""What a new version of the knowledge says no more leaves the graph, on both engines."""

from dataclasses import replace

from symbiosis.store import knowledge
from symbiosis.store.session import Store
from tests.contract.registry import asks
from tests.contract.world import KNOWLEDGE


def test_what_a_new_version_says_no_more_is_gone_and_the_rest_stays(fresh_world: Store) -> None:
    less = replace(
        KNOWLEDGE, usable_as=KNOWLEDGE.usable_as[1:], performs=KNOWLEDGE.performs[1:], typical=KNOWLEDGE.typical[1:],
        sharing=(), precedents=KNOWLEDGE.precedents[1:],
    )  # fmt: skip
    knowledge.put(fresh_world, less)
    held = knowledge.get(fresh_world)
    for table in ("resources", "uses", "sectors", "usable_as", "performs", "typical", "sharing", "precedents"):
        assert sorted(map(repr, getattr(held, table))) == sorted(map(repr, getattr(less, table))), table


@asks("knowledge/drop_of_resources")
def test_one_thing_less_that_a_resource_can_become(fresh_world: Store) -> None:
    gone = KNOWLEDGE.usable_as[0]
    row = {"start": gone.resource_id, "relation": "USABLE_AS", "end": gone.use_id}
    assert fresh_world.write("knowledge/drop_of_resources", rows=[row, row | {"relation": "CODED_AS"}]) == []
    assert len(knowledge.get(fresh_world).usable_as) == len(KNOWLEDGE.usable_as) - 1
    assert [r.waste_codes for r in knowledge.get(fresh_world).resources] == [
        r.waste_codes for r in sorted(KNOWLEDGE.resources, key=lambda r: r.id)
    ]


@asks("knowledge/drop_of_sectors")
def test_one_typical_flow_less_of_a_sector(fresh_world: Store) -> None:
    gone = KNOWLEDGE.typical[0]
    relation = {"offer": "TYPICALLY_OFFERS", "need": "TYPICALLY_NEEDS", "share": "TYPICALLY_POOLS"}[gone.direction]
    row = {"start": knowledge.sector_id(gone.nace), "relation": relation, "end": gone.resource_id}
    assert fresh_world.write("knowledge/drop_of_sectors", rows=[row]) == []
    assert len(knowledge.get(fresh_world).typical) == len(KNOWLEDGE.typical) - 1
    assert len(knowledge.get(fresh_world).performs) == len(KNOWLEDGE.performs)


@asks("knowledge/drop_sharing", "knowledge/drop_precedents")
def test_a_sharing_rule_and_a_precedent_less(fresh_world: Store) -> None:
    rule, precedent = KNOWLEDGE.sharing[0], KNOWLEDGE.precedents[0]
    assert fresh_world.write("knowledge/drop_sharing", rows=[{"id": f"{rule.resource_id}:{rule.mode}"}]) == []
    assert fresh_world.write("knowledge/drop_precedents", rows=[{"id": precedent.id}]) == []
    held = knowledge.get(fresh_world)
    assert len(held.sharing) == len(KNOWLEDGE.sharing) - 1
    assert precedent.id not in {p.id for p in held.precedents}
