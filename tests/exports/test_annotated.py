"""A file given back with notes keeps what its owner made of it, and nothing that runs."""

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from symbiosis.exports.annotated import Note, Noted, annotated

ROWS = (("Déchet", "Quantité", "Note", "Note"), ("palettes", "12", "a", "a"), ("verre", "1e12 t/an", "", ""))
TOO_MUCH = Note(3, 2, "vouliez-vous dire 1 t par an ?")


def own(path: Path) -> Path:
    book = openpyxl.Workbook()
    page: Any = book.active
    page.title = "Mes flux"
    for row in (("Déchet", "Quantité", "Note"), ("palettes", 12, "a"), ("verre", "1e12 t/an", "")):
        page.append(row)
    page["A1"].font = Font(bold=True, color="AA0000")
    page["A2"].fill = PatternFill("solid", fgColor="00FF00")
    page.column_dimensions["A"].width = 41
    page.merge_cells("C2:D2")
    page["B5"] = '=HYPERLINK("http://elsewhere.example", "1")'
    page["A6"].value, page["A6"].hyperlink = "lien", "http://elsewhere.example"
    page["A7"].value = "@cmd"
    check = DataValidation(type="list", formula1='"palettes,verre"')
    check.add("A2:A9")
    page.add_data_validation(check)
    page.freeze_panes = "A2"
    book.create_sheet("Autre").sheet_state = "hidden"
    book.save(path)
    return path


def given(sheets: list[Noted], path: Path | None) -> Any:
    return openpyxl.load_workbook(io.BytesIO(annotated(sheets, "À corriger", path)))


def test_the_firm_s_formats_lists_and_sheets_stay(tmp_path: Path) -> None:
    book = given([Noted("Mes flux", ROWS, [TOO_MUCH])], own(tmp_path / "own.xlsx"))
    page = book["Mes flux"]
    assert book.sheetnames == ["Mes flux", "Autre"] and book["Autre"].sheet_state == "hidden"
    assert page["A1"].font.bold and page["A2"].fill.fgColor.rgb == "0000FF00"
    assert page.column_dimensions["A"].width == 41 and page.freeze_panes == "A2"
    assert page.data_validations.dataValidation and "C2:D2" in {str(span) for span in page.merged_cells.ranges}
    assert page["B2"].value == 12, "a number stays a number"
    assert "vouliez-vous" in page["B3"].comment.text and page["B3"].fill.fgColor.rgb.endswith("FBE6E3")
    assert page["E1"].value == "À corriger" and "vouliez-vous" in page["E3"].value


def test_nothing_in_it_runs_or_leads_elsewhere(tmp_path: Path) -> None:
    page = given([Noted("Mes flux", ROWS, [])], own(tmp_path / "own.xlsx"))["Mes flux"]
    cells = [cell for line in page.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert page["A7"].value == "'@cmd"


def test_a_note_on_a_merged_cell_stands_on_the_one_that_is_seen(tmp_path: Path) -> None:
    page = given([Noted("Mes flux", ROWS, [Note(2, 4, "ici")])], own(tmp_path / "own.xlsx"))["Mes flux"]
    assert page["C2"].comment.text == "ici"


@pytest.mark.parametrize("content", [b"a;b\n", b"PK\x03\x04broken", b""])
def test_any_other_file_comes_back_as_a_new_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    book = given([Noted("x.csv", ROWS, [TOO_MUCH])], path)
    assert book["x.csv"]["A2"].value == "palettes" and book["x.csv"]["B3"].comment


def test_a_workbook_too_big_to_be_opened_with_its_formats_comes_back_without_them(tmp_path: Path) -> None:
    rows = tuple(("x",) * 100 for _ in range(3001))
    page = given([Noted("Mes flux", rows, [])], own(tmp_path / "own.xlsx"))["Mes flux"]
    assert page["A2"].value == "x" and page.freeze_panes is None
