"""A firm's workbook goes out and comes back; synergies found before are linked, asked about and not proposed again."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from symbiosis.domain.enums import Direction, Origin, Rhythm, Unit
from symbiosis.domain.free_columns import NO_RESOURCE
from symbiosis.domain.imports import Deed, Import, ImportKind, ImportState
from symbiosis.domain.sight import NOTHING
from symbiosis.importers.free_columns import KEY
from symbiosis.knowledge import Knowledge
from symbiosis.services import import_choices, imports
from symbiosis.services.carry_out import carry_out, preview
from symbiosis.services.firm_sheet import SheetWords, workbook
from symbiosis.services.receive import Sent, choose, receive
from symbiosis.services.rematch import rematch
from symbiosis.store import flows, synergies
from symbiosis.store.session import Store
from tests.databases import ask
from tests.services.conftest import quiet

WORDS = SheetWords(
    "Flux", "Mode d'emploi", ("Relisez.",),
    ("Sens", "Quoi", "Quantité (avec son unité)", "Rythme", "Température (°C)", "Qualité", "Code déchet",
     "Débouché imaginé", "Date", "Réf. flux", "Réf. établissement"),
    {Direction.OFFER: "J'ai", Direction.NEED: "Je cherche", Direction.SHARE: "Je partage"},
    {Rhythm.DAILY: "chaque jour", Rhythm.WEEKLY: "chaque semaine"}, lambda q, u: f"{q:g} {u.value}/an",
)  # fmt: skip
Load = Callable[[ImportKind, str, bytes], Import]


@pytest.fixture
def load(loaded: Store, knowledge: Knowledge, tmp_path: Path) -> Load:
    """Return a way to send a file and see its preview."""

    def send(kind: ImportKind, name: str, content: bytes) -> Import:
        import_id = receive(loaded, tmp_path, Sent(kind, "Anne", [(name, BytesIO(content))]))
        preview(loaded, lambda: knowledge, import_id, quiet)
        return imports.look(loaded, import_id, None, 1).imported

    return send


def refused(store: Store, import_id: str) -> set[int]:
    return {line.line for line in imports.look(store, import_id, Deed.REFUSED, 1).lines.lines}


def confirmed(store: Store, knowledge: Knowledge, import_id: str) -> Import:
    assert imports.confirm(store, import_id)
    carry_out(store, knowledge, import_id, quiet)
    return imports.look(store, import_id, None, 1).imported


def test_a_workbook_sent_back_untouched_changes_nothing(loaded: Store, load: Load) -> None:
    sent = workbook(loaded, "f-brewery", WORDS, NOTHING)
    page = load_workbook(BytesIO(sent)).worksheets[0]
    assert [c.value for c in page[2]][:4] == ["J'ai", "drêches de brasserie", "900 t/an", "chaque jour"]
    assert page.data_validations.dataValidation
    counts = load(ImportKind.WORKBOOK, "flux.xlsx", sent).counts
    assert {deed: many for deed, many in counts.items() if many} == {Deed.UNCHANGED: 1}


def test_what_a_register_told_stays_told_by_it_when_it_only_comes_back(loaded: Store, load: Load) -> None:
    sent = workbook(loaded, "f-mill", WORDS, NOTHING)
    assert load(ImportKind.WORKBOOK, "flux.xlsx", sent).counts[Deed.UNCHANGED] == 2
    book = load_workbook(BytesIO(sent))
    book.worksheets[0]["C2"] = "80 t/mois"
    file = BytesIO()
    book.save(file)
    seen = load(ImportKind.WORKBOOK, "flux.xlsx", file.getvalue())
    line = imports.look(loaded, seen.id, Deed.UPDATED, 1).lines.lines[0]
    assert "provenance" in line.column and "observed → declared" in line.value


def test_a_filled_workbook_updates_adds_and_says_what_is_wrong(loaded: Store, knowledge: Knowledge, load: Load) -> None:
    book = load_workbook(BytesIO(workbook(loaded, "f-brewery", WORDS, NOTHING)))
    page = book.worksheets[0]
    page["C2"] = "80 t/mois"
    page.append(["Je cherche", "palettes", "40 pièces/an"])
    page.append(["Je cherche", "verre", "1e12 t/an"])
    file = BytesIO()
    book.save(file)
    seen = load(ImportKind.WORKBOOK, "flux.xlsx", file.getvalue())
    assert (seen.counts[Deed.UPDATED], seen.counts[Deed.CREATED], seen.counts[Deed.REFUSED]) == (1, 1, 1)
    given = load_workbook(BytesIO(import_choices.annotated(loaded, seen.id, "À corriger"))).worksheets
    wrong = next(s for s in given if s.title == "Flux")["C4"]
    assert wrong.comment and "vouliez-vous dire" in wrong.comment.text.replace("\u00a0", " ")
    done = confirmed(loaded, knowledge, seen.id)
    assert done.state is ImportState.DONE
    told = {row["text"]: row for row in flows.of_firm(loaded, "f-brewery")}
    assert (told["drêches de brasserie"]["quantity"], told["drêches de brasserie"]["quantity_text"]) == (
        960.0,
        "80 t/mois",
    )
    assert (told["palettes"]["relation"], told["palettes"]["quantity"], told["palettes"]["unit"]) == (
        "NEEDS",
        40.0,
        Unit.PIECE,
    )
    again = load(ImportKind.WORKBOOK, "flux.xlsx", file.getvalue()).counts
    assert (again.get(Deed.UPDATED, 0), again.get(Deed.CREATED, 0)) == (0, 0)


def test_synergies_found_before_are_linked_asked_about_and_remembered(
    loaded: Store, knowledge: Knowledge, load: Load
) -> None:
    lead = next(r for r in synergies.standing(loaded) if r["kind"] == "substitution" and not r["hypothetical"])
    assert set(lead["firm_ids"]) == {"f-brewery", "f-farm"}
    table = "Donneur;Preneur;Machin;Statut\nBrasserie du Test;La ferme test;drêches;identifiée\nA;B;c;d\n"
    seen = load(ImportKind.IDENTIFIED, "les300.csv", table.encode())
    assert refused(loaded, seen.id) == {2, 3}
    _, asked = import_choices.look(loaded, seen.id)
    assert "f-farm" in {
        firm for name in asked.names if name.written == "La ferme test" for firm, _, _ in name.alternatives
    }
    import_choices.remember(loaded, {"La ferme test": "f-farm"}, "Anne")
    assert choose(loaded, seen.id, {f"{KEY}machin": "text"})
    preview(loaded, lambda: knowledge, seen.id, quiet)
    seen = imports.look(loaded, seen.id, None, 1).imported
    assert seen.counts[Deed.CREATED] == 1 and refused(loaded, seen.id) == {3}
    confirmed(loaded, knowledge, seen.id)
    rematch(loaded, quiet)
    assert lead["id"] not in {row["id"] for row in synergies.standing(loaded)}
    found = [link for link in synergies.known(loaded) if link.firm_ids == ("f-brewery", "f-farm")]
    assert [link.origin for link in found] == [Origin.IDENTIFIED]
    again = load(ImportKind.IDENTIFIED, "les300.csv", table.replace("Machin", "Ressource").encode())
    assert again.counts.get(Deed.UNCHANGED) == 1


def test_what_a_text_means_can_be_said_before_it_is_loaded_and_is_remembered(
    loaded: Store, knowledge: Knowledge, load: Load
) -> None:
    table = "Donneur;Preneur;Ressource\nScierie du Test;Ferme du Test;machin de la scierie\n"
    seen = load(ImportKind.IDENTIFIED, "les300.csv", table.encode())
    (line,) = imports.look(loaded, seen.id, Deed.CREATED, 1).lines.lines
    assert line.value == "→ ressource à préciser"
    (text,) = import_choices.texts(loaded, knowledge, import_choices.look(loaded, seen.id)[1])
    assert (text.written, text.resource, text.answered) == ("machin de la scierie", "", False)
    assert import_choices.explain(loaded, knowledge, {text.written: "zigouigoui"}, "Anne") == ["zigouigoui"]
    assert import_choices.explain(loaded, knowledge, {text.written: "sciure de bois"}, "Anne") == []
    (text,) = import_choices.texts(loaded, knowledge, import_choices.look(loaded, seen.id)[1])
    sawdust = knowledge.linker.best("sciure de bois")
    assert sawdust and (text.resource, text.answered) == (sawdust.resource_id, True)
    preview(loaded, lambda: knowledge, seen.id, quiet)
    (line,) = imports.look(loaded, seen.id, Deed.CREATED, 1).lines.lines
    assert "sciure" in line.value.lower()
    confirmed(loaded, knowledge, seen.id)
    (lead,) = [link for link in synergies.known(loaded) if link.firm_ids == ("f-mill", "f-farm")]
    assert lead.resource_id == sawdust.resource_id
    rests = ask(loaded, "MATCH (:Synergy {id: $id})-[:RESTS_ON]->(w:Flow) RETURN w.text AS text", id=line.id)
    assert [row["text"] for row in rests] == ["sciure de bois"], "it rests on the flow that the giver had told"


def test_a_text_may_be_said_to_name_no_resource(loaded: Store, knowledge: Knowledge, load: Load) -> None:
    table = "Entreprises;Ressource\nScierie du Test | Ferme du Test;palettes\n"
    seen = load(ImportKind.IDENTIFIED, "les300.csv", table.encode())
    assert import_choices.explain(loaded, knowledge, {"palettes": NO_RESOURCE}, "Anne") == []
    preview(loaded, lambda: knowledge, seen.id, quiet)
    (line,) = imports.look(loaded, seen.id, Deed.CREATED, 1).lines.lines
    assert line.value == "→ ressource à préciser"
