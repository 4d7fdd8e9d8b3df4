"""Free columns, firm names and cards of a spreadsheet: each row is a card or says what is wrong."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symbiosis.domain.amounts import Usual
from symbiosis.domain.enums import Direction, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.free_columns import OF_FLOWS, OF_SYNERGIES, SAYS, Column, NameAsked
from symbiosis.importers.card_rows import read_cards
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.firm_names import FirmNames, key
from symbiosis.importers.free_columns import layout
from symbiosis.importers.grids import Grid
from tests.importers.sheets import book

FIRMS = [
    Firm("f1", "Maison Alpha"), Firm("f2", "SARL Scierie du Lac"), Firm("f3", "Boulangerie Martin"),
    Firm("f4", "Boulangerie Martins"), Firm("f5", "Transports Dupré & Fils SAS"),
]  # fmt: skip


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid("a.csv", "", rows)


@pytest.mark.parametrize(
    ("names", "wanted", "usual"),
    [
        ("Déchet|Tonnage annuel|Exutoire|Besoin", "offer quantity use need", Usual(Unit.TONNE, "year")),
        ("Nom de l'entreprise|N° SIRET|Type de déchet|Code déchet|Quantité (t/an)",
         "firm siret offer waste_code quantity",
         Usual(Unit.TONNE, "year")),
        ("Dechets|Volume m3/mois|Remarques", "offer quantity -", Usual(Unit.CUBIC_METRE, "month")),
        ("Sens|Quoi|Quantité (avec son unité)|Réf. flux|Réf. établissement",
         "direction text quantity flow_ref firm_ref",
         Usual()),
    ],
)  # fmt: skip
def test_columns_are_recognised_whatever_they_are_called(names: str, wanted: str, usual: Usual) -> None:
    found = layout(grid(tuple(names.split("|"))), OF_FLOWS, SAYS, {})
    assert [c.value if c else "-" for c in found.columns] == wanted.split()
    assert found.usual == usual


def test_a_title_above_the_names_is_passed_over() -> None:
    found = layout(grid(("Gisements 2026", ""), ("", ""), ("Déchet", "Tonnage"), ("x", "1")), OF_FLOWS, SAYS, {})
    assert found.line == 3


def test_what_a_person_chose_counts_and_no_column_is_a_line_that_says_so() -> None:
    sheet = grid(("Déchet", "Machin"), ("x", "12 t"))
    assert layout(sheet, OF_FLOWS, SAYS, {"column:machin": "quantity"}).at(Column.QUANTITY) == 1
    assert layout(sheet, OF_FLOWS, SAYS, {"column:dechet": "need"}).at(Column.NEED) == 0
    with pytest.raises(BadFileError) as told:
        layout(sheet, OF_FLOWS, SAYS, {"column:dechet": "none"})
    assert "aucune colonne reconnue" in told.value.errors[0].remedy and "Machin" in told.value.errors[0].value


def test_synergies_have_columns_of_their_own() -> None:
    names = ("N°", "Entreprise A", "Entreprise B", "Synergie", "Débouché", "État d'avancement")
    found = layout(grid(names), OF_SYNERGIES, (Column.GIVER,), {})
    assert [c.value if c else "-" for c in found.columns] == ["-", "giver", "taker", "text", "use", "status"]


@pytest.mark.parametrize(
    ("written", "firm"),
    [("maison alpha", "f1"), ("f2", "f2"), ("Scierie du Lac", "f2"), ("Transports Dupre et Fils", "f5"),
     ("Boulangerie Martin", "f3")],
)  # fmt: skip
def test_a_name_is_linked_without_accents_or_legal_form(written: str, firm: str) -> None:
    assert FirmNames(FIRMS, {}).find(written) == firm


def test_an_unsure_name_is_asked_about_once_and_the_answer_is_kept() -> None:
    asked = FirmNames(FIRMS, {}).find("Boulangerie Marti")
    assert isinstance(asked, NameAsked) and {"f3", "f4"} <= {firm for firm, _, _ in asked.alternatives}
    assert FirmNames(FIRMS, {key("Boulangerie  MARTI"): "f4"}).find("boulangerie marti") == "f4"
    nobody = FirmNames(FIRMS, {}).find("Zzyzx Wqk")
    assert isinstance(nobody, NameAsked) and not nobody.alternatives


def test_each_row_is_a_card_or_says_what_is_wrong(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Entreprise", "J'ai", "Je cherche", "Je partage", "Quantité", "Nom visible"],
        ["Maison Alpha", "palettes", "cartons", None, "3 t/an", "oui"],
        ["Ailleurs SA Zzyzx", None, None, "chariot", None, None],
        ["Boulangerie Marti", "farine", None, None, None, None],
        [None, "sciure", None, None, None, None],
        ["Maison Alpha", None, None, None, "3 t", None],
    ]
    found = read_cards(book(tmp_path / "a.xlsx", {"Cartes": rows}), FIRMS, "Anne")
    assert [row.line for row in found] == [2, 2, 3, 4, 5, 6]
    first, second, third = (row.card for row in found[:3])
    assert first and (first.firm_id, first.direction, first.quantity_text, first.shown) == (
        "f1",
        Direction.OFFER,
        "3 t/an",
        True,
    )
    assert second and (second.direction, second.quantity_text) == (Direction.NEED, "")
    assert third and (third.outside, third.direction) == ("Ailleurs SA Zzyzx", Direction.SHARE)
    assert all(row.error and row.error.remedy for row in found[3:])


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text("abé; 12,/=+@\"'", max_size=12), min_size=3, max_size=3), max_size=6))
def test_no_row_vanishes(tmp_path: Path, rows: list[list[str]]) -> None:
    sheet = [["Entreprise", "Déchet", "Quantité"], *rows]
    found = read_cards(book(tmp_path / "a.xlsx", {"Cartes": sheet}), FIRMS, "Anne")
    # A formula that was never worked out holds no value: its cell is empty.
    told = [[cell for cell in row if cell.strip() and not cell.startswith("=")] for row in rows]
    kept = {number for number, row in enumerate(told, start=2) if row}
    assert kept <= {row.line for row in found}
