"""A report as files that a spreadsheet opens."""

from collections.abc import Sequence

from symbiosis.domain.report import ReportTable
from symbiosis.exports.report_tables import as_csv, as_workbook

__all__ = ["XLSX", "csv_file", "xlsx_file"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def xlsx_file(tables: Sequence[ReportTable]) -> bytes:
    """Return all tables as one workbook."""
    return as_workbook(tables)


def csv_file(table: ReportTable) -> bytes:
    """Return one table as CSV."""
    return as_csv(table)
