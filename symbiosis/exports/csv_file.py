"""A table as CSV for a French spreadsheet: byte order mark, semicolons, decimal commas, and no formula."""

import csv
import io
from datetime import date

from symbiosis.domain.exported import Cell, Table
from symbiosis.exports.sheet import harmless


def csv_file(table: Table) -> bytes:
    """Return the file.

    >>> csv_file(Table("x", ("a", "b"), ((1.5, "=1+1"),))).decode("utf-8-sig")
    "a;b\\r\\n1,5;'=1+1\\r\\n"
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([_written(name) for name in table.header])
    writer.writerows([_written(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        return f"{cell:.10f}".rstrip("0").rstrip(".").replace(".", ",") if isinstance(cell, float) else str(cell)
    return harmless(cell)
