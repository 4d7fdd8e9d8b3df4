"""Reads what words say about a thing (`attributes.csv`) and what a purpose asks of it (`requirements.csv`)."""

from dataclasses import dataclass
from pathlib import Path

from symbiosis.knowledge.seed_table import SEEDS, listed, rows

RULES = ("thing", "purpose", "taint", "exclusive", "level", "claim", "assured", "marker", "neutral")

TELLING = ("trades", "equipment")  # kinds of neutral words that tell what somebody speaks of


@dataclass(frozen=True)
class Attribute:
    """Words that give an attribute a value.

    `rule` says how two texts are compared on it; `rank` orders the values of a level, and says how far a taint
    (1 only where excluded, 2 nothing sensitive, 3 treatment only) or a purpose (1 sensitive) goes.
    """

    rule: str
    attribute: str
    value: str
    rank: int
    words_fr: tuple[str, ...]
    words_en: tuple[str, ...]


@dataclass(frozen=True)
class Requirement:
    """What a purpose takes (`accepts` things, `uses` of ours) and refuses (`excludes` taints), and why.

    A harmful taint that it `tolerates` is usual there; `asks` are levels it wants though no need says so.
    """

    purpose: str
    accepts: frozenset[str]
    excludes: frozenset[str]
    tolerates: frozenset[str]
    asks: frozenset[str]
    uses: frozenset[str]
    reason_fr: str
    reason_en: str


def read_attributes(folder: Path = SEEDS) -> tuple[Attribute, ...]:
    """Return every attribute; ValueError names the file and the line that cannot be read."""
    return tuple(rows(folder / "attributes.csv", _attribute))


def read_requirements(folder: Path = SEEDS) -> tuple[Requirement, ...]:
    """Return what every purpose asks; ValueError names the file and the line that cannot be read."""
    return tuple(rows(folder / "requirements.csv", _requirement))


def read_neutral(folder: Path = SEEDS) -> frozenset[str]:
    """Return the words that name no substance, in both languages; ValueError names what cannot be read."""
    lines = rows(folder / "neutral.csv", lambda c: (*c["words_fr"].split(), *c["words_en"].split()))
    return frozenset(word for line in lines for word in line)


def read_plain(folder: Path = SEEDS) -> frozenset[str]:
    """Return the neutral words that name no trade and no machine either; ValueError names what cannot be read."""
    lines = rows(folder / "neutral.csv", lambda c: (c["kind"], f"{c['words_fr']} {c['words_en']}".split()))
    return frozenset(word for kind, words in lines if kind not in TELLING for word in words)


def read_homonyms(folder: Path = SEEDS) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return (word, sense, words that hint at the sense); ValueError names what cannot be read."""
    return tuple(rows(folder / "homonyms.csv", lambda c: (c["word"], c["sense"], tuple(c["hints"].split()))))


def _attribute(c: dict[str, str]) -> Attribute:
    if c["rule"] not in RULES:
        raise ValueError(f"{c['rule']!r} is none of {', '.join(RULES)}")
    words = listed(c["words_fr"]), listed(c["words_en"])
    return Attribute(c["rule"], c["attribute"], c["value"], int(c["rank"] or 0), *words)


def _requirement(c: dict[str, str]) -> Requirement:
    accepts, excludes, tolerates, asks, uses = (
        frozenset(listed(c[name])) for name in ("accepts", "excludes", "tolerates", "asks", "uses")
    )
    return Requirement(c["purpose"], accepts, excludes, tolerates, asks, uses, c["reason_fr"], c["reason_en"])
