"""Firms' own spreadsheets, and tables of synergies found already: each row is read, or says what is wrong with it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction, Judgement, Rhythm, SynergyKind, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import KnownSynergy
from symbiosis.domain.imports import Asked, Found
from symbiosis.importers.header import fold
from symbiosis.importers.identified_table import read_identified
from symbiosis.importers.words import KINDS, KINDS_TOLD, STATUSES, STATUSES_TOLD
from symbiosis.importers.workbook import read_workbook
from symbiosis.knowledge.amounts import amount
from tests.importers.sheets import book

FIRMS = (
    Firm("f1", "Maison Alpha"), Firm("f2", "SARL Scierie du Lac"), Firm("f3", "Boulangerie Martin"),
    Firm("f4", "Boulangerie Martins"), Firm("73282932000074", "Fonderie Nord"),
)  # fmt: skip
Rows = Sequence[Sequence[object]]
CELLS = st.text("abé; 12,/=+@\"'tkg", max_size=12)


def asked(options: Mapping[str, str] | None = None) -> Asked:
    return Asked(
        FIRMS, options=options or {}, measure=lambda typed, usual: amount(typed, usual=usual), owners={"flow-1": "f1"}
    )


def flows(tmp_path: Path, rows: Rows, options: Mapping[str, str] | None = None) -> Found:
    return read_workbook([book(tmp_path / "a.xlsx", {"Flux": rows})], asked(options))


def synergies(tmp_path: Path, rows: Rows, options: Mapping[str, str] | None = None) -> Found:
    return read_identified([book(tmp_path / "a.xlsx", {"Synergies": rows})], asked(options))


def test_a_firm_s_own_columns_become_offers_and_needs(tmp_path: Path) -> None:
    rows: Rows = [["Déchet", "Tonnage annuel", "Exutoire", "Besoin"], ["palettes", 12.5, "broyage", "cartons"],
            ["sciure", "200 kg/mois", None, None]]  # fmt: skip
    found = flows(tmp_path, rows, {"firm": "f1"})
    told = [told.thing for told in found.rows]
    assert not found.errors and found.rows_read == 2 and all(isinstance(t, Flow) for t in told)
    said = [(t.direction, t.text, t.quantity, t.unit, t.use_text) for t in told if isinstance(t, Flow)]
    assert said == [
        (Direction.OFFER, "palettes", 12.5, Unit.TONNE, "broyage"), (Direction.NEED, "cartons", None, None, ""),
        (Direction.OFFER, "sciure", 2400.0, Unit.KILOGRAM, ""),
    ]  # fmt: skip
    assert [t.quantity_text for t in told if isinstance(t, Flow)] == ["", "", "200 kg/mois"]


def test_the_same_file_twice_gives_the_same_ids_and_a_reference_is_kept(tmp_path: Path) -> None:
    names = ["Entreprise", "Sens", "Quoi", "Rythme", "Réf. flux"]
    rows: Rows = [names, ["f1", "J'ai", "palettes", "chaque semaine", "flow-1"],
            ["f1", "Je cherche", "palettes", "mensuel", None], ["f1", "Je cherche", "palettes"]]  # fmt: skip
    once, twice = (flows(tmp_path, rows).rows for _ in range(2))
    assert once == twice
    ids = [t.thing.id for t in once if isinstance(t.thing, Flow)]
    assert ids[0] == "flow-1" and len(set(ids)) == 3
    assert [t.thing.rhythm for t in once if isinstance(t.thing, Flow)] == [Rhythm.WEEKLY, Rhythm.MONTHLY, None]


@pytest.mark.parametrize(
    ("row", "column", "word"),
    [
        (["Boulangerie Marti", "J'ai", "farine", "", "", ""], "Entreprise", "Boulangerie Martin"),
        (["Zzyzx Wqk", "J'ai", "farine", "", "", ""], "Entreprise", "aucun établissement"),
        (["", "J'ai", "farine", "", "", ""], "Entreprise", "établissement inconnu"),
        (["f1", "je vends", "farine", "", "", ""], "Sens", "je cherche"),
        (["f1", "J'ai", "", "3 t/an", "", ""], "Quoi", "rien n'est nommé"),
        (["f1", "J'ai", "farine", "1e12 t/an", "", ""], "Quantité", "vouliez-vous dire"),
        (["f1", "J'ai", "farine", "3 bennes/mois", "", ""], "Quantité", "contenance"),
        (["f1", "J'ai", "farine", "", "15 01", ""], "Code déchet", "six chiffres"),
        (["f2", "J'ai", "farine", "", "", "flow-1"], "Réf. flux", "pas un flux de cet établissement"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_named_by_row_and_column_and_good_rows_load(
    tmp_path: Path, row: list[object], column: str, word: str
) -> None:
    names = ["Entreprise", "Sens", "Quoi", "Quantité", "Code déchet", "Réf. flux"]
    found = flows(tmp_path, [names, row, ["73282932000074", "J'ai", "sable", "3 t/an", "", ""]])
    (error,) = found.errors
    assert (error.line, error.column) == (2, column) and word in error.remedy.replace("\u00a0", " ")
    assert [t.line for t in found.rows] == [3]


def test_a_sheet_that_says_nothing_is_left_aside_and_told(tmp_path: Path) -> None:
    file = book(tmp_path / "a.xlsx", {"Notice": [["Bonjour"]], "Flux": [["Entreprise", "Déchet"], ["f1", "x"]]})
    found = read_workbook([file], asked())
    assert len(found.rows) == 1 and "laissée de côté" in found.notes[-1].remedy
    assert read_workbook([book(tmp_path / "b.xlsx", {"Notice": [["Bonjour"]]})], asked()).errors


def test_identified_synergies_of_any_columns(tmp_path: Path) -> None:
    rows: Rows = [
        ["N°", "Entreprise A", "Entreprise B", "Synergie", "Débouché", "État d'avancement"],
        [1, "Maison Alpha", "Scierie du Lac", "sciure", "litière", "réalisée"],
        [2, "Maison Alpha + Fonderie Nord", "Scierie du Lac", "achat groupé de palettes", None, "identifiée"],
        [3, "Boulangerie Marti", "Maison Alpha", "pain", None, None],
        [4, "Maison Alpha", "Maison Alpha", "rien", None, None],
        [5, "Maison Alpha", "Scierie du Lac", None, None, None],
        [6, "Maison Alpha", "Scierie du Lac", "x", None, "bizarre"],
    ]
    found = synergies(tmp_path, rows)
    first, second = (t.thing for t in found.rows)
    assert isinstance(first, KnownSynergy) and isinstance(second, KnownSynergy)
    assert (first.kind, first.firm_ids, first.status) == (SynergyKind.SUBSTITUTION, ("f1", "f2"), Judgement.IMPLEMENTED)
    assert (second.kind, second.status) == (SynergyKind.MUTUALISATION, None)
    assert second.firm_ids == ("f1", "73282932000074", "f2")
    assert [e.line for e in found.errors] == [4, 5, 6, 7] and found.rows_read == 6
    answered = synergies(tmp_path, rows, {"name:boulangerie marti": "f4"})
    assert [e.line for e in answered.errors] == [5, 6, 7]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.text("abé; 12,/=+@\"'tkg", max_size=12), min_size=4, max_size=4), max_size=6), st.booleans()
)
def test_no_row_vanishes(tmp_path: Path, rows: list[list[str]], table: bool) -> None:
    head = (
        ["Entreprise A", "Entreprise B", "Synergie", "Statut"]
        if table
        else ["Entreprise", "Déchet", "Quantité", "Date"]
    )
    found = (synergies if table else flows)(tmp_path, [head, *rows])
    formulas = sum(cell.startswith("=") and len(cell) > 1 for row in rows for cell in row)  # written without a value
    full = [[cell for cell in row if cell.strip() and (cell == "=" or cell[0] != "=")] for row in rows]
    kept = {number for number, row in enumerate(full, start=2) if row}
    assert kept <= {told.line for told in found.rows} | {error.line for error in found.errors}
    assert [note.value for note in found.notes if "formule" in note.remedy] == ([str(formulas)] if formulas else [])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_no_bytes_raise(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(content)
    for read in (read_workbook, read_identified):
        found = read([file], asked())
        assert found.rows or found.errors or found.rows_read == 0


@pytest.mark.parametrize(("told", "known"), [(KINDS_TOLD, KINDS), (STATUSES_TOLD, STATUSES)])
def test_what_a_refusal_says_to_write_is_understood_and_says_all(
    told: str, known: Sequence[tuple[Sequence[str], object]]
) -> None:
    words = [fold(word) for word in told.split(", ")]
    assert [next(value for words_, value in known if word in words_) for word in words] == [v for _, v in known]
