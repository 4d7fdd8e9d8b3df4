"""Text to resource: what a person typed, recognised among names and synonyms, with why and how surely."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz, process

from symbiosis.domain.flows import Link
from symbiosis.domain.knowledge import Resource
from symbiosis.knowledge.lexicon import Lexicon
from symbiosis.knowledge.text import words

SURE = 1.0  # the very words of a name or synonym
NEARLY = 0.99
RECOGNISED = 0.6  # below this a text is left "à préciser" rather than guessed
CODE_ALONE = 0.7  # a waste code names a family of things
CODE_AGREES = 0.05
CLOSE = 0.98  # what a whole text spelled nearly like a name is worth of its likeness
SAME_SPELLING = 86  # rapidfuzz ratio, 0..100: one letter in seven
LONGER = 200 / SAME_SPELLING - 1  # times as long: more would be less alike, whatever the letters
MOST, LONGEST = 5, 2000  # answers, letters read


class Linker:
    """Ranks the resources a text may mean; made once from the knowledge, asked many times."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        """Index every name and synonym, and every waste code."""
        self._codes: dict[str, list[str]] = defaultdict(list)
        self._exact: dict[tuple[str, ...], tuple[str, str]] = {}
        names = [(r.id, name) for r in resources for name in self._register(r)]
        self.lexicon = Lexicon(names)
        spelled = sorted(((" ".join(phrase), named) for phrase, named in self._exact.items()), key=lambda s: len(s[0]))
        self._spellings, self._named = [spelling for spelling, _ in spelled], [named for _, named in spelled]
        self._lengths = [len(spelling) for spelling in self._spellings]
        self.link = lru_cache(maxsize=20_000)(self._link)

    def best(self, text: str, waste_code: str = "") -> Link | None:
        """Return the surest link, or None when nothing is recognised."""
        links = self.link(text, waste_code)
        return links[0] if links else None

    def _register(self, resource: Resource) -> tuple[str, ...]:
        names = (resource.fr, resource.en, *resource.synonyms_fr, *resource.synonyms_en)
        for name in names:
            self._exact.setdefault(words(name), (resource.id, name))
        for code in resource.waste_codes:
            self._codes[code.rstrip("*")].append(resource.id)
        return names

    def _link(self, text: str, waste_code: str = "") -> tuple[Link, ...]:
        typed = text[:LONGEST]
        hits = self.lexicon.find(typed, 5 * MOST)
        found = {hit.key: Link(hit.key, min(hit.score, NEARLY), hit.name) for hit in hits}
        exact = self._exact.get(words(typed))
        if exact:
            found[exact[0]] = Link(exact[0], SURE, exact[1])
        for link in () if exact else self._close(words(typed)):
            if link.confidence > found.get(link.resource_id, link).confidence or link.resource_id not in found:
                found[link.resource_id] = link
        self._weigh_code(found, waste_code.rstrip("*"))
        ranked = sorted(found.values(), key=lambda link: (-link.confidence, link.resource_id))
        return tuple(link for link in ranked[:MOST] if link.confidence >= RECOGNISED)

    def _close(self, typed: tuple[str, ...]) -> Iterable[Link]:
        """Yield names spelled almost like the whole text."""
        whole = " ".join(typed)
        first = bisect_left(self._lengths, len(whole) / LONGER)  # what is much shorter or longer is spelled otherwise
        last = bisect_right(self._lengths, len(whole) * LONGER)
        near = process.extract(
            whole, self._spellings[first:last], scorer=fuzz.ratio, score_cutoff=SAME_SPELLING, limit=MOST
        )
        for _, ratio, position in near:
            resource_id, name = self._named[first + position]
            yield Link(resource_id, CLOSE * ratio / 100, name)

    def _weigh_code(self, found: dict[str, Link], code: str) -> None:
        known = self._codes.get(code, ()) if code else ()
        if not any(link.confidence >= RECOGNISED for link in found.values()):
            found.update({resource_id: Link(resource_id, CODE_ALONE, code) for resource_id in known})
        for resource_id in known:
            link = found.get(resource_id)
            if link and link.why != code:
                sure = min(link.confidence + CODE_AGREES, SURE)
                found[resource_id] = replace(link, confidence=sure, why=f"{link.why}, {code}")
