"""Imports on a real engine: preview, load, twice, undo, cut short, two at once."""

import io
from pathlib import Path

import pytest

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement
from symbiosis.domain.errors import NotFound
from symbiosis.domain.imports import Deed, ImportKind, ImportState
from symbiosis.handlers import HANDLERS
from symbiosis.services import browse, imports
from symbiosis.services.decide import Order, decide
from symbiosis.services.receive import Sent, folder_of, receive
from symbiosis.services.work import work_once
from symbiosis.store import flows as stored_flows
from symbiosis.store import imports as stored
from symbiosis.store.session import Store
from tests import territories
from tests.databases import ask
from tests.services.conftest import quiet

NEW_FIRMS = "firm_id,name,commune\nn-1,Nouvelle usine,54115\nn-2,Nouveau dépôt,54430\n,Sans identifiant,54430\n"
CHANGED = territories.FIRMS.replace("Brasserie du Test", "Brasserie agrandie")
IDENTITY = b'{"name": "Territoire de test", "synthetic": true}'


def work_all(store: Store) -> None:
    while work_once(store, HANDLERS):
        pass


def send(store: Store, home: Path, **files: str) -> str:
    """Send files as the interface does and let their preview be made."""
    named = [(f"{stem}.csv", io.BytesIO(text.encode())) for stem, text in files.items()]
    identity = ("territory.json", io.BytesIO(IDENTITY))
    import_id = receive(store, home, Sent(ImportKind.TERRITORY, "Zoé", [*named, identity]))
    work_all(store)
    return import_id


def load(store: Store, home: Path, **files: str) -> str:
    import_id = send(store, home, **files)
    assert imports.confirm(store, import_id)
    work_all(store)
    assert stored.get(store, import_id).state is ImportState.DONE
    return import_id


def undo(store: Store, import_id: str) -> None:
    assert imports.undo(store, import_id)
    work_all(store)
    assert stored.get(store, import_id).state is ImportState.UNDONE


def counts(store: Store, import_id: str) -> dict[str, int]:
    return {deed.value: n for deed, n in stored.get(store, import_id).counts.items() if n}


def names(store: Store) -> set[str]:
    return {line.name for line in browse.firm_list(store, "", "", 1).lines}


def told(store: Store, import_id: str, deed: Deed) -> tuple[str, ...]:
    return tuple(line.id for line in imports.look(store, import_id, deed, 1).lines.lines)


def test_a_preview_says_all_and_writes_nothing(loaded: Store, tmp_path: Path) -> None:
    before = names(loaded)
    import_id = send(loaded, tmp_path, firms=NEW_FIRMS)
    assert stored.get(loaded, import_id).state is ImportState.PREVIEWED
    assert counts(loaded, import_id) == {"created": 2, "refused": 1}
    assert names(loaded) == before
    wrong = imports.look(loaded, import_id, None, 1).lines.lines[0]
    assert (wrong.deed, wrong.line, wrong.column) == (Deed.REFUSED, 4, "firm_id") and wrong.remedy


def test_confirmed_it_is_loaded_and_its_files_are_gone(loaded: Store, tmp_path: Path) -> None:
    import_id = load(loaded, tmp_path, firms=NEW_FIRMS)
    assert {"Nouvelle usine", "Nouveau dépôt"} <= names(loaded)
    assert not folder_of(tmp_path, import_id).exists()
    assert ask(loaded, "MATCH (f:Firm {id: 'n-1'}) RETURN f.import AS i")[0]["i"] == import_id
    done = imports.history(loaded, 1).lines[0]
    assert (done.who, done.files[0], done.rows_read) == ("Zoé", "firms.csv", 3)


def test_loading_again_changes_nothing(loaded: Store, tmp_path: Path) -> None:
    load(loaded, tmp_path, firms=NEW_FIRMS)
    again = send(loaded, tmp_path, firms=NEW_FIRMS)
    assert counts(loaded, again) == {"unchanged": 2, "refused": 1}


def test_what_changed_is_told_with_both_values(loaded: Store, tmp_path: Path) -> None:
    import_id = send(loaded, tmp_path, firms=CHANGED)
    assert counts(loaded, import_id) == {"updated": 1, "unchanged": 5}
    line = imports.look(loaded, import_id, Deed.UPDATED, 1).lines.lines[0]
    assert (line.column, line.value) == ("name", "Brasserie du Test → Brasserie agrandie")


