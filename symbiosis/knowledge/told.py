"""The words of a flow, taken apart: the name of its resource, what is said beside it, what it is wanted for."""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from symbiosis.domain.fold import fold
from symbiosis.knowledge.attributes import Said
from symbiosis.knowledge.dimensions import Dimensions
from symbiosis.knowledge.enough import CAPACITIES
from symbiosis.knowledge.measures import Measures
from symbiosis.knowledge.stems import stems

READ = 300  # letters: a flow is told in a line, and what it asks for comes early
WANTED_FOR = re.compile(r"\b(?:pour|afin de|destine\w*|for|to be used|intended)\b(.*)", re.IGNORECASE | re.DOTALL)
WORD = re.compile(r"\w+")
COMPARED_UNITS = {*CAPACITIES, "bar", "percent"}
Purposes = tuple[tuple[str, str], ...]  # each with the words that told it


class Spoken(NamedTuple):
    """What somebody wrote of a flow."""

    text: str
    quality: str
    use_text: str

    @property
    def said(self) -> str:
        """Return what was said of the thing itself, not of what becomes of it."""
        return " ; ".join(part for part in (self.text, self.quality) if part)


class Told(NamedTuple):
    """What somebody wrote of a thing: all of it, without the name of the thing, what for; and which thing."""

    text: str
    beside: str
    purpose: str
    resource: str

    def as_written(self, words: str) -> str:
        """Return folded words with the accents they were written with."""
        if not words:
            return words
        written = {fold(word): word.lower() for word in WORD.findall(f"{self.text} {self.purpose}")}
        return " ".join(written.get(word, word) for word in words.split(" "))


@dataclass(frozen=True)
class Words:
    """What was told, read. Two that were told the same are equal."""

    told: Told
    said: Said = field(compare=False)
    beside: Said = field(compare=False)
    measures: Measures = field(compare=False)
    sizes: Dimensions = field(compare=False)
    named: dict[str, frozenset[str]] = field(compare=False)  # designations by kind
    purposes: Purposes
    levels: frozenset[str] = field(compare=False)  # attributes that can be compared between any two things
    forms: frozenset[str] = field(compare=False)  # and between two that are the same
    stated: bool = True  # the purposes, by somebody

    def serving(self, purposes: Purposes) -> "Words":
        """Return the same words for the purposes of a use, which nobody stated."""
        return replace(self, purposes=purposes, stated=False)

    @property
    def tells(self) -> frozenset[str]:
        """Return what it speaks of that whoever wants something may ask about, or mind."""
        denies = {"denied"} if self.beside.denied else set()
        harm = {"harm"} if self.beside.of("taint") or self.beside.of("thing") else set()
        return self.levels | harm | denies | ({"words"} if self.beside.told else set())

    @property
    def asks(self) -> frozenset[str]:
        """Return what it asks for, or minds."""
        minds = {"words"} if self.beside.lacks or self.beside.denied else set()
        cares = {"harm"} if self.purposes else set()
        return self.levels | minds | cares | ({"denied"} if self.beside.told else set())

    @property
    def own(self) -> frozenset[str]:
        """Return what it speaks of that can be compared with what is said of the same resource."""
        found, sizes = self.measures, self.sizes
        shown = {"moisture": found.moisture, "grading": found.gradings, "size": sizes.sizes, "height": sizes.height}
        told = {name for name, value in shown.items() if value}
        return self.forms | frozenset(found.amounts.keys() & COMPARED_UNITS) | frozenset(self.named) | told


def told(spoken: Spoken, why: str, resource: str) -> Told:
    """Return what the words of a flow say; `why` they mean a resource, '' for none, as the linker says."""
    named = set(stems(why))
    rest = " ".join(word for word in spoken.text[:READ].split() if not _names(word, named))
    beside = spoken._replace(text=rest).said
    for_what = WANTED_FOR.search(spoken.said)
    purpose = " ; ".join(part for part in (for_what[1] if for_what else "", spoken.use_text) if part)
    return Told(spoken.said[:READ], beside[:READ], purpose[:READ], resource)


def _names(word: str, named: set[str]) -> bool:
    parts = set(stems(word))
    return bool(parts) and parts <= named
