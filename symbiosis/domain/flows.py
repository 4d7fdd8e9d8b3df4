"""What a firm offers, needs or would share."""

from dataclasses import dataclass

from symbiosis.domain.enums import Direction, Provenance, Rhythm, Unit


@dataclass(frozen=True)
class Flow:
    """One flow of one firm; `quantity` is per year, in `unit`; None means unknown."""

    id: str
    firm_id: str
    direction: Direction
    text: str
    waste_code: str = ""
    quantity: float | None = None
    unit: Unit | None = None
    rhythm: Rhythm | None = None
    temperature_c: float | None = None
    quality: str = ""
    use_text: str = ""
    provenance: Provenance = Provenance.DECLARED
    as_of: str = ""  # ISO date or year
    quantity_text: str = ""  # the quantity as it was typed, where it was typed in words
    confidential: bool = False  # words and figures serve the matcher, and are shown to those who may see them
    quantity_max: float | None = None  # where `quantity` begins a range, its end
    below_threshold: bool = False  # declared to a register as below its threshold: neither zero nor unknown
    source: str = ""  # which register or file an observed flow comes from
    operation: str = ""  # how the register says the waste was treated: R1 to R13, D1 to D15


@dataclass(frozen=True)
class Link:
    """A resource recognised in a text; `confidence` is between 0 and 1, `why` the words that matched."""

    resource_id: str
    confidence: float
    why: str


@dataclass(frozen=True)
class LinkedFlow:
    """A flow with what was understood of it; `link` None means listed under "à préciser"."""

    flow: Flow
    link: Link | None
    use_id: str = ""


@dataclass(frozen=True)
class Telling:
    """A flow as somebody reads or changes it: `version` counts its changes."""

    linked: LinkedFlow
    version: int
    withdrawn: bool
    hidden: bool  # confidential, and not opened to this reader

    @property
    def flow(self) -> Flow:
        """Return what was told."""
        return self.linked.flow


@dataclass(frozen=True)
class Earlier:
    """What a flow said before a change: what was done to it, when, by whom."""

    flow: Flow
    change: str  # a FlowChange value
    at: str
    by: str
