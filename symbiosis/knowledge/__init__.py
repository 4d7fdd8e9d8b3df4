"""Text to resource, resource to uses and sectors: what the trade knows, as data."""

from dataclasses import dataclass
from functools import cached_property

from symbiosis.domain.amounts import Amount, Usual
from symbiosis.domain.flows import Flow, LinkedFlow
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge.amounts import amount
from symbiosis.knowledge.catalogue import Catalogue
from symbiosis.knowledge.declaration import Declarations
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.explore import Explorer
from symbiosis.knowledge.finder import Finder
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.listening import Listener
from symbiosis.knowledge.recognition import Recognition
from symbiosis.knowledge.understanding import Understanding
from symbiosis.knowledge.uses import UseFinder
from symbiosis.knowledge.waste import WasteCodes


@dataclass(frozen=True)
class Knowledge:
    """What can be asked of the trade: made from rows, kept as long as they do not change."""

    rows: KnowledgeRows
    linker: Linker
    uses: UseFinder

    @cached_property
    def exchange(self) -> Exchange:
        """Return who takes and supplies what; made by the first question."""
        return Exchange(self.rows, self.linker.lexicon)

    @cached_property
    def waste(self) -> WasteCodes:
        """Return what ranks waste codes; made by the first question."""
        return WasteCodes(self.rows, self.exchange)

    @cached_property
    def declarations(self) -> Declarations:
        """Return what understands everyday declarations; made by the first question."""
        return Declarations(self.rows, self.understanding, self.waste)

    @cached_property
    def understanding(self) -> Understanding:
        """Return what ranks the resources a text may mean; made by the first question."""
        return Understanding(self.rows, self.linker, self.exchange)

    @cached_property
    def recognition(self) -> Recognition:
        """Return what recognises the resource of a text."""
        return Recognition(self.understanding)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Return all that is known of one thing; made by the first question."""
        return Catalogue(self.rows)

    @cached_property
    def finder(self) -> Finder:
        """Return what searches all names; made by the first question."""
        return Finder(self.rows)

    @cached_property
    def listener(self) -> Listener:
        """Return what hears quality and times in the words of flows; made by the first question."""
        return Listener(self.rows)

    @cached_property
    def explorer(self) -> Explorer:
        """Return what answers who could take or provide a thing; made by the first question."""
        return Explorer(self.catalogue, self.recognition, self.waste)

    def understand(self, flow: Flow) -> LinkedFlow:
        """Return the flow with the resource and the use its words mean, where they are recognised."""
        link = self.recognition.best(flow.text, flow.waste_code, flow.direction)
        return LinkedFlow(flow, link, self.uses.find(flow.use_text))

    def amount(self, typed: str, text: str = "", waste_code: str = "", usual: Usual | None = None) -> Amount:
        """Return the quantity per year that somebody typed of a thing told in `text`, or the question it raises."""
        link = self.recognition.best(text, waste_code) if text or waste_code else None
        return amount(typed, self.catalogue.resources.get(link.resource_id) if link else None, usual)

    def reach(self, linked: LinkedFlow) -> frozenset[str]:
        """Return the resources a flow may meet in a match: its own, and all that share a use with it."""
        own = frozenset({linked.link.resource_id} if linked.link else ())
        named = {e.resource_id for e in self.rows.usable_as if e.use_id == linked.use_id}
        return self.around(own) | named

    def around(self, resources: frozenset[str]) -> frozenset[str]:
        """Return these resources, and all that share a use with one of them."""
        uses = {e.use_id for e in self.rows.usable_as if e.resource_id in resources}
        return resources | {e.resource_id for e in self.rows.usable_as if e.use_id in uses}


def build(rows: KnowledgeRows) -> Knowledge:
    """Return the knowledge made of these rows."""
    return Knowledge(rows, Linker(rows.resources), UseFinder(rows.uses))
