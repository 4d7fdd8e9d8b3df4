"""The shipped rows while corrections are applied to them: tables to look up and change, rows again at the end."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from symbiosis.domain.knowledge import KnowledgeRows, Performs, Resource, Sharing, TypicalFlow, UsableAs, Use
from symbiosis.knowledge.naming import Added, Names

Key = TypeVar("Key", bound=Hashable)
T = TypeVar("T")
Item = TypeVar("Item", Resource, Use)


class Draft:
    """The rows by what makes each of them one; changing it leaves the rows it was made from alone."""

    def __init__(self, shipped: KnowledgeRows, off: Iterable[tuple[str, str]] = ()) -> None:
        """Take the shipped rows apart; `off` are the (resource, use) that a new resource does not take over."""
        self.shipped, self._off = shipped, frozenset(off)
        self.sectors = {s.nace for s in shipped.sectors}
        self.resources = {r.id: r for r in shipped.resources}
        self.uses = {u.id: u for u in shipped.uses}
        self.usable_as = {_usable(e): e for e in shipped.usable_as}
        self.performs = {_performed(p): p for p in shipped.performs}
        self.sharing = {_shared(s): s for s in shipped.sharing}
        self.typical = {_usual(t): t for t in shipped.typical}
        self._stands_in: dict[str, str] = {}
        self.resource_names = Names(shipped.resources, self._stands_in.__setitem__)
        self.use_names = Names(shipped.uses, self._stands_in.__setitem__)

    def known(self, thing: str) -> str:
        """Return the id that stands for one: a shipped row takes the place of a user's that has its name."""
        return self._stands_in.get(thing, thing)

    def resource(self, thing: str) -> Resource | None:
        """Return a resource by its id."""
        return self.resources.get(self.known(thing))

    def use(self, thing: str) -> Use | None:
        """Return a use by its id."""
        return self.uses.get(self.known(thing))

    def add_resource(self, made: Resource, base: str) -> None:
        """Add a resource with the uses and the ways of sharing of the one it resembles."""
        self.resources[made.id] = made
        for edge in [e for key, e in self.usable_as.items() if key[0] == base and key not in self._off]:
            self.usable_as[made.id, edge.use_id] = replace(edge, resource_id=made.id)
        for rule in [s for (resource, _), s in self.sharing.items() if resource == base]:
            self.sharing[made.id, rule.mode] = replace(rule, resource_id=made.id)

    def rows(self) -> KnowledgeRows:
        """Return the rows: shipped ones in their order, then added ones in the order of their ids."""
        s = self.shipped
        return replace(
            s, resources=_named(_ordered((r.id for r in s.resources), self.resources), self.resource_names.added),
            uses=_named(_ordered((u.id for u in s.uses), self.uses), self.use_names.added),
            usable_as=_ordered(map(_usable, s.usable_as), self.usable_as),
            performs=_ordered(map(_performed, s.performs), self.performs),
            sharing=_ordered(map(_shared, s.sharing), self.sharing),
            typical=_ordered(map(_usual, s.typical), self.typical),
        )  # fmt: skip


def _ordered(shipped: Iterable[Key], held: Mapping[Key, T]) -> tuple[T, ...]:
    first: dict[Key, None] = dict.fromkeys(key for key in shipped if key in held)
    return tuple(held[key] for key in (*first, *sorted(held.keys() - first.keys(), key=str)))


def _named(things: tuple[Item, ...], added: Added) -> tuple[Item, ...]:
    """Return the things with the synonyms that were added to them."""
    concerned = {thing for thing, _ in added}
    return tuple(_with_synonyms(thing, added) if thing.id in concerned else thing for thing in things)


def _with_synonyms(thing: Item, added: Added) -> Item:
    fr, en = (tuple(sorted(added.get((thing.id, language), ()))) for language in ("fr", "en"))
    return replace(thing, synonyms_fr=thing.synonyms_fr + fr, synonyms_en=thing.synonyms_en + en)


def _usable(e: UsableAs) -> tuple[str, str]:
    return e.resource_id, e.use_id


def _performed(p: Performs) -> tuple[str, str]:
    return p.nace, p.use_id


def _shared(s: Sharing) -> tuple[str, str]:
    return s.resource_id, s.mode.value


def _usual(t: TypicalFlow) -> tuple[str, str, str]:
    return t.nace, t.direction.value, t.resource_id
