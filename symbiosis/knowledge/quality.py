"""How well what an offer tells of quality and form answers what a need tells, or the use it would go to.

Only what both sides told is compared: what one of them leaves out is a question to ask, not a reason. The name of the
thing itself says nothing here: what may become of it is known already.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.wording import Fit
from symbiosis.knowledge.aims import SENSITIVE
from symbiosis.knowledge.attribute_seeds import read_attributes, read_requirements
from symbiosis.knowledge.attributes import Pair, Reader, Said
from symbiosis.knowledge.comparisons import Comparisons
from symbiosis.knowledge.designations import PATTERNS, designated, differ
from symbiosis.knowledge.dimensions import compare_sizes, dimensions
from symbiosis.knowledge.enough import enough
from symbiosis.knowledge.evidence import Evidence
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.names import names, safe_words
from symbiosis.knowledge.neutral import neutral
from symbiosis.knowledge.requirements import Requirements
from symbiosis.knowledge.told import Told, Words

CLEAR = 6.0  # points against from which nothing else of quality matters
AGREEING = 0.75  # what each further word that agrees leaves of the doubt
MOST_SHOWN = 3
COMPARED = ("exclusive", "level", "claim")
ASKED_FROM = 2  # rank of a level from which a need asks for it
UNWANTED = -4.0  # what harms nobody, in a use that the firm did not name itself
TO_BE_DONE = ("trier", "laver", "rincer", "reparer")  # « à trier »: taken as it is
NO_CONTRADICTION = {("condition_2", "condition_3")}  # what is second-hand may be in good state


class Quality:
    """Reads what flows tell and compares it; made once."""

    def __init__(self, rows: KnowledgeRows) -> None:
        """Read the attribute tables."""
        attributes, asked = read_attributes(), read_requirements()
        self._rank = {(a.attribute, a.value): a.rank for a in attributes}
        self._rule = {a.attribute: a.rule for a in attributes}
        self.reader, self._comparisons = Reader(attributes, names(rows)), Comparisons(attributes)
        self._purposes = Requirements(attributes, asked, lambda uses: safe_words(rows, uses), neutral(rows, attributes))
        self._served = {use.id: [r.purpose for r in asked if use.id in r.uses] for use in rows.uses}
        self.hear = lru_cache(maxsize=50_000)(self._hear)
        self.fit = lru_cache(maxsize=200_000)(self._fit)

    def of_use(self, use_id: str) -> Words:
        """Return what a use asks for."""
        words = self.hear(Told("", "", "", ""))
        purposes = tuple((purpose, use_id) for purpose in self._served.get(use_id, ()))
        return words.serving(purposes)

    def _hear(self, told: Told) -> Words:
        """Return what a flow tells."""
        said, beside, aim = (self.reader.read(words) for words in (told.text, told.beside, told.purpose))
        stated = tuple((p, aim.words.get(("purpose", p), "")) for p in self._purposes.aims.of(aim))
        named = {kind: its for kind in PATTERNS if (its := designated(kind, told.text))}
        levels, forms = self._attributes(beside, ("level", "claim")), self._attributes(said, ("exclusive",))
        return Words(told, said, beside, measures(told.text), dimensions(told.text), named, stated, levels, forms)

    def _attributes(self, said: Said, rules: tuple[str, ...]) -> frozenset[str]:
        return frozenset(name for name, _ in said.has if self._rule[name] in rules)

    def _fit(self, offer: Words, need: Words) -> Fit:
        """Return how well what is offered answers what is wanted."""
        found = [e for e in self._evidence(offer, need) if e.left and e.right]
        against = sorted((e for e in found if e.points < 0), key=lambda e: (e.points, e.left, e.right))
        if against:
            worst = against[0]
            return _shown(Fit(max(worst.points / CLEAR, -1.0), worst.left, worst.right, worst.never), offer, need)
        agreed = sorted({(e.left, e.right) for e in found if e.points > 0})
        if not agreed:
            return _shown(Fit(0.0, self._all(offer.beside), self._all(need.beside), False), offer, need)
        left, right = (" + ".join(dict.fromkeys(side)) for side in zip(*agreed[:MOST_SHOWN], strict=True))
        return _shown(Fit(1 - AGREEING ** len(agreed), left, right, False), offer, need)

    def _all(self, said: Said) -> str:
        """Return the words that tell of quality, '' where none does."""
        told = (said.words[pair] for pair in sorted(said.has) if self._rule[pair[0]] in COMPARED)
        return " + ".join([*dict.fromkeys(told)][:MOST_SHOWN])

    def _evidence(self, offer: Words, need: Words) -> Iterator[Evidence]:
        if self._purposes.may_harm(offer.beside):
            yield from self._tainted(offer.beside, need)
        yield from self._comparisons.refused(offer.beside, need.beside)
        if need.levels:
            yield from self._levels(offer.beside, need.beside)
        yield from self._agreements(offer.beside, need.beside)
        if offer.told.resource == need.told.resource:  # of another thing, another form or size is nothing against it
            if offer.forms & need.forms:
                yield from self._exclusives(offer, need)
            yield from enough((offer.said, offer.measures), (need.said, need.measures))
            yield from compare_sizes(offer.sizes, need.sizes)
            yield from differ(offer.named, need.named)

    def _tainted(self, offer: Said, need: Words) -> Iterator[Evidence]:
        """Yield what in or on the offer the purposes that were stated do not bear."""
        purposes = [purpose for purpose, _ in need.purposes]
        careful = [purpose for purpose in purposes if self._rank["purpose", purpose] == SENSITIVE]
        wanted = need.beside.wanting(need.purposes)
        harms = {offer.words["taint", taint] for taint in self._purposes.aims.toxic(offer)}
        for evidence in self._purposes.tainted(offer, wanted, purposes, careful):
            mild = not need.stated and evidence.left not in harms
            yield replace(evidence, points=UNWANTED, never=False) if mild else evidence

    def _exclusives(self, offer: Words, need: Words) -> Iterator[Evidence]:
        """Yield what differs from what the need tells beside the name: all names of a thing name one thing."""
        beside = {need.beside.words[pair] for pair in need.beside.has}
        for evidence in self._comparisons.exclusives(offer.said, need.said):
            if beside & {*evidence.right.split(", ")}:
                yield evidence

    def _levels(self, offer: Said, need: Said) -> Iterator[Evidence]:
        spoken = {(offer.words[given], need.words[asked]) for given, asked in _same(offer, need)}
        for evidence in self._comparisons.levels(offer, need):
            if (evidence.left, evidence.right) not in spoken and evidence.right not in TO_BE_DONE:
                yield evidence

    def _agreements(self, offer: Said, need: Said) -> Iterator[Evidence]:
        """Yield what a need asks for and the offer tells."""
        for attribute, value in sorted(need.has):
            pair = (attribute, value)
            if self._rule[attribute] not in COMPARED or need.words[pair] in TO_BE_DONE:
                continue
            met = pair if pair in offer.has else self._better(offer, pair)
            if met:
                yield Evidence(1.0, "", "").between(offer.words[met], need.words[pair])

    def _better(self, offer: Said, asked: Pair) -> Pair | None:
        """Return the level an offer tells, where it is above one that a need asks for."""
        if self._rule[asked[0]] != "level" or self._rank[asked] < ASKED_FROM:
            return None
        told = sorted((self._rank[asked[0], value], value) for value in offer.of(asked[0]))
        return (asked[0], told[0][1]) if told and told[0][0] >= self._rank[asked] else None


def _shown(fit: Fit, offer: Words, need: Words) -> Fit:
    """Return the same with the words as they were written."""
    return fit._replace(left=offer.told.as_written(fit.left), right=need.told.as_written(fit.right))


def _same(offer: Said, need: Said) -> Sequence[tuple[Pair, Pair]]:
    """Return the levels of both sides that differ without contradicting each other."""
    return [(g, a) for g in offer.has for a in need.has if (g[1], a[1]) in NO_CONTRADICTION]
