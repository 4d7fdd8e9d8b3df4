"""What the explorer answers, and what is known of one resource, use, sector or waste code; in nobody's language yet."""

from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.enums import Hazard, Maturity, Provenance, ResourceKind
from symbiosis.domain.knowledge import Performs, Precedent, Resource, Sharing, TypicalFlow, Use, WasteEntry
from symbiosis.domain.views import Label


class Verdict(StrEnum):
    """Whether what is asked about is hazardous waste; `unknown` where nothing rules it out."""

    NO = "no"
    YES = "yes"
    MIRROR = "mirror"
    UNKNOWN = "unknown"


class Basis(StrEnum):
    """Why a firm is named, surest first."""

    SAME = "same"  # it told that it wants (has) this very resource
    USE = "use"  # it told another resource, for a use both serve
    SECTOR = "sector"  # nobody told anything: firms of its sector usually do


@dataclass(frozen=True)
class Asked:
    """A question: who can take a thing, or (`supply`) who could provide it.

    `nace`: the activity of whoever gives (receives) it; `code`: its waste code; `near`: a firm's or a commune's id.
    """

    text: str
    nace: str = ""
    code: str = ""
    supply: bool = False
    near: str = ""


@dataclass(frozen=True)
class Understood:
    """A resource or a use (`kind` None) the text may mean: `confidence` 0 to 1, `why` the words that matched."""

    label: Label
    kind: ResourceKind | None
    hazard: Hazard | None
    confidence: float
    why: str


@dataclass(frozen=True)
class Entry:
    """An entry of the List of Waste; `mirrors` are the entries an analysis must tell it from."""

    label: Label  # its id is the code, without asterisk
    hazardous: bool
    mirrors: tuple[Label, ...]
    why: str


@dataclass(frozen=True)
class Outlet:
    """What a resource can become; `share`: of all exchanges of the resource, about those that go this way, 0 to 1."""

    resource: Label
    use: Label
    process: str
    conditions: str
    maturity: Maturity
    share: float
    value_low: float | None
    value_high: float | None
    unit: str
    treatment: bool
    source: str
    confidence: str
    process_en: str = ""
    conditions_en: str = ""


@dataclass(frozen=True)
class Reason:
    """Why a sector: through which resource, towards which use; `use` None: it usually buys (sells) it.

    `share`: of the exchanges of that resource, those that go this way to (come from) this sector, 0 to 1.
    """

    resource: Label
    use: Label | None
    share: float


@dataclass(frozen=True)
class SectorLine:
    """A sector that may take or supply: `share` of all exchanges of what is asked about, 0 to 1."""

    nace: str
    label: Label
    share: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Answer:
    """All that is known about a question; nothing but suggestions where it was not `recognised`."""

    asked: Asked
    recognised: bool
    code_unknown: bool  # a code was given that the List of Waste does not hold
    understood: tuple[Understood, ...]  # best first: the others are alternatives
    suggestions: tuple[Label, ...]
    verdict: Verdict
    codes: tuple[Entry, ...]
    outlets: tuple[Outlet, ...]
    sectors: tuple[SectorLine, ...]
    precedents: tuple[Precedent, ...]
    at_odds: bool = False  # the words mean nothing that goes near the code that was given


@dataclass(frozen=True)
class FirmHit:
    """A firm that fits; `words` are its own, '' where it told nothing; `km` None without a place to measure from."""

    id: str
    name: str
    nace: str
    commune: str
    km: float | None
    basis: Basis
    words: str
    provenance: Provenance
    resource: Label | None
    sector: Label | None


@dataclass(frozen=True)
class ResourceFile:
    """All about a resource."""

    resource: Resource
    outlets: tuple[Outlet, ...]
    codes: tuple[Entry, ...]
    typical: tuple[tuple[TypicalFlow, Label], ...]  # with the sector's name, largest share of the resource first
    sharing: tuple[Sharing, ...]
    precedents: tuple[Precedent, ...]


@dataclass(frozen=True)
class UseFile:
    """All about a use."""

    use: Use
    outlets: tuple[Outlet, ...]
    performers: tuple[tuple[Performs, Label], ...]
    precedents: tuple[Precedent, ...]


@dataclass(frozen=True)
class SectorFile:
    """All about a sector; `around` are the wider and the narrower ones."""

    label: Label
    around: tuple[Label, ...]
    performs: tuple[tuple[Performs, Label], ...]
    typical: tuple[tuple[TypicalFlow, Label], ...]
    codes: tuple[Entry, ...]


@dataclass(frozen=True)
class WasteFile:
    """All about an entry of the List of Waste."""

    entry: WasteEntry
    mirrors: tuple[Entry, ...]
    resources: tuple[Label, ...]
    beside: tuple[Label, ...]  # the other entries of its section
    within: tuple[Label, ...]  # its chapter and its section


@dataclass(frozen=True)
class HeadingFile:
    """A chapter of the List of Waste with its sections, or a section with its entries."""

    heading: Label
    within: tuple[Label, ...]  # the chapter of a section
    sections: tuple[Label, ...]
    entries: tuple[Entry, ...]
    shares: tuple[tuple[Label, float], ...]  # sectors, and which share of their waste goes under the section


@dataclass(frozen=True)
class Finding:
    """A resource, use, sector or waste code that a search found; `what` is the part of the address."""

    what: str
    label: Label
    told: str  # synonyms or words that say more, in both languages
    hazardous: bool = False
