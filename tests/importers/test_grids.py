"""Any spreadsheet becomes texts, or one clear line that says why not."""

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symbiosis.importers import grids
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.grids import read_grids
from tests.importers.sheets import book


def test_a_workbook_is_read_sheet_by_sheet_without_the_empty_ones(tmp_path: Path) -> None:
    day = datetime.date(2026, 3, 1)
    rows: list[list[object]] = [["Déchet", "Tonnage"], ["palettes", 12.0], ["sciure", 12.5], [day, True]]
    found, notes = read_grids(book(tmp_path / "a.xlsx", {"Flux": rows, "Vide": []}))
    assert [g.sheet for g in found] == ["Flux"] and not notes
    assert found[0].rows == (("Déchet", "Tonnage"), ("palettes", "12"), ("sciure", "12.5"), ("2026-03-01", "oui"))


def test_merged_cells_keep_their_value_in_each(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Entreprise", "Quoi"], ["Alpha", "palettes"], [None, "sciure"], ["merge", "A2:A3"]]
    found, notes = read_grids(book(tmp_path / "a.xlsx", {"Flux": rows}))
    assert [row[0] for row in found[0].rows] == ["Entreprise", "Alpha", "Alpha"] and "fusionnées" in notes[0].remedy


def test_a_formula_without_a_kept_value_is_empty_and_told_and_its_row_stays(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Quoi", "Quantité"], ["palettes", "=1+1"], ["sciure", 3]]
    found, (note,) = read_grids(book(tmp_path / "a.xlsx", {"Flux": rows}))
    assert found[0].rows[1:] == (("palettes", ""), ("sciure", "3")) and note.value == "1" and "formule" in note.remedy


def ods(path: Path, rows: str, name: str = "Flux") -> Path:
    """Write an OpenDocument sheet as LibreOffice does, from its rows in XML."""
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    body = (
        f'<office:body><office:spreadsheet><table:table table:name="{name}">{rows}</table:table></office:spreadsheet>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "content.xml", f"<office:document-content{spaces}>{body}</office:body></office:document-content>"
        )
        kind = 'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"'
        space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        entry = f'<manifest:file-entry manifest:full-path="/" {kind}/>'
        packed.writestr("META-INF/manifest.xml", f"<manifest:manifest {space}>{entry}</manifest:manifest>")
    return path


def cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def test_an_open_document_keeps_merged_values_and_tells_what_was_not_computed(tmp_path: Path) -> None:
    covered = "<table:covered-table-cell/>"
    formula = '<table:table-cell table:formula="of:=[.A1]"/>'
    kept = (
        '<table:table-cell table:formula="of:=3*4" office:value-type="float" office:value="12"><text:p>12</text:p>'
        "</table:table-cell>"
    )
    day = (
        '<table:table-cell office:value-type="date" office:date-value="2026-03-15"><text:p>15/03/26</text:p>'
        "</table:table-cell>"
    )
    rows = [
        row(
            cell("Titre", 'table:number-columns-spanned="3"'),
            '<table:covered-table-cell table:number-columns-repeated="2"/>',
        ),
        row('<table:table-cell table:number-columns-repeated="3"/>', repeated=2),
        row(cell("Alpha", 'table:number-rows-spanned="2"'), cell("palettes"), kept),
        row(covered, cell("sciure"), day),
        row(cell("Bravo"), cell("métal"), formula),
        row('<table:table-cell table:number-columns-repeated="1024"/>', repeated=1_048_570),
    ]
    found, notes = read_grids(ods(tmp_path / "a.ods", "".join(rows)))
    assert found[0].rows == (
        ("Titre", "Titre", "Titre"), ("", "", ""), ("", "", ""), ("Alpha", "palettes", "12"),
        ("Alpha", "sciure", "2026-03-15"), ("Bravo", "métal", ""),
    )  # fmt: skip
    assert ["fusionnées" in note.remedy for note in notes] == [True, False] and notes[1].value == "1"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_cut_as_it_was_written(tmp_path: Path, separator: str, encoding: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(f"Déchet{separator}Besoin\nété{separator}x\n".encode(encoding))
    assert read_grids(file)[0][0].rows[0] == ("Déchet", "Besoin")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xlsx", b""), ("a.xlsx", b"PK\x03\x04 broken"), ("a.xls", b"\xd0\xcf\x11\xe0" + b"\0" * 600), ("a.csv", b""),
     ("a.csv", b"\0\0\0\0"), ("a.ods", b"not a zip"), ("a.csv", b"\n\n ; \n")],
)  # fmt: skip
def test_what_cannot_be_read_says_so_once(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadFileError) as told:
        read_grids(tmp_path / name)
    (error,) = told.value.errors
    assert error.file == name and error.remedy


def test_what_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 3_000_000)
    (tmp_path / "bomb.xlsx").write_bytes(bomb.getvalue())
    monkeypatch.setattr(grids, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(BadFileError, match="démesuré"):
        read_grids(tmp_path / "bomb.xlsx")
    monkeypatch.setattr(grids, "MOST_BYTES", 10)
    with pytest.raises(BadFileError, match="trop gros"):
        read_grids(tmp_path / "bomb.xlsx")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from([".xlsx", ".xls", ".ods", ".csv", ""]), st.booleans())
def test_no_bytes_raise_anything_else(tmp_path: Path, content: bytes, ending: str, packed: bool) -> None:
    file = tmp_path / f"a{ending}"
    file.write_bytes((b"PK\x03\x04" if packed else b"") + content)
    try:
        found, _ = read_grids(file)
    except BadFileError as bad:
        assert bad.errors[0].remedy
    else:
        assert all(len(row) == len(grid.rows[0]) for grid in found for row in grid.rows)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 3000), st.binary(min_size=1, max_size=20))
def test_a_broken_workbook_is_read_or_refused(tmp_path: Path, at: int, noise: bytes) -> None:
    good = book(tmp_path / "good.xlsx", {"Flux": [["Quoi", "Quantité"], ["palettes", 3]]}).read_bytes()
    file = tmp_path / "bad.xlsx"
    file.write_bytes(good[: at % len(good)] + noise + good[at % len(good) + len(noise) :])
    try:
        read_grids(file)
    except BadFileError as bad:
        assert bad.errors[0].remedy
