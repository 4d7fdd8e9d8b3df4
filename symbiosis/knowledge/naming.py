"""Names that users give: each may name one thing only, and what is typed is text, whatever is in it."""

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from symbiosis.domain.corrections import Correction, Problem, Trouble
from symbiosis.domain.enums import Hazard
from symbiosis.domain.knowledge import KnowledgeRows, Resource, Use
from symbiosis.knowledge.text import STOP_WORDS, words

LONGEST_NAME = 300  # letters, as a declaration
SHORTEST = 2  # letters of a word that names
VAGUE = STOP_WORDS | frozenset(
    word
    for line in ("dechet produit chose truc matiere reste", "waste product thing stuff material scrap")
    for word in line.split()
)
CODE = re.compile(r"\d\d \d\d \d\d\*?", re.ASCII)
Named = Resource | Use
Added = dict[tuple[str, str], set[str]]  # (id, language) → synonyms


class Names:
    """Which thing each name means, and the synonyms added to them."""

    def __init__(self, things: Iterable[Named], rename: Callable[[str, str], None]) -> None:
        """Index the names when the first is asked for; `rename` is told of an id that became another's."""
        self._things, self._rename = tuple(things), rename
        self.added: Added = {}

    @cached_property
    def _holders(self) -> dict[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = {}
        for thing in self._things:
            for name in (thing.fr, thing.en, *thing.synonyms_fr, *thing.synonyms_en):
                found.setdefault(words(name), []).append(thing.id)
        return found

    def add(self, thing: str, c: Correction) -> Problem | None:
        """Let a synonym name a thing, unless it names one already."""
        problem = bad_name(c.text, "text") or self._taken(thing, c.text, "text")
        if problem is None:
            self._holders[words(c.text)] = [thing]
            self.added.setdefault((thing, c.language), set()).add(c.text.strip())
        return problem

    def claim(self, thing: str, c: Correction) -> Problem | None:
        """Let both names of a new thing name it; where they are another's, that other stands in for it from now on."""
        for field, name in (("fr", c.fr), ("en", c.en)):
            problem = self._taken(thing, name, field)
            if problem:
                self._rename(thing, problem.about or thing)
                return problem
        for name in (c.fr, c.en):
            self._holders[words(name)] = [thing]
        return None

    def _taken(self, thing: str, name: str, field: str) -> Problem | None:
        holders = self._holders.get(words(name), [])
        if not holders:
            return None
        if thing in holders:
            return Problem(Trouble.ALREADY, field)
        return Problem(Trouble.TAKEN, field, holders[0])


def bad_name(name: str, field: str) -> Problem | None:
    """Return why a text cannot be a name."""
    told = words(name[:LONGEST_NAME])
    if not name.strip():
        return Problem(Trouble.EMPTY, field)
    if not any(len(w) >= SHORTEST and w.isalpha() and w not in VAGUE for w in told):
        return Problem(Trouble.TOO_VAGUE, field)
    if len(name) > LONGEST_NAME:
        return Problem(Trouble.TOO_LONG, field, str(LONGEST_NAME))
    return None


def bad_code(code: str, hazard: Hazard, rows: KnowledgeRows) -> Problem | None:
    """Return why a resource cannot go under a waste code: no code, or a hazardous one for a harmless thing."""
    if not code:
        return None
    if not CODE.fullmatch(code):
        return Problem(Trouble.BAD_CODE, "waste_code", code)
    listed = {e.code.rstrip("*"): e.hazardous for e in rows.waste}
    told = {c.rstrip("*") for r in rows.resources for c in r.waste_codes if c.endswith("*")}
    bare = code.rstrip("*")
    if listed and bare not in listed:
        return Problem(Trouble.BAD_CODE, "waste_code", code)
    if hazard is Hazard.NO and (code.endswith("*") or bare in told or listed.get(bare, False)):
        return Problem(Trouble.HAZARDOUS_CODE, "hazard", code)
    return None