def test_undo_removes_what_was_made_and_restores_what_was_replaced(loaded: Store, tmp_path: Path) -> None:
    before, flows = names(loaded), len(stored_flows.every(loaded))
    import_id = load(
        loaded, tmp_path, firms=CHANGED + "n-1,Nouvelle usine,,,,,,\n",
        flows=territories.FLOWS + "n-1,offer,palettes,,,,,,\n",
    )  # fmt: skip
    assert counts(loaded, import_id) == {"updated": 1, "created": 2, "unchanged": 12}
    undo(loaded, import_id)
    assert names(loaded) == before and len(stored_flows.every(loaded)) == flows
    assert counts(loaded, import_id) == {"removed": 2, "restored": 1}


def test_undo_leaves_what_people_decided_on_and_says_so(loaded: Store, tmp_path: Path) -> None:
    import_id = load(
        loaded, tmp_path, firms=territories.FIRMS + "n-1,Nouvelle brasserie,11.05,54115,48.737,6.169,,\n",
        flows="firm_id,direction,resource_text,quantity,unit\nn-1,offer,drêches de brasserie,500,t\n",
    )  # fmt: skip
    lead = ask(loaded, "MATCH (s:Synergy)-[:INVOLVES]->(:Firm {id: 'n-1'}) WHERE s.kind = 'substitution' "
                       "RETURN s.id AS id, s.version AS version")[0]  # fmt: skip
    decide(loaded, Order(str(lead["id"]), int(str(lead["version"])), Judgement.CONFIRMED, "Léa"))
    undo(loaded, import_id)
    assert "n-1" in told(loaded, import_id, Deed.KEPT)
    assert "Nouvelle brasserie" in names(loaded)
    assert (
        ask(loaded, "MATCH (d:Decision)-[:ON]->(s:Synergy {judgement: 'confirmed'}) RETURN count(s) AS n")[0]["n"] == 1
    )


def test_undo_leaves_what_somebody_edited_since(loaded: Store, tmp_path: Path) -> None:
    import_id = load(loaded, tmp_path, firms=CHANGED)
    ask(loaded, "MATCH (f:Firm {id: 'f-brewery'}) SET f.headcount = 61")
    undo(loaded, import_id)
    assert told(loaded, import_id, Deed.KEPT) == ("f-brewery",) and "Brasserie agrandie" in names(loaded)


def test_an_import_cut_short_wrote_nothing_and_is_closed_at_the_next_start(loaded: Store, tmp_path: Path) -> None:
    import_id = send(loaded, tmp_path, firms=NEW_FIRMS)
    imports.confirm(loaded, import_id)
    before = names(loaded)

    def killed(_store: Store, _parameter: str, _progress: object) -> str:
        ask(loaded, "MATCH (i:Import {id: $id}) SET i.state = 'running'", id=import_id)
        raise SystemExit("killed")

    with pytest.raises(SystemExit):
        work_once(loaded, {"import": killed})
    ask(loaded, "MATCH (j:Job {parameter: $id}) SET j.state = 'failed'", id=import_id)
    assert imports.sweep(loaded, tmp_path) == 1
    imported = stored.get(loaded, import_id)
    assert (imported.state, imported.message) == (ImportState.FAILED, "interrupted") and names(loaded) == before


def test_a_worker_killed_in_the_middle_does_it_again_once(loaded: Store, tmp_path: Path) -> None:
    import_id = send(loaded, tmp_path, firms=NEW_FIRMS)
    imports.confirm(loaded, import_id)
    ask(loaded, "MATCH (j:Job {parameter: $id, kind: 'import'}) SET j.state = 'running'", id=import_id)
    ask(loaded, "MATCH (i:Import {id: $id}) SET i.state = 'running'", id=import_id)
    assert imports.sweep(loaded, tmp_path) == 0
    ask(loaded, "MATCH (j:Job {state: 'running'}) SET j.state = 'queued'")
    work_all(loaded)
    assert stored.get(loaded, import_id).state is ImportState.DONE and "Nouvelle usine" in names(loaded)


