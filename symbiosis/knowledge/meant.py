"""The resource that a text surely means, and what is known of it."""

from functools import lru_cache

from symbiosis.domain.enums import Hazard, ResourceKind
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge.attributes import Reader
from symbiosis.knowledge.linker import SURE, Linker
from symbiosis.knowledge.stems import stems

SURE_LINK = 0.75
IMMATERIAL = (ResourceKind.SPACE, ResourceKind.EQUIPMENT, ResourceKind.SERVICE, ResourceKind.SKILL)
FLOWS = ("heat", "power")  # families of energies that are no fuel


class Meant:
    """Tells which resource texts surely mean; made once."""

    def __init__(self, rows: KnowledgeRows, linker: Linker, reader: Reader) -> None:
        """Index the resources."""
        self._linker, self._reader = linker, reader
        self._immaterial = {r.id for r in rows.resources if r.kind in IMMATERIAL or r.family in FLOWS}
        self._hazard = {r.id: r.hazard for r in rows.resources}
        self._uses: dict[str, set[str]] = {}
        for edge in rows.usable_as:
            self._uses.setdefault(edge.resource_id, set()).add(edge.use_id)
        self._resource = lru_cache(maxsize=4_000)(self._resource_of)

    def uses(self, text: str) -> frozenset[str]:
        """Return the uses of what a text means."""
        return frozenset(self._uses.get(self._resource(text), ()))

    def immaterial(self, text: str) -> bool:
        """Return whether a text means a tool, a space, a service, people or an energy that is no fuel."""
        return self._resource(text) in self._immaterial

    def hazardous(self, text: str) -> bool:
        """Return whether a text means what is always a hazardous waste."""
        return self._hazard.get(self._resource(text)) is Hazard.YES

    def _resource_of(self, text: str) -> str:
        link, denied = self._linker.best(text), self._reader.read(text).denied
        if link is None or link.confidence < SURE_LINK:
            return ""
        if link.confidence < SURE and denied & set(stems(link.why)):  # « hors d'usage » denies nothing
            return ""
        return link.resource_id
