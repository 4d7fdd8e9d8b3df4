"""The territory's own communes on a real engine: kept by the first register, changed by hand, given back by an undo."""

from pathlib import Path

import pytest

from symbiosis.domain.errors import Refused
from symbiosis.domain.imports import Deed, ImportKind, ImportState
from symbiosis.knowledge import Knowledge, seeds
from symbiosis.services import imports, perimeter, prepare
from symbiosis.services.carry_out import carry_out, preview
from symbiosis.services.receive import Sent, register
from symbiosis.services.undo_import import undo_import
from symbiosis.store import imports as stored
from symbiosis.store.session import Store
from tests.databases import ask
from tests.importers import registers as made
from tests.services.conftest import quiet

OURS = {commune.id for commune in seeds.read_communes()}


def stock(folder: Path) -> Path:
    rows = [made.stock_row(n, codeCommuneEtablissement=c) for n, c in enumerate(("54115", "01001", "01002"), start=1)]
    return made.write(folder / "StockEtablissement_utf8.csv", made.STOCK, rows)


def load(store: Store, knowledge: Knowledge, folder: Path, **options: str) -> str:
    import_id = register(store, Sent(ImportKind.SIRENE, "Zoé", options=options), [stock(folder)])
    preview(store, lambda: knowledge, import_id, quiet)
    imports.confirm(store, import_id, later=False)
    assert carry_out(store, knowledge, import_id, quiet)
    return import_id


def codes(store: Store) -> set[str]:
    return {code for code, _ in perimeter.look(store).communes}


def inside(store: Store) -> set[object]:
    return {row["c"] for row in ask(store, "MATCH (f:Firm {inside: true})-[:IN_COMMUNE]->(c:Commune) RETURN c.id AS c")}


@pytest.fixture
def real(ready: Store) -> Store:
    prepare.start_territory(ready, "Pays inventé")
    return ready


def test_the_first_choice_serves_all_later_imports(real: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    assert codes(real) == OURS and not perimeter.look(real).chosen
    load(real, knowledge, tmp_path, communes="01001, 01002")
    assert codes(real) == {"01001", "01002"} == inside(real)
    again = load(real, knowledge, tmp_path)
    assert stored.get(real, again).counts[Deed.UNCHANGED] == 2
    load(real, knowledge, tmp_path, communes="54115")
    assert codes(real) == {"01001", "01002"} == inside(real)


def test_they_are_changed_by_hand_and_nobody_is_lost(real: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    load(real, knowledge, tmp_path, communes="01001, 01002")
    assert perimeter.choose(real, "01002;54115", "Léa").communes == (("54115", "Champigneulles"), ("01002", ""))
    assert inside(real) == {"01002"} and ask(real, "MATCH (f:Firm) RETURN count(f) AS n")[0]["n"] == 2
    with pytest.raises(Refused, match="123456789"):
        perimeter.choose(real, "123456789", "Léa")
    assert codes(real) == {"01002", "54115"}
    perimeter.choose(real, "", "Léa")
    assert codes(real) == OURS and not perimeter.look(real).chosen


def test_an_undo_gives_back_what_the_import_chose(real: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    first = load(real, knowledge, tmp_path, communes="01001, 01002")
    imports.undo(real, first, later=False)
    assert undo_import(real, knowledge, first, quiet) and stored.get(real, first).state is ImportState.UNDONE
    assert codes(real) == OURS
    second = load(real, knowledge, tmp_path, communes="01001, 01002")
    perimeter.choose(real, "01001", "Léa")
    imports.undo(real, second, later=False)
    assert undo_import(real, knowledge, second, quiet) and codes(real) == {"01001"}


def test_without_a_territory_there_is_nothing_to_choose_for(ready: Store) -> None:
    with pytest.raises(Refused, match="territory new"):
        perimeter.choose(ready, "54115", "Léa")


def test_more_than_one_import_may_write_is_loaded_in_several(
    real: Store, knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("symbiosis.services.carry_out.MOST_WRITTEN", 2)
    where = {"communes": "54115,01001,01002"}
    first = load(real, knowledge, tmp_path, **where)
    counts = stored.get(real, first).counts
    assert (counts[Deed.CREATED], counts[Deed.NOTED]) == (2, 3)  # the communes kept, the names that lack, the rest
    rest = next(e for e in imports.look(real, first, Deed.NOTED, 1).lines.lines if "de nouveau" in e.remedy)
    assert rest.value == "1"
    second = load(real, knowledge, tmp_path)
    counts = stored.get(real, second).counts
    assert (counts[Deed.CREATED], counts[Deed.UNCHANGED]) == (1, 2)
    imports.undo(real, first, later=False)
    assert undo_import(real, knowledge, first, quiet)
    assert ask(real, "MATCH (f:Firm) RETURN count(f) AS n")[0]["n"] == 1
