"""Popularity and text neighbours: what a figure is compared with, never fed by the query's own place."""

from symbiosis.knowledge.baselines import ASKED, NEIGHBOUR, POPULARITY, Baselines

ROWS = [
    {
        "case_id": "a1",
        "site": "A",
        "material_fr": "drêches de brasserie",
        "receiver_nace": "01.41",
        "low_code": "02 07 04",
    },
    {"case_id": "b1", "site": "B", "material_fr": "laitier de haut fourneau", "receiver_nace": "23.51", "low_code": ""},
    {
        "case_id": "b2",
        "site": "B2",
        "material_fr": "cendres volantes",
        "receiver_nace": "23.51|23.6",
        "low_code": "10 01 02*",
    },
    {"case_id": "c1", "site": "C", "material_fr": "sciure", "receiver_nace": "16.21", "low_code": "03 01 05"},
]


def ranked(query: dict[str, str], task: str = "T1") -> dict[str, list[str]]:
    return Baselines(ROWS, [query, {"site": "B2", "place": "B"}], ASKED[task], "fr").answer(query)


def test_the_most_common_and_the_most_alike_come_first() -> None:
    found = ranked({"case_id": "x", "site": "X", "place": "X", "material_fr": "drêches humides"})
    assert found[POPULARITY][0] == "23"
    assert found[NEIGHBOUR][0] == "01"


def test_the_whole_place_of_a_query_is_left_out() -> None:
    found = ranked({"case_id": "b1", "site": "B", "place": "B", "material_fr": "laitier de haut fourneau"})
    assert "23" not in {*found[POPULARITY], *found[NEIGHBOUR]}


def test_without_a_place_at_least_its_own_row_is_left_out() -> None:
    assert "01" not in ranked({"case_id": "a1", "material_fr": "drêches de brasserie"})[NEIGHBOUR]


def test_a_waste_code_has_no_asterisk() -> None:
    assert ranked({"case_id": "x", "material_fr": "cendres volantes"}, "T2")[NEIGHBOUR][0] == "10 01 02"


def test_a_firm_is_looked_for_by_class_then_group_then_division() -> None:
    found = ranked({"case_id": "x", "material_fr": "cendres volantes"}, "T5")[NEIGHBOUR]
    assert {"23.51", "23.5", "23"} <= set(found)


def test_the_order_of_the_exchanges_is_no_matter() -> None:
    query = {"case_id": "x", "material_fr": "laitier et cendres"}
    again = Baselines(ROWS[::-1], [query], ASKED["T1"], "fr").answer(query)
    assert again == Baselines(ROWS, [query], ASKED["T1"], "fr").answer(query)
