"""Reads what firms put in common (`topics.csv`) and what keeps them apart (`apart.csv`)."""

import re
from dataclasses import dataclass
from pathlib import Path

from symbiosis.domain.fold import fold
from symbiosis.knowledge.seed_table import SEEDS, listed, rows

MODES = ("turns", "skill", "meet", "train", "travel", "room", "flow", "buy", "fill")
RULES = ("apart", "alone")
CONTACT = "contact"
GOODS_GO = "freight"  # the topic of goods that travel


@dataclass(frozen=True)
class Topic:
    """A thing firms put in common and the words for it.

    `weak` words count beside what is done (`acts.csv`) or a firm that is clear.

    `mode`: one after the other (turns, skill), at one time (meet, train), on one way (travel), side by side (room),
    through a pipe (flow), in one order (buy), in one lorry (fill). `contact`: what touches it must be clean.
    """

    id: str
    mode: str
    contact: bool
    resource_id: str
    fr: str
    en: str
    words: tuple[str, ...]
    weak: tuple[str, ...]
    words_en: tuple[str, ...] = ()
    weak_en: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # resources it is about as well

    @property
    def resources(self) -> tuple[str, ...]:
        """Return the resources whose names name it too."""
        return (self.resource_id, *self.also) if self.resource_id else self.also

    def said(self, lang: str) -> tuple[str, ...]:
        """Return the words that name it in a language."""
        return self.words_en if lang == "en" else self.words

    def hinted(self, lang: str) -> tuple[str, ...]:
        """Return the words that only hint at it in a language."""
        return self.weak_en if lang == "en" else self.weak

    def name(self, lang: str) -> str:
        """Return its name in the language asked."""
        return self.en if lang == "en" else self.fr


@dataclass(frozen=True)
class Trait:
    """A value of an attribute, its words, where it counts (topics, modes, contact) and what it cannot go with.

    `apart`: not with a text that tells a value of `excludes` unless both tell a common one; `alone`: not with a text
    that does not tell it.
    """

    attribute: str
    value: str
    rule: str
    where: frozenset[str]
    excludes: frozenset[str]
    words: tuple[str, ...]
    words_en: tuple[str, ...] = ()

    def said(self, lang: str) -> tuple[str, ...]:
        """Return its words in a language."""
        return self.words_en if lang == "en" else self.words

    def counts(self, topic: Topic) -> bool:
        """Tell whether it matters when this is put in common."""
        return bool(self.where & {topic.id, topic.mode}) or (topic.contact and CONTACT in self.where)


def read_topics(folder: Path = SEEDS) -> tuple[Topic, ...]:
    """Return every topic; ValueError names the file and the line that cannot be read."""
    return tuple(rows(folder / "topics.csv", _topic))


def read_traits(folder: Path = SEEDS) -> tuple[Trait, ...]:
    """Return every trait; ValueError names the file and the line that cannot be read."""
    return tuple(rows(folder / "apart.csv", _trait))


def read_places(folder: Path = SEEDS) -> dict[str, tuple[float, float]]:
    """Return latitude and longitude (degrees) of the municipalities we know, by name without accents or hyphens."""
    return dict(place for file in ("places.csv", "communes.csv") for place in rows(folder / file, _place))


def _place(c: dict[str, str]) -> tuple[str, tuple[float, float]]:
    return place_name(c["name"]), (float(c["lat"]), float(c["lon"]))


def place_name(written: str) -> str:
    """Return the name of a place as it is compared.

    >>> place_name("Pont-à-Mousson")
    'pont a mousson'
    """
    return " ".join(re.findall(r"[a-z0-9]+", fold(written.replace("à", "a").replace("À", "a"))))


def _topic(c: dict[str, str]) -> Topic:
    contact = c["contact"] == "yes"
    return Topic(
        c["topic"],
        _one_of(c["mode"], MODES),
        contact,
        c["resource_id"],
        c["fr"],
        c["en"],
        listed(c["words_fr"]),
        listed(c["weak_fr"]),
        listed(c["words_en"]),
        listed(c["weak_en"]),
        listed(c["also"]),
    )


def _trait(c: dict[str, str]) -> Trait:
    where, excludes = frozenset(listed(c["where"])), frozenset(listed(c["excludes"]))
    words = listed(c["words_fr"]), listed(c["words_en"])
    return Trait(c["attribute"], c["value"], _one_of(c["rule"], RULES), where, excludes, *words)


def _one_of(value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(allowed)}")
    return value
