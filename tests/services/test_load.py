from pathlib import Path

import pytest

from symbiosis.domain.errors import Refused
from symbiosis.domain.folder import TerritoryRows
from symbiosis.importers.territory import read_folder
from symbiosis.knowledge import Knowledge
from symbiosis.services.figures import figures
from symbiosis.services.load_territory import load_territory
from symbiosis.store.session import Store
from tests import territories
from tests.databases import ask

EVERYTHING = "MATCH (n) WHERE NOT n:Territory OPTIONAL MATCH (n)-[r]->(m) RETURN n.id AS a, type(r) AS r, m.id AS b"


def graph(store: Store) -> set[tuple[object, ...]]:
    return {(row["a"], row["r"], row["b"]) for row in ask(store, EVERYTHING)}


def small(tmp_path: Path, synthetic: bool = True) -> TerritoryRows:
    return read_folder(territories.write(tmp_path / "small", synthetic))


def test_loading_twice_changes_nothing(ready: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    load_territory(ready, knowledge, small(tmp_path))
    before = graph(ready)
    load_territory(ready, knowledge, small(tmp_path))
    assert graph(ready) == before


def test_figures_are_those_of_the_folder(ready: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    load_territory(ready, knowledge, small(tmp_path))
    assert figures(ready) == {
        "territory": "Territoire de test",
        "synthetic": True,
        "firms": 6,
        "flows": {
            "offer": {"declared": 2, "observed": 1},
            "need": {"declared": 1},
            "share": {"declared": 2, "observed": 1},
        },
        "synergies": {"identified": {"mutualisation": {"proposed": 1}}},
    }


def test_what_nobody_understands_is_kept_and_counted(ready: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    assert load_territory(ready, knowledge, small(tmp_path)).unclear == 1


def test_real_data_never_enter_a_demonstration(ready: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    load_territory(ready, knowledge, small(tmp_path))
    with pytest.raises(Refused, match="make run TERRITORY="):
        load_territory(ready, knowledge, small(tmp_path, synthetic=False))


def test_an_identified_synergy_rests_on_its_firms_flows(loaded: Store) -> None:
    rows = ask(loaded, "MATCH (s:Synergy {origin: 'identified'})-[:INVOLVES]->(f:Firm) RETURN f.id AS f")
    assert {row["f"] for row in rows} == {"f-store", "f-office"}


def test_a_flow_read_again_with_other_words_for_its_use_forgets_the_old_one(
    ready: Store, knowledge: Knowledge, tmp_path: Path
) -> None:
    header = "firm_id,direction,resource_text,use_text\n"
    for use in ("compostage", "méthanisation"):
        rows = f"{header}f-farm,need,drêches,{use}\n"
        load_territory(
            ready,
            knowledge,
            read_folder(territories.write(tmp_path / "t", flows=rows, synergies="kind,firm_ids,resource_text\n")),
        )
    assert len(ask(ready, "MATCH (:Flow)-[:WANTED_FOR]->(u:Use) RETURN u.id AS u")) == 1
