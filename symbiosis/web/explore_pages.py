"""What the explorer's and the knowledge's templates are given."""

from dataclasses import dataclass
from typing import ClassVar

from symbiosis.domain.explored import Asked, Finding, HeadingFile, ResourceFile, SectorFile, UseFile, WasteFile
from symbiosis.domain.firms import Commune
from symbiosis.domain.views import Label, Page
from symbiosis.services.explore import Exploration

EXAMPLES = tuple(
    Label("", fr, en)
    for fr, en in (
        ("drêches de brasserie", "spent grain"), ("chiffons souillés", "oily rags"),
        ("palettes bois", "wooden pallets"), ("chariot élévateur", "forklift"),
    )
)  # fmt: skip


@dataclass(frozen=True)
class ExplorePage:
    """A question and its answer; `found` None before anything was asked."""

    template: ClassVar[str] = "explore.html"
    examples: ClassVar[tuple[Label, ...]] = EXAMPLES
    asked: Asked
    found: Exploration | None
    communes: tuple[Commune, ...]
    sectors: tuple[Label, ...]

    @property
    def places(self) -> dict[str, str]:
        """Return the names of the communes by id."""
        return {commune.id: commune.name for commune in self.communes}

    def args(self, **changes: object) -> dict[str, object]:
        """Return the address's arguments for this question, or for one that differs a little."""
        a = self.asked
        every = {"q": a.text, "ask": "supply" if a.supply else "", "nace": a.nace, "code": a.code, "near": a.near}
        return {name: value for name, value in (every | changes).items() if value}


@dataclass(frozen=True)
class KnowledgePage:
    """What a search found: of each sort the first ones, or a page of one sort (`what`)."""

    template: ClassVar[str] = "knowledge.html"
    text: str
    what: str
    counts: dict[str, int]
    found: dict[str, Page[Finding]]
    chapters: tuple[Label, ...]  # of the List of Waste, where all its entries are looked through


@dataclass(frozen=True)
class ResourcePage:
    """All about a resource."""

    template: ClassVar[str] = "knowledge_resource.html"
    what: ClassVar[str] = "resources"
    id: str
    file: ResourceFile


@dataclass(frozen=True)
class UsePage:
    """All about a use."""

    template: ClassVar[str] = "knowledge_use.html"
    what: ClassVar[str] = "uses"
    id: str
    file: UseFile


@dataclass(frozen=True)
class SectorPage:
    """All about a sector."""

    template: ClassVar[str] = "knowledge_sector.html"
    what: ClassVar[str] = "sectors"
    id: str
    file: SectorFile


@dataclass(frozen=True)
class WastePage:
    """All about an entry of the List of Waste."""

    template: ClassVar[str] = "knowledge_waste.html"
    what: ClassVar[str] = "waste"
    id: str
    file: WasteFile


@dataclass(frozen=True)
class HeadingPage:
    """A chapter or a section of the List of Waste."""

    template: ClassVar[str] = "knowledge_heading.html"
    what: ClassVar[str] = "waste"
    id: str
    file: HeadingFile
