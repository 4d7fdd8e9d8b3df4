"""A report as tables that a spreadsheet opens."""

from dataclasses import dataclass

Cell = str | float | int | None


@dataclass(frozen=True)
class ReportTable:
    """One table; every row is as long as the header."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
