"""IREP and Trackdéchets: what becomes of each row. The firms and figures are made up."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from symbiosis.domain.enums import Direction, Provenance, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.imports import Asked, Found
from symbiosis.importers.irep import read_irep
from symbiosis.importers.trackdechets import read_trackdechets
from tests.importers.registers import siret

BREWERY, FORGE, STRANGER = siret(1), siret(2), siret(3)
HERE = Asked((Firm(BREWERY, "Brasserie"), Firm("f-2", "Forge", siret=FORGE)), {"54115": "Champigneulles"})
SITES = (
    "identifiant;nom_etablissement;numero_siret;code_postal;code_insee;commune\n"
    f"S1;Brasserie;{BREWERY};54250;54115;CHAMPIGNEULLES\nS2;Forge;{FORGE[:3]} {FORGE[3:]};54250;54115;CHAMPIGNEULLES\n"
    f"S3;Inconnue;{STRANGER};54250;54115;CHAMPIGNEULLES\nS4;Ailleurs;{siret(4)};75001;75056;PARIS\n"
)
PRODUCED = (
    "identifiant;nom_etablissement;dechet;annee;code_operation_eliminatio_valorisation;"
    "libelle_operation_eliminatio_valorisation;code_departement;pays;code_dechet;libelle_dechet;quantite;unite\n"
)


def row(site: str, code: str, quantity: str, **told: str) -> str:
    year, operation, unit = (told.get(*usual) for usual in (("year", "2022"), ("operation", "R1"), ("unit", "t/an")))
    return f"{site};x;Oui;{year};{operation};x;54 ;FRANCE;{code};déchet {code};{quantity};{unit}\n"


def read(folder: Path, *rows: str, asked: Asked = HERE) -> Found:
    (folder / "etablissements.csv").write_text(SITES, encoding="utf-8")
    (folder / "Prod_dechets_dangereux.csv").write_text(PRODUCED + "".join(rows), encoding="utf-8")
    return read_irep([folder / "etablissements.csv", folder / "Prod_dechets_dangereux.csv"], asked)


def flows(found: Found) -> list[Flow]:
    return [told.thing for told in found.rows if isinstance(told.thing, Flow)]


def test_declared_wastes_are_summed_per_firm_code_and_year(tmp_path: Path) -> None:
    found = read(
        tmp_path, row("S1", "07 07 08*", "12,5", operation="R5"), row("S1", "07 07 08*", "2.5", operation="D10"),
        row("S2", "12 01 01", "3000", unit="kg"),
    )  # fmt: skip
    first, second = flows(found)
    assert (first.firm_id, first.direction, first.waste_code, first.quantity) == (BREWERY, "offer", "07 07 08*", 15.0)
    assert (first.unit, first.as_of, first.source, first.operation) == (Unit.TONNE, "2022", "IREP", "D10, R5")
    assert (first.provenance, first.text) == (Provenance.OBSERVED, "déchet 07 07 08*")
    assert (second.firm_id, second.quantity) == ("f-2", 3.0) and not found.errors


def test_below_the_threshold_is_neither_zero_nor_unknown(tmp_path: Path) -> None:
    found = flows(
        read(tmp_path, row("S1", "07 07 08*", "< seuil"), row("S1", "15 01 03", ""), row("S1", "20 01 08", "0"))
    )
    assert [(f.quantity, f.below_threshold) for f in found] == [(None, True), (None, False), (0.0, False)]


def test_the_latest_year_counts_and_the_flow_keeps_its_name(tmp_path: Path) -> None:
    both = read(tmp_path, row("S1", "15 01 03", "10", year="2021"), row("S1", "15 01 03", "20", year="2022"))
    (late,) = flows(both)
    (early,) = flows(read(tmp_path, row("S1", "15 01 03", "10", year="2021")))
    assert (late.quantity, late.as_of, early.id) == (20.0, "2022", late.id)
    assert any(note.value == "1" and "antérieure" in note.remedy for note in both.notes)


def test_those_nobody_knows_are_listed_and_those_elsewhere_counted(tmp_path: Path) -> None:
    found = read(tmp_path, row("S3", "15 01 03", "10"), row("S4", "15 01 03", "10"), row("S9", "15 01 03", "1"))
    assert not found.rows and found.rows_read == 3
    assert {(error.line, "SIRENE" in error.remedy) for error in found.errors} == {(2, True), (4, False)}
    assert [note.value for note in found.notes] == ["1"]


def test_what_a_site_takes_in_is_a_need(tmp_path: Path) -> None:
    (tmp_path / "etablissements.csv").write_text(SITES, encoding="utf-8")
    treated = PRODUCED.replace("quantite;", "quantite_admise;quantite_traitee;")
    (tmp_path / "Trait_dechets_dangereux.csv").write_text(
        treated + "S1;x;Oui;2022;R5;x;54;FRANCE;15 01 03;bois;40;38;t\n", encoding="utf-8"
    )
    zipped = tmp_path / "2022.zip"
    with zipfile.ZipFile(zipped, "w") as archive:
        for name in ("etablissements.csv", "Trait_dechets_dangereux.csv"):
            archive.write(tmp_path / name, f"2022/{name}")
    (flow,) = flows(read_irep([zipped], HERE))
    assert (flow.direction, flow.quantity) == (Direction.NEED, 40.0)


@pytest.mark.parametrize(
    ("bad", "column"),
    [(row("S1", "nonsense", "1"), "code_dechet"), (row("S1", "15 01 03", "beaucoup"), "quantite"),
     (row("S1", "15 01 03", "1", year="hier"), "annee"), (row("S1", "15 01 03", "1", unit="m3"), "unite")],
)  # fmt: skip
def test_a_wrong_cell_is_told_and_the_other_rows_load(tmp_path: Path, bad: str, column: str) -> None:
    found = read(tmp_path, bad, row("S2", "15 01 03", "1"))
    assert len(found.rows) == 1
    assert [(error.line, error.column) for error in found.errors] == [(2, column)]


def test_without_the_sites_it_says_which_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "Prod.csv").write_text(PRODUCED + row("S1", "15 01 03", "1"), encoding="utf-8")
    (error,) = read_irep([tmp_path / "Prod.csv"], HERE).errors
    assert "etablissements.csv" in error.remedy


HEAD = ("N° de bordereau", "Date d'expédition", "Date de réception", "Dénomination usuelle", "Code du déchet",
        "Quantité de déchet", "Expéditeur SIRET", "Destination SIRET", "Quantité de déchet entrant (t)",
        "Code opération réalisé")  # fmt: skip
MOVES = (
    ("B1", "2025-01-05", "2025-01-06", "huiles", "13 02 05*", 1.5, BREWERY, STRANGER, 1.4, "R 9"),
    ("B2", "2025-11-05", "2025-11-06", "huiles", "13 02 05*", 2.25, BREWERY, FORGE, 2.0, "R9"),
    ("B3", "2025-11-05", "2025-11-06", "boues", "06 05 02*", 1, STRANGER, siret(9), 1, "D10"),
)


def test_movements_are_summed_for_who_gives_and_who_takes(tmp_path: Path) -> None:
    book, texts = Workbook(), tmp_path / "registre.csv"
    sheet = book.active
    assert sheet is not None
    for line in (HEAD, *MOVES):
        sheet.append(line)
    book.save(tmp_path / "registre.xlsx")
    texts.write_text("\n".join(";".join(map(str, line)) for line in (HEAD, *MOVES)) + "\n", encoding="utf-8")
    for file in (texts, tmp_path / "registre.xlsx"):
        found = read_trackdechets([file], HERE)
        given, taken = sorted(flows(found), key=lambda f: f.direction, reverse=True)
        assert (given.firm_id, given.quantity, given.as_of, given.source) == (BREWERY, 3.75, "2025", "Trackdéchets")
        assert (taken.firm_id, taken.direction, taken.quantity, taken.operation) == ("f-2", "need", 2.0, "R9")
        assert found.rows_read == 3 and [error.line for error in found.errors] == [4]


def test_the_names_of_the_api_and_french_dates_are_read_too(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text("wasteCode,emitterCompanySiret,transporterTakenOverAt,weight\n"
                    f"13 02 05*,{BREWERY},31/12/2024,2\n", encoding="utf-8")  # fmt: skip
    (flow,) = flows(read_trackdechets([file], HERE))
    assert (flow.quantity, flow.as_of, flow.text) == (2.0, "2024", "déchet 13 02 05*")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    file = tmp_path / "r.csv"
    file.write_text(f"Code dechets,Expéditeur SIRET,Date d'expédition,Quantité (t)\n13 02 05*,{BREWERY},2024,2\n")
    (error,) = read_trackdechets([file], HERE).errors
    assert "Code du déchet" in error.remedy and io.StringIO(error.value).read()


def test_another_years_order_and_spelling_of_columns_change_nothing(tmp_path: Path) -> None:
    rows = (row("S1", "07 07 08*", "12,5", operation="R5"), row("S2", "12 01 01", "< seuil"))
    usual = flows(read(tmp_path, *rows))
    cells = [line.split(";")[::-1] for line in (PRODUCED + "".join(rows)).splitlines()]
    text = "\n".join(",".join(f'"{cell}"' for cell in line) for line in cells).replace("eliminatio_", "elimination_")
    (tmp_path / "Prod_dechets_dangereux.csv").write_bytes(text.upper().encode("cp1252"))
    found = flows(read_irep([tmp_path / "etablissements.csv", tmp_path / "Prod_dechets_dangereux.csv"], HERE))
    assert [(f.id, f.quantity, f.below_threshold, f.operation) for f in found] == [
        (f.id, f.quantity, f.below_threshold, f.operation) for f in usual
    ]


def test_sites_without_a_column_are_told_once_not_for_each_waste(tmp_path: Path) -> None:
    read(tmp_path)
    (tmp_path / "etablissements.csv").write_text(SITES.replace("code_insee", "insee"), encoding="utf-8")
    (tmp_path / "Prod_dechets_dangereux.csv").write_text(PRODUCED + row("S1", "15 01 03", "1") * 3, encoding="utf-8")
    found = read_irep([tmp_path / "etablissements.csv", tmp_path / "Prod_dechets_dangereux.csv"], HERE)
    assert [(error.file, error.column) for error in found.errors] == [("etablissements.csv", "code_insee")]
