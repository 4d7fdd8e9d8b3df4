"""What the templates of pictures and indicators are given."""

from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from symbiosis.domain.enums import SynergyKind, Unit
from symbiosis.domain.firms import Commune
from symbiosis.domain.indicators import Indicators
from symbiosis.domain.pictured import Step, Wanted
from symbiosis.domain.views import FirmLine, Label


@dataclass(frozen=True)
class Table:
    """The data of a picture: the last `numbers` columns are numbers; `left_out` rows had no room."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: int = 1
    left_out: int = 0


MOST_ROWS = 300


def cut(table: Table) -> Table:
    """Return the table with as many rows as a page holds."""
    return replace(table, rows=table.rows[:MOST_ROWS], left_out=max(0, len(table.rows) - MOST_ROWS))


@dataclass(frozen=True)
class Asked:
    """What the address asks of a picture, and what may be asked instead; empty where it has no such choice."""

    wanted: Wanted
    resources: tuple[Label, ...] = ()
    kinds: tuple[SynergyKind, ...] = ()
    kind: SynergyKind | None = None
    units: tuple[Unit, ...] = ()
    unit: Unit | None = None
    communes: tuple[Commune, ...] = ()
    commune: str = ""
    text: str | None = None  # None: nothing to search
    found: tuple[FirmLine, ...] = ()
    firm: str = ""

    def args(self) -> dict[str, str]:
        """Return the filters as an address holds them."""
        held = {"kind": self.wanted.kind, "step": self.wanted.step, "resource": self.wanted.resource}
        return {name: value for name, value in held.items() if value}


@dataclass(frozen=True)
class PicturePage:
    """One picture: drawn, told and tabled; `svg` None where there is nothing to draw."""

    template: ClassVar[str] = "picture.html"
    endpoint: str
    title: str
    what: str
    svg: Markup | None
    asked: Asked
    steps: tuple[Step, ...]  # the key
    notes: tuple[str, ...]
    table: Table


@dataclass(frozen=True)
class PicturesPage:
    """The pictures there are: address, name, what each shows."""

    template: ClassVar[str] = "pictures.html"
    doors: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Elipse:
    """A theme of the French reference: covered by what, or why it cannot be known yet."""

    theme: str
    covered: bool
    how: str


@dataclass(frozen=True)
class IndicatorsPage:
    """The indicators, for the screen."""

    template: ClassVar[str] = "indicators.html"
    found: Indicators
    today: str
    elipse: tuple[Elipse, ...]


@dataclass(frozen=True)
class ReportPage:
    """The indicators, on one sheet of paper."""

    template: ClassVar[str] = "report.html"
    found: Indicators
    today: str
    firms: int
    picture: Markup | None
    best: tuple[tuple[str, int], ...]
