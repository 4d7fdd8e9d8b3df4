from dataclasses import replace
from pathlib import Path

import pytest

from symbiosis.domain.clock import now
from symbiosis.domain.errors import Refused
from symbiosis.domain.imports import Deed
from symbiosis.domain.knowledge import Resource
from symbiosis.knowledge import Knowledge, build
from symbiosis.services import browse, imports, prepare
from symbiosis.services.figures import figures
from symbiosis.services.relink import relink
from symbiosis.services.rematch import rematch
from symbiosis.services.undo_import import undo_import
from symbiosis.store import knowledge as store_knowledge
from symbiosis.store import territory
from symbiosis.store.session import Store
from tests import territories
from tests.databases import ask
from tests.services.conftest import quiet

EVERYTHING = """MATCH (n) WHERE NOT n:Territory AND NOT n:Import AND NOT n:ImportPart
OPTIONAL MATCH (n)-[r]->(m) RETURN n.id AS a, type(r) AS r, m.id AS b"""


def graph(store: Store) -> set[tuple[object, ...]]:
    return {(row["a"], row["r"], row["b"]) for row in ask(store, EVERYTHING)}


def small(tmp_path: Path, synthetic: bool = True) -> Path:
    return territories.write(tmp_path / "small", synthetic)


def refused(store: Store, import_id: str) -> list[str]:
    return [line.remedy for line in imports.look(store, import_id, Deed.REFUSED, 1).lines.lines]


def test_loading_twice_changes_nothing(ready: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    territories.load(ready, knowledge, small(tmp_path))
    before = graph(ready)
    territories.load(ready, knowledge, small(tmp_path))
    assert graph(ready) == before


def test_figures_are_those_of_the_folder(ready: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    territories.load(ready, knowledge, small(tmp_path))
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
    territories.load(ready, knowledge, small(tmp_path))
    assert browse.unclear(ready, 1).total == 1


def test_real_data_never_enter_a_demonstration(ready: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    territories.load(ready, knowledge, small(tmp_path))
    before = graph(ready)
    (why,) = refused(ready, territories.load(ready, knowledge, small(tmp_path, synthetic=False)))
    assert "cette base contient une démonstration" in why and "SYMBIOSIS_HOME=" in why and graph(ready) == before


def test_an_identified_synergy_rests_on_its_firms_flows(loaded: Store) -> None:
    rows = ask(loaded, "MATCH (s:Synergy {origin: 'identified'})-[:INVOLVES]->(f:Firm) RETURN f.id AS f")
    assert {row["f"] for row in rows} == {"f-store", "f-office"}


def test_a_flow_read_again_with_other_words_for_its_use_forgets_the_old_one(
    ready: Store, knowledge: Knowledge, tmp_path: Path
) -> None:
    header = "firm_id,direction,resource_text,use_text\n"
    for use in ("compostage", "méthanisation"):
        rows = f"{header}f-farm,need,drêches,{use}\n"
        territories.load(
            ready,
            knowledge,
            territories.write(tmp_path / "t", flows=rows, synergies="kind,firm_ids,resource_text\n"),
        )
    assert len(ask(ready, "MATCH (:Flow)-[:WANTED_FOR]->(u:Use) RETURN u.id AS u")) == 1


def test_another_territory_never_enters_and_the_same_may_come_again(
    ready: Store, knowledge: Knowledge, tmp_path: Path
) -> None:
    territories.load(ready, knowledge, small(tmp_path, synthetic=False))
    other = territories.write(tmp_path / "other", synthetic=False)
    (other / "territory.json").write_text('{"name": "Un autre territoire"}')
    assert "Un autre territoire" in refused(ready, territories.load(ready, knowledge, other))[0]
    assert not refused(ready, territories.load(ready, knowledge, small(tmp_path, synthetic=False)))


def test_a_territory_started_by_name_keeps_it_whatever_its_folder_is_called(
    ready: Store, knowledge: Knowledge, tmp_path: Path
) -> None:
    prepare.start_territory(ready, "Mon territoire")
    for _ in range(2):
        territories.load(ready, knowledge, small(tmp_path, synthetic=False))
    assert figures(ready)["territory"] == "Mon territoire"


def test_a_loading_cut_short_is_done_again_at_the_next_start(
    ready: Store, knowledge: Knowledge, tmp_path: Path
) -> None:
    territory.put(ready, "Territoire de test", True, "Territoire de test")
    assert prepare.folder_to_load(ready, None) == prepare.DEMONSTRATION
    territories.load(ready, knowledge, small(tmp_path))
    assert prepare.folder_to_load(ready, None) is None and prepare.must_match(ready)
    rematch(ready, quiet)
    assert not prepare.must_match(ready)


def test_a_real_loading_cut_short_asks_for_its_folder_again(ready: Store, tmp_path: Path) -> None:
    territory.put(ready, "Vrai", False, "Vrai")
    with pytest.raises(Refused, match="cut short"):
        prepare.folder_to_load(ready, None)
    assert prepare.folder_to_load(ready, tmp_path) == tmp_path


def test_new_knowledge_gives_old_flows_their_new_meaning(loaded: Store, knowledge: Knowledge) -> None:
    assert relink(loaded, knowledge) == 0
    blue = Resource(**vars(knowledge.rows.resources[0]) | {"id": "blue_stuff", "fr": "truc en plastoc bleu"})
    wiser = build(replace(knowledge.rows, resources=(*knowledge.rows.resources, blue)))
    store_knowledge.put(loaded, wiser.rows)
    store_knowledge.stamp(loaded, "a test's own", now())  # so that the next test has the seeds' again
    assert relink(loaded, wiser) == 1
    assert browse.unclear(loaded, 1).total == 0


def test_a_territory_that_was_loaded_is_taken_back_in_one_go(
    ready: Store, knowledge: Knowledge, tmp_path: Path
) -> None:
    first = territories.load(ready, knowledge, small(tmp_path))
    assert imports.undo(ready, first, later=False) and undo_import(ready, knowledge, first, quiet)
    assert figures(ready)["firms"] == 0 and figures(ready)["territory"] == "Territoire de test"
    territories.load(ready, knowledge, small(tmp_path))
    assert figures(ready)["firms"] == 6
