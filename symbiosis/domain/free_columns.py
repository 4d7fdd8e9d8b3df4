"""The columns that people's own spreadsheets have, whatever they call them."""

from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.amounts import Usual
from symbiosis.domain.fold import fold


class Column(StrEnum):
    """What a column of a spreadsheet may hold."""

    FIRM = "firm"
    SIRET = "siret"
    FIRM_REF = "firm_ref"
    FLOW_REF = "flow_ref"
    DIRECTION = "direction"
    TEXT = "text"
    OFFER = "offer"
    NEED = "need"
    SHARE = "share"
    QUANTITY = "quantity"
    UNIT = "unit"
    RHYTHM = "rhythm"
    TEMPERATURE = "temperature"
    QUALITY = "quality"
    WASTE_CODE = "waste_code"
    USE = "use"
    DATE = "date"
    GIVER = "giver"
    TAKER = "taker"
    FIRMS = "firms"
    KIND = "kind"
    STATUS = "status"
    SOURCE = "source"
    SHOWN = "shown"


SAYS = (Column.TEXT, Column.OFFER, Column.NEED, Column.SHARE)
OF_FLOWS = (
    Column.FIRM, Column.SIRET, Column.FIRM_REF, Column.FLOW_REF, Column.DIRECTION, *SAYS, Column.QUANTITY, Column.UNIT,
    Column.RHYTHM, Column.TEMPERATURE, Column.QUALITY, Column.WASTE_CODE, Column.USE, Column.DATE,
)  # fmt: skip
OF_CARDS = (
    Column.FIRM, Column.SIRET, Column.FIRM_REF, Column.DIRECTION, *SAYS, Column.QUANTITY, Column.UNIT, Column.SHOWN,
)  # fmt: skip
OF_SYNERGIES = (
    Column.GIVER, Column.TAKER, Column.FIRMS, Column.TEXT, Column.USE, Column.KIND, Column.STATUS, Column.SOURCE,
)  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """Where a sheet keeps what: the number of its header line, its names as written, and what each column holds.

    `usual` is what the name of the quantity's column says of its unit and period.
    """

    line: int
    names: tuple[str, ...]
    columns: tuple[Column | None, ...]
    usual: Usual
    pattern: str = ""

    def at(self, column: Column) -> int | None:
        """Return the position of a column, None where there is none."""
        return self.columns.index(column) if column in self.columns else None

    def name(self, column: Column) -> str:
        """Return a column's name as written, '' where there is none."""
        position = self.at(column)
        return "" if position is None else self.names[position]


NOTICE_SHEET = "Mode d'emploi"  # of the workbooks we give, which come back with it
NO_RESOURCE = "none"  # what a person answers of a text that names nothing one could exchange or share


def text_key(text: str) -> str:
    """Return under what an answer about a resource's text is kept."""
    return f"text:{' '.join(fold(text).split())[:150]}"


@dataclass(frozen=True)
class TextAsked:
    """A resource as it was written: the one it is taken for ('' for none), as people answered or as it is understood.

    `alternatives` are resources by id, with their likeness 0 to 100, likeliest first.
    """

    written: str
    resource: str
    answered: bool
    alternatives: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class NameAsked:
    """A firm's name as it was written, and the firms it may mean: id, name, likeness 0 to 100, likeliest first."""

    written: str
    alternatives: tuple[tuple[str, str, int], ...]
