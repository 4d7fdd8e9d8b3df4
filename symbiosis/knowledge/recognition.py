"""The resource of a text: what its words name, corrected where all of them together clearly mean something else.

Names alone mislead: « comptable à temps partagé » shares more words with « personnel de production à temps partagé »
than with « comptable ».
"""

from functools import lru_cache

from symbiosis.domain.enums import Direction
from symbiosis.domain.flows import Link
from symbiosis.knowledge.core_words import core
from symbiosis.knowledge.linker import MOST, NEARLY
from symbiosis.knowledge.understanding import Meant, Said, Understanding

CLEAR = 0.8  # likelihood of what all the words mean, from which it goes before what they resemble


class Recognition:
    """Recognises resources in texts; made once from the knowledge, asked many times."""

    def __init__(self, understanding: Understanding) -> None:
        """Keep what names and what understands."""
        self._understanding = understanding
        self.linker, self.exchange = understanding.linker, understanding.exchange
        self.link = lru_cache(maxsize=20_000)(self._link)

    def best(self, text: str, waste_code: str = "", kind: Direction | None = None) -> Link | None:
        """Return the surest link, or None when nothing is recognised."""
        links = self.link(text, waste_code, kind)
        return links[0] if links else None

    def _link(self, text: str, waste_code: str = "", kind: Direction | None = None) -> tuple[Link, ...]:
        """Return what a text may mean, the surest first; a waste code that is given must agree."""
        named = self.linker.link(text, waste_code)
        if named and named[0].confidence >= NEARLY:  # the very words of a name
            return named
        clear = self._clear(text, waste_code.rstrip("*"), kind)
        if clear is None or (named and named[0].resource_id == clear.resource.id):
            return named
        surest = max([clear.confidence, *(link.confidence for link in named)])
        why = self._understanding.why(text, clear.resource.id)
        others = (link for link in named if link.resource_id != clear.resource.id)
        return (Link(clear.resource.id, surest, why), *others)[:MOST]

    def _clear(self, text: str, code: str, kind: Direction | None) -> Meant | None:
        meant = self._understanding.meant(Said(text, core(text, kind=kind or Direction.OFFER)), "", kind)
        if not meant or meant[0].likelihood < CLEAR:
            return None
        under = {c.rstrip("*") for c in meant[0].resource.waste_codes}
        return meant[0] if not code or code in under else None
