"""What stands of a part: the same rows as among all that stands, on both engines."""

from symbiosis.domain.enums import Role, SynergyKind
from symbiosis.domain.synergies import Evidence, Party, Proposal
from symbiosis.store import synergies
from symbiosis.store.session import Store
from tests.contract.registry import asks
from tests.contract.world import NOON

GROUP = Proposal(
    "mut-lift", SynergyKind.MUTUALISATION, "forklift", "", (Party("press", Role.MEMBER), Party("mill", Role.MEMBER, 1)),
    ("flow-c2", "flow-d2"), (Evidence("partners", 1.0, "2 firms", "2 firms", "test"),), hypothetical=False,
)  # fmt: skip


@asks("synergies/standing_groups", "synergies/standing_on")
def test_what_stands_of_a_part_is_told_as_among_all(fresh_world: Store) -> None:
    synergies.refresh(fresh_world, [GROUP], [], {"model": "m1", "at": NOON})
    pair, group = sorted(synergies.standing(fresh_world), key=lambda row: row["kind"], reverse=True)
    assert (group["id"], group["firm_ids"], group["flow_ids"]) == (
        "mut-lift",
        ["press", "mill"],
        ["flow-c2", "flow-d2"],
    )
    assert synergies.standing_groups(fresh_world, ["forklift", "spent_grain"]) == [group]
    assert synergies.standing_groups(fresh_world, ["spent_grain"]) == []
    assert synergies.standing_on(fresh_world, ["flow-a1", "flow-c2", "flow-c1"]) == [pair]
    assert synergies.standing_on(fresh_world, ["flow-b1"]) == []  # what is wanted is not what is offered