def test_two_imports_do_not_mix(loaded: Store, tmp_path: Path) -> None:
    first = send(loaded, tmp_path, firms="firm_id,name\nn-1,Premier\n")
    second = send(loaded, tmp_path, firms="firm_id,name\nn-2,Second\n")
    assert imports.confirm(loaded, first) and imports.confirm(loaded, second)
    work_all(loaded)
    undo(loaded, first)
    assert "Second" in names(loaded) and "Premier" not in names(loaded)


def test_confirmed_twice_it_counts_once(loaded: Store, tmp_path: Path) -> None:
    import_id = send(loaded, tmp_path, firms=NEW_FIRMS)
    assert imports.confirm(loaded, import_id) and not imports.confirm(loaded, import_id)
    work_all(loaded)
    assert not imports.confirm(loaded, import_id) and not imports.give_up(loaded, import_id)


def test_given_up_it_leaves_no_trace(loaded: Store, tmp_path: Path) -> None:
    import_id = send(loaded, tmp_path, firms=NEW_FIRMS)
    assert imports.give_up(loaded, import_id)
    with pytest.raises(NotFound):
        imports.look(loaded, import_id, None, 1)
    assert not folder_of(tmp_path, import_id).exists()
    assert (
        ask(loaded, "MATCH (p:ImportPart) WHERE p.id STARTS WITH $id RETURN count(p) AS n", id=import_id)[0]["n"] == 0
    )


def test_another_territory_does_not_enter(loaded: Store, tmp_path: Path) -> None:
    real = [("firms.csv", io.BytesIO(b"firm_id,name\nr,Vraie\n"))]
    import_id = receive(loaded, tmp_path, Sent(ImportKind.TERRITORY, "Zoé", real))
    work_all(loaded)
    assert counts(loaded, import_id) == {"refused": 1}
    assert "territory new" in imports.look(loaded, import_id, None, 1).lines.lines[0].remedy


def test_two_files_of_one_name_and_odd_names_are_kept_apart(loaded: Store, tmp_path: Path) -> None:
    files = [(name, io.BytesIO(b"x")) for name in ("../../evil.csv", "a.csv", "a.csv", "\x00..", "")]
    import_id = receive(loaded, tmp_path, Sent(ImportKind.TERRITORY, "Zoé", files))
    kept = sorted(path.name for path in folder_of(tmp_path, import_id).iterdir())
    assert len(kept) == 5 and "evil.csv" in kept and not (tmp_path.parent / "evil.csv").exists()


def test_a_report_goes_out_whole_and_without_formulas(loaded: Store, tmp_path: Path) -> None:
    import_id = send(loaded, tmp_path, firms="firm_id,name\n=1+1,=cmd\n" + "".join(f"x{i},F{i}\n" for i in range(250)))
    table = b"".join(imports.report(loaded, import_id, {deed: deed.value for deed in Deed}, ("a",)))
    lines = table.decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 251 and not any(";=" in line for line in lines)
    quiet()


def test_one_that_waits_says_what_for_and_how_long_that_took(loaded: Store, tmp_path: Path) -> None:
    import_id = send(loaded, tmp_path, firms=NEW_FIRMS)
    ask(loaded, "MATCH (j:Job) DELETE j")
    for number, (state, started, finished) in enumerate(
        [("done", "2026-11-30T08:00:00.000+00:00", "2026-11-30T08:01:30.000+00:00"), ("running", now(), None)]
    ):
        loaded.write("jobs/put", id=f"j{number}", kind="rematch", parameter=str(number), at=f"2026-11-30T0{number + 7}")
        ask(loaded, "MATCH (j:Job {id: $id}) SET j.state = $state, j.started_at = $started, j.finished_at = $finished",
            id=f"j{number}", state=state, started=started, finished=finished)  # fmt: skip
    assert imports.look(loaded, import_id, None, 1).ahead is None
    imports.confirm(loaded, import_id)
    ahead = imports.look(loaded, import_id, None, 1).ahead
    assert ahead and (ahead.kind, ahead.usual) == ("rematch", 90.0) and 0 <= ahead.seconds < 60
