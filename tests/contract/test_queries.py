"""Every reading question, executed on both engines and compared with what the world says."""

import re

import pytest

from symbiosis.store import synergies
from symbiosis.store.session import Store
from tests.contract import answers
from tests.contract.answers import CASES, Case
from tests.contract.exact import assert_rows, exact
from tests.contract.registry import asks, tested

tested.update(case.question for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_question_gives_exactly_this(any_world: Store, case: Case) -> None:
    assert_rows(any_world.read(case.question, **case.given), case.columns, case.rows)


@asks("firms/packed")
def test_firms_packed_gives_every_firm_once(any_world: Store) -> None:
    blocks = any_world.read("firms/packed")
    assert exact(sorted(packed for block in blocks for packed in block["rows"])) == exact(answers.ALL_FIRMS)


@asks("flows/packed")
def test_flows_packed_gives_every_flow(any_world: Store) -> None:
    rows = [packed for block in any_world.read("flows/packed") for packed in block["rows"]]
    assert exact(sorted(rows, key=lambda row: str(row[0]))) == exact(answers.ALL_FLOWS)


@asks("flows/packed_some")
@pytest.mark.parametrize(
    ("resources", "wanted"),
    [(["pallet"], "b1 c1 d1"), (["used_oil", "none"], "b1 e1"), (["spent_grain"], "a1 b1 b1"), ([], "b1")],
)
def test_some_flows_are_those_of_resources_and_those_wanted_for_a_use(
    any_world: Store, resources: list[str], wanted: str
) -> None:
    rows = [packed for block in any_world.read("flows/packed_some", resources=resources) for packed in block["rows"]]
    expected = [row for name in wanted.split() for row in answers.ALL_FLOWS if row[0] == f"flow-{name}"]
    assert exact(sorted(rows, key=lambda row: str(row[0]))) == exact(expected)


@asks("flows/about")
@pytest.mark.parametrize(
    ("resources", "relations", "limit", "wanted"),
    [
        (["pallet", "forklift"], ["NEEDS", "POOLS"], 10, "c2 d1 d2"),
        (["pallet", "forklift"], ["NEEDS", "POOLS"], 2, "c2 d1"),
        (["spent_grain"], ["OFFERS", "NEEDS"], 10, "a1 b1"),
        (["spent_grain"], [], 10, ""),
        ([], ["OFFERS"], 10, ""),
    ],
)
def test_flows_about_gives_the_flows_of_resources_in_some_directions(
    any_world: Store, resources: list[str], relations: list[str], limit: int, wanted: str
) -> None:
    blocks = any_world.read("flows/about", resources=resources, relations=relations, limit=limit)
    rows = [packed for block in blocks for packed in block["rows"]]
    expected = [row for row in answers.ALL_FLOWS if row[0].removeprefix("flow-") in wanted.split()]
    assert exact(sorted(rows, key=lambda row: str(row[0]))) == exact(expected)


@asks("synergies/index")
def test_the_index_gives_every_lead_once(any_world: Store) -> None:
    blocks = any_world.read("synergies/index")
    assert exact(sorted(packed for block in blocks for packed in block["rows"])) == exact(answers.ALL_LEADS)


@asks("synergies/in_commune")
@pytest.mark.parametrize(
    ("commune", "wanted"), [("91228", ["idn-truck", "sub-reuse"]), ("91521", ["sub-feed"]), ("99999", [])]
)
def test_the_leads_of_a_commune_are_named_once_each(any_world: Store, commune: str, wanted: list[str]) -> None:
    rows = any_world.read("synergies/in_commune", commune=commune)
    assert [sorted(row["ids"]) for row in rows] == [wanted]


def test_a_standing_proposal_has_a_digest(any_world: Store) -> None:
    [row] = synergies.standing(any_world)
    assert row["firm_ids"] == ["brewery", "farm"]
    assert re.fullmatch(r"[0-9a-f]{16}", row["digest"])
