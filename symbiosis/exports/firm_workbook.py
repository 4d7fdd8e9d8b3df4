"""A firm's own workbook: its flows to check, rows to fill, lists to choose from; and a file given back with notes."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from symbiosis.exports.xlsx_file import held

FREE_ROWS, WIDEST, TALL = 200, 44, 32_000
HEAD, GREY, WRONG = "DDEDE7", "EEEEEE", "FBE6E3"
MOST_NOTES = 5_000


@dataclass(frozen=True)
class Template:
    """What the workbook holds: names of its sheets, what to do line by line, column names, rows, lists by column.

    `last` is how many columns at the end are references that nobody has to touch.
    """

    title: str
    notice_title: str
    notice: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[Sequence[str | float | None]]
    lists: Mapping[int, Sequence[str]]
    last: int


def template_file(template: Template) -> bytes:
    """Return the workbook: no macro, no formula; text stays text."""
    from openpyxl import Workbook  # noqa: PLC0415  takes its time and memory only where a workbook is asked for
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    book = Workbook()
    page = book.active or book.create_sheet()
    page.title = template.title
    for row in (template.columns, *template.rows):
        page.append([held(value) for value in row])
    for position, name in enumerate(template.columns, start=1):
        letter = get_column_letter(position)
        widest = max((len(str(row[position - 1] or "")) for row in template.rows), default=0)
        page.column_dimensions[letter].width = min(max(len(name), widest) + 2, WIDEST)
        cell = page.cell(1, position)
        grey = position > len(template.columns) - template.last
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor=GREY if grey else HEAD)
    for position, choices in template.lists.items():
        valid = DataValidation(type="list", formula1='"' + ",".join(choices) + '"', allow_blank=True)
        letter = get_column_letter(position)
        valid.add(f"{letter}2:{letter}{len(template.rows) + FREE_ROWS}")
        page.add_data_validation(valid)
    page.freeze_panes = "A2"
    about = book.create_sheet(template.notice_title)
    about.column_dimensions["A"].width = 100
    for line in template.notice:
        about.append([held(line)])
    return _saved(book)


def _title(name: str) -> str:
    return "".join(" " if c in "[]:*?/\\'" else c for c in name)[:31] or "Feuille"


def _saved(book: object) -> bytes:
    file = io.BytesIO()
    book.save(file)  # type: ignore[attr-defined]
    return file.getvalue()
