"""Figures of rankings: ties count as what they are worth on average, checked by trying every order."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.knowledge.ranking_score import Universe, classes, divisions, mean, waste_codes

ALL = [f"{n:02d}" for n in range(1, 7)]
KNOWN = Universe(
    frozenset(ALL), frozenset({"10.11", "10.12", "23.51"}), frozenset({"02 01 01", "02 01 02", "15 01 01"})
)


def by_trying(blocks: list[list[str]], gold: set[str], k: int) -> tuple[float, float]:
    """Return hit@k and MRR as the mean over every order of every tie."""
    orders: list[list[str]] = [[]]
    for block in blocks:
        orders = [order + list(rest) for order in orders for rest in permutations(block)]
    firsts = [next(i for i, item in enumerate(order, 1) if item in gold) for order in orders]
    return sum(f <= k for f in firsts) / len(firsts), sum(1 / f for f in firsts) / len(firsts)


@given(st.permutations(ALL), st.integers(1, 5), st.sets(st.sampled_from(ALL), min_size=1, max_size=3))
def test_ties_count_as_expected(order: list[str], cut: int, gold: set[str]) -> None:
    blocks = [order[:cut], order[cut:]]
    found = divisions({"gold": "|".join(sorted(gold))}, [blocks[0]], KNOWN)
    hit, reciprocal = by_trying(blocks, gold, 3)
    assert found["hit@3"] == pytest.approx(hit)
    assert found["MRR"] == pytest.approx(reciprocal)


def test_the_right_one_first_is_all_and_an_unknown_gold_is_no_case() -> None:
    assert set(divisions({"gold": "03"}, ["03", "01"], KNOWN).values()) == {1.0}
    assert divisions({"gold": "99"}, ["03"], KNOWN) == {}


def test_a_section_is_right_before_its_code_is() -> None:
    found = waste_codes({"gold6": "02 01 02", "gold4": "02 01"}, ["02 01 01*", "15 01 01"], KNOWN)
    assert (found["hit@1"], found["section_hit@1"]) == (0.0, 1.0)


def test_a_firm_takes_the_first_prefix_that_fits_it() -> None:
    narrow, wide = (classes({"gold": "10.12"}, ranked, KNOWN) for ranked in (["10.12"], ["10"]))
    assert (narrow["class_rank"], wide["class_rank"]) == (1.0, 1.5)


def test_the_firms_of_a_territory_stand_before_the_one_to_find() -> None:
    crowded = Universe(KNOWN.divisions, KNOWN.classes, KNOWN.codes, {"10.11": 9, "10.12": 4})
    found = classes({"gold": "10.12"}, ["10.11", "10.12"], crowded)
    assert found["firm_hit@10"] == pytest.approx(1 / 5)
    assert found["firm_rank"] == 12


def test_a_case_without_an_answer_counts_nothing() -> None:
    truth = [{"case_id": "1", "gold": "01"}, {"case_id": "2", "gold": "02"}]
    assert mean(truth, {"1": ["01"]}, divisions, KNOWN)["hit@1"] == 0.5


def test_the_module_knows_no_file_of_truth() -> None:
    assert "open(" not in Path(divisions.__code__.co_filename).read_text(encoding="utf-8")
