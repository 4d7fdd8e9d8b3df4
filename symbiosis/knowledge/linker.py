"""Text to resource: what a person typed, recognised among names and synonyms, with why and how surely."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from symbiosis.domain.flows import Link
from symbiosis.domain.knowledge import Resource
from symbiosis.knowledge.text import words

SURE = 1.0  # the very words of a name or synonym
WITHIN = 0.92  # a synonym stands whole inside the text
CLOSE = 0.85  # spelled nearly so
RECOGNISED = 0.6  # below this a text is left "à préciser" rather than guessed
SAME_SPELLING = 86  # rapidfuzz ratio, 0..100: one letter in seven
CODE_ALONE = 0.7  # a waste code names a family of things
CODE_AGREES = 0.05
MOST = 5


class Linker:
    """Ranks the resources a text may mean; made once from the knowledge, asked many times."""

    def __init__(self, resources: Iterable[Resource]) -> None:
        """Index every name and synonym by its telling words, and every waste code."""
        self._phrases: dict[tuple[str, ...], tuple[str, str]] = {}
        self._by_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._codes: dict[str, list[str]] = defaultdict(list)
        for resource in resources:
            self._add(resource)
        self._spellings = {" ".join(phrase): phrase for phrase in self._phrases}
        self.link = lru_cache(maxsize=20_000)(self._link)

    def best(self, text: str, waste_code: str = "") -> Link | None:
        """Return the surest link, or None when nothing is recognised."""
        links = self.link(text, waste_code)
        return links[0] if links else None

    def _add(self, resource: Resource) -> None:
        for name in (resource.fr, resource.en, *resource.synonyms_fr, *resource.synonyms_en):
            phrase = words(name)
            if phrase and phrase not in self._phrases:
                self._phrases[phrase] = (resource.id, name)
                for word in phrase:
                    self._by_word[word].add(phrase)
        for code in resource.waste_codes:
            self._codes[code.rstrip("*")].append(resource.id)

    def _link(self, text: str, waste_code: str = "") -> tuple[Link, ...]:
        found: dict[str, Link] = {}
        typed = words(text[:2000])
        for link in (*self._exact(typed), *self._within(typed), *self._close(typed)):
            _keep_surest(found, link)
        self._weigh_code(found, waste_code.rstrip("*"))
        ranked = sorted(found.values(), key=lambda link: (-link.confidence, link.resource_id))
        return tuple(link for link in ranked[:MOST] if link.confidence >= RECOGNISED)

    def _exact(self, typed: tuple[str, ...]) -> Iterable[Link]:
        if typed in self._phrases:
            resource_id, name = self._phrases[typed]
            yield Link(resource_id, SURE, name)

    def _within(self, typed: tuple[str, ...]) -> Iterable[Link]:
        """Yield synonyms all of whose words were typed: the more of the text they cover, the surer."""
        present = set(typed)
        for phrase in sorted({p for word in present for p in self._by_word.get(word, ())}):
            if present.issuperset(phrase):
                resource_id, name = self._phrases[phrase]
                covered = sum(map(len, phrase)) / max(sum(map(len, present)), 1)
                yield Link(resource_id, WITHIN * (0.7 + 0.3 * min(covered, 1.0)), name)

    def _close(self, typed: tuple[str, ...]) -> Iterable[Link]:
        """Yield synonyms spelled almost like the whole text."""
        near = process.extract(
            " ".join(typed), self._spellings.keys(), scorer=fuzz.ratio, score_cutoff=SAME_SPELLING, limit=MOST
        )
        for spelling, ratio, _ in near:
            resource_id, name = self._phrases[self._spellings[spelling]]
            yield Link(resource_id, CLOSE * ratio / 100, name)

    def _weigh_code(self, found: dict[str, Link], code: str) -> None:
        alone = not found
        for resource_id in self._codes.get(code, ()) if code else ():
            known = found.get(resource_id)
            if known:
                sure = min(known.confidence + CODE_AGREES, SURE)
                found[resource_id] = Link(resource_id, sure, f"{known.why}, {code}")
            elif alone:
                found[resource_id] = Link(resource_id, CODE_ALONE, code)


def _keep_surest(found: dict[str, Link], link: Link) -> None:
    if link.resource_id not in found or found[link.resource_id].confidence < link.confidence:
        found[link.resource_id] = link
