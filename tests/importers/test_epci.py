"""Which communes an intercommunality is made of: those the seeds know, and INSEE's own table for any other."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from symbiosis.domain.firms import Firm
from symbiosis.domain.imports import Asked, Found
from symbiosis.importers.epci_table import is_epci_table
from symbiosis.importers.sirene import read_sirene
from symbiosis.knowledge import seeds
from tests.importers import registers as made

# As INSEE publishes it: titles in words above the titles in codes, and no row of ours.
TITLES = [["Géographie au 01/01/2024"], [], [], [], ["Code géographique communal", "Libellé", "Code EPCI", "EPCI"]]
HEAD = ["CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP", "REG"]
ROWS = [
    ["01001", "A", "200000001", "CC INVENTEE", "01", "84"],
    ["01002", "B", "200000001", "CC INVENTEE", "01", "84"],
    ["01003", "C", "ZZZZZZZZZ", "Sans objet", "01", "84"],
    ["02001", "D", "200000002", "CA INVENTEE", "02", "32"],
]
KNOWN = Asked(intercommunalities=seeds.read_intercommunalities(), commune_names={"54115": "Champigneulles"})


def workbook(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.title = "EPCI"
    sheet.append(["EPCI", "LIBEPCI"])
    page = book.create_sheet("Composition_communale")
    for row in [*TITLES, HEAD, *ROWS]:
        page.append(row)
    book.save(path)
    return path


def text(path: Path, head: list[str] = HEAD) -> Path:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows([head, *ROWS])
    path.write_text(stream.getvalue(), encoding="utf-8")
    return path


def zipped(path: Path) -> Path:
    book = workbook(path.with_suffix(".inner.xlsx"))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(book, "Intercommunalite-Metropole_au_01-01-2024.xlsx")
    return path


def read(folder: Path, *more: Path, **options: str) -> Found:
    places = ("54115", "01002", "02001", "54490")
    rows = [made.stock_row(n, codeCommuneEtablissement=place) for n, place in enumerate(places, start=1)]
    stock = made.write(folder / "StockEtablissement_utf8.csv", made.STOCK, rows)
    asked = replace(KNOWN, options=options)
    return read_sirene([stock, *more], asked)


def communes(found: Found) -> set[str]:
    assert not found.errors, found.errors
    return {told.thing.commune for told in found.rows if isinstance(told.thing, Firm)}


def test_one_that_is_known_is_all_its_communes(tmp_path: Path) -> None:
    known = seeds.read_intercommunalities()["245400601"]
    assert len(known.communes) == 13 and known.communes == {c.id for c in seeds.read_communes()}
    assert communes(read(tmp_path, epci="245400601")) == {"54115", "54490"}


@pytest.mark.parametrize(("name", "make"), [("t.xlsx", workbook), ("t.csv", text), ("t.zip", zipped)])
def test_any_other_is_read_from_insees_table(tmp_path: Path, name: str, make: Callable[[Path], Path]) -> None:
    table = make(tmp_path / name)
    assert communes(read(tmp_path, table, epci="200000001")) == {"01002"}
    assert communes(read(tmp_path, table, communes="200000002 54115")) == {"02001", "54115"}


def test_one_that_nobody_knows_is_refused_with_what_to_give(tmp_path: Path) -> None:
    (error,) = read(tmp_path, epci="200000001").errors
    for words in ("245400601 (CC du Bassin de Pompey)", "--communes", "--epci-table"):
        assert words in error.remedy
    (error,) = read(tmp_path, text(tmp_path / "t.csv"), epci="200000009").errors
    assert error.value == "200000009" and "2" in error.remedy


def test_a_table_without_a_choice_or_without_its_columns_is_told(tmp_path: Path) -> None:
    (error,) = read(tmp_path, text(tmp_path / "t.csv")).errors
    assert "--epci" in error.remedy
    wrong = text(tmp_path / "w.csv", ["a", "b", "c", "d", "e", "f"])
    (error,) = read(tmp_path, wrong, epci="200000001", epci_table="w.csv").errors
    assert "CODGEO" in error.remedy


def test_a_register_is_no_such_table(tmp_path: Path) -> None:
    assert not is_epci_table(made.write(tmp_path / "s.csv", made.STOCK, [made.stock_row(1)]))


def test_what_is_chosen_first_is_kept_and_what_is_chosen_later_is_for_once(tmp_path: Path) -> None:
    first = read(tmp_path, text(tmp_path / "t.csv"), epci="200000001")
    assert first.communes == {"01001", "01002"} and "deviennent" in first.notes[0].remedy
    assert read(tmp_path).communes == frozenset() == read(tmp_path, communes="54115").communes
    kept = replace(KNOWN, kept_communes=first.communes)
    later = read_sirene([tmp_path / "StockEtablissement_utf8.csv"], kept)
    assert communes(later) == {"01002"} and not later.communes
    once = read_sirene([tmp_path / "StockEtablissement_utf8.csv"], replace(kept, options={"communes": "02001"}))
    assert communes(once) == {"02001"} and not once.communes and "cette fois" in once.notes[0].remedy
