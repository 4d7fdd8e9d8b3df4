"""The several things one text names: "papier, cartons et palettes" are three, "huile et graisse de friture" one."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from symbiosis.domain.knowledge import Resource
from symbiosis.knowledge.hazard import endangers
from symbiosis.knowledge.kind import POOLED
from symbiosis.knowledge.text import words

_ALSO = r"(?:et|and|puis|ainsi que|plus (?=[a-zéèà]{2,}\b(?! (?:de|ou|que) )))"
SPLIT = re.compile(
    rf"\s*(?:[;&\n]|\+(?!\d)|(?:,(?!\d)|(?<=[a-zé)]{{2}})\.\s+(?=\w))(?:\s*\b{_ALSO}\b)?|(?<!\w)/(?!\w)|\b{_ALSO}\b)\s*",
    re.I,
)
LISTS = re.compile(  # between two items of a list, not between a thing and its description
    r"\s*(?:[;+\n]|plus\b|[,.]\s*(?:et|and|puis|plus|ainsi que)\b)", re.I
)
EITHER = re.compile(r"\s*\b(?:ou|or)\b\s*", re.I)  # two things to share, but one and the same thing to give or want
NEVER = re.compile(r"(?!)")
COMMON = re.compile(  # "plaquettes et disques de frein", "chutes et bavures caoutchouc": what follows is said of both
    r"(?:(?<=^)|(?<=[,;+:] ))(\w+) (?:et|and) (?=\w+ (?:de |d'|of ))"
    r"|\b(chutes?|restes?|rebuts?|d[ée]chets?|poussi[èe]res?|r[ée]sidus?|offcuts|scraps?|dust|waste) (?:et|and) ",
    re.I,
)
LEADS = re.compile(r"^(.{0,60}?)\s*:\s+", re.S)  # "je prends pour mes cochons : …"
DESCRIBES = frozenset(  # what begins so says more of what stands before
    word
    for line in (
        "en dans pour pr sur avec sans non pas toute tout tous ts dispo issu issus vrac tres assez un peu",
        "in on with without from for to at not all available bulk very",
    )
    for word in line.split()
)
COUNTED = re.compile(  # "… et 12 batteries", "… and a few boxes of tubes": what is counted apart is a thing apart
    r"\W*(?:~|env\.?|environ|about|around|approx\.?)?\s*"
    r"(?:\d|a few |several |a dozen |a couple of |some \d"
    r"|quelques |plusieurs |une? (?:dizaine|douzaine|vingtaine|trentaine) )",
    re.I,
)
MEASURE = re.compile(  # "3 000 L à chaque coup", "18 tonnes par vidange": how much of what stands before
    r"\W*(?:env\.?|environ|about|around|approx\.?|~)?\s*\d[\d .,/-]*\s*"
    r"(?:[tl]|kg|g|m3|m²|m2|tonnes?|tons?|litres?|kWh?|MWh?)\b(?!\s*(?:de |d'|of ))",
    re.I,
)
SURELY = 0.7  # of a name: below, words only describe
LISTED = 0.4  # of a name, where a sign says that it is an item of a list
MOST_PARTS = 12


@dataclass(frozen=True)
class Named:
    """What a phrase names: the resource, how surely, the name that matched, and the words that may name it."""

    resource: Resource
    confidence: float
    name: str
    core: str


Names = Callable[[str], Named | None]


def parts(text: str, names: Names) -> tuple[str, ...]:
    """Return the phrases of a text that each name a thing of their own, in order; at least one, together the text.

    What a danger leads is one thing: « DASRI : bacs jaunes et cartons » is infectious in whatever it is packed.
    """
    lead = LEADS.match(text)
    if lead and endangers(lead[1]):
        return (text,)
    found: list[str] = []
    said: list[Named | None] = []
    for listed, piece in _pieces(LEADS.sub("", text), names)[:MOST_PARTS]:
        meant = names(piece)
        named = _sure(meant)
        if found and meant and (_apart(piece, found[-1], meant, said) or (listed and _item(piece, meant, said))):
            found.append(piece)
            said.append(meant)
        elif found and not _own(piece, named, said, names):
            found[-1] = f"{found[-1]}, {piece}"
        elif found and said == [None]:  # what stands before the first thing that has a name belongs to it
            found, said = [f"{found[0]}, {piece}"], [named]
        else:
            found.append(piece)
            said.append(named)
    return tuple(found) if len(found) > 1 else (text,)


def _pieces(typed: str, names: Names) -> list[tuple[bool, str]]:
    """Return the pieces of a text, each with whether what stands before it says that it is an item of a list."""
    text = COMMON.sub(lambda m: f"{m[1] or m[2]} ", typed)
    whole = names(text)
    either = EITHER if whole and whole.resource.kind in POOLED else NEVER
    joints = list(SPLIT.finditer(text))
    starts = [(0, ""), *((m.end(), m[0]) for m in joints)]
    ends = [*(m.start() for m in joints), len(text)]
    pieces = [(bool(LISTS.match(joint)), text[start:end]) for (start, joint), end in zip(starts, ends, strict=True)]
    return [(listed, part) for listed, piece in pieces for part in either.split(piece) if part.strip()]


def _sure(named: Named | None) -> Named | None:
    return named if named and named.confidence >= SURELY else None


def _apart(piece: str, before: str, meant: Named, said: Sequence[Named | None]) -> bool:
    """Tell whether both a piece and what stands before it are counted, so that they are two things."""
    told = (other.resource.id for other in said if other)
    counted = COUNTED.match(piece) and re.search(r"\d", before) and not MEASURE.match(piece)
    return bool(counted) and len(words(meant.core)) > 1 and meant.resource.id not in told  # "3 palettes" is a measure


def _item(piece: str, meant: Named, said: Sequence[Named | None]) -> bool:
    """Tell whether an item that is set apart by a sign names another thing than those before it."""
    return (
        meant.confidence >= LISTED
        and not _describes(piece)
        and not any(meant.resource.id == other.resource.id for other in said if other)
    )


def _describes(piece: str) -> bool:
    first = re.match(r"\W*(\w+)", piece)
    return first is None or first[1].lower() in DESCRIBES


def _own(piece: str, named: Named | None, said: Sequence[Named | None], names: Names) -> bool:
    """Tell whether a piece is an item of a list, and no description of the one before it."""
    if not named or _describes(piece) or not set(words(named.core)[:2]) & set(words(named.name)):
        return False
    return not any(_same(named, other) for other in said if other) and not _together(piece, named, said, names)


def _same(one: Named, other: Named) -> bool:
    """Tell whether two names are about one thing: the same, thrown away together, or a tool and what it serves."""
    first, second = one.resource, other.resource
    together = set(first.waste_codes[:1]) & set(second.waste_codes[:2]) or set(first.waste_codes[:2]) & set(
        second.waste_codes[:1]
    )
    return first.id == second.id or bool(together) or (first.kind in POOLED) != (second.kind in POOLED)


def _together(piece: str, named: Named, said: Sequence[Named | None], names: Names) -> bool:
    """Tell whether a piece makes one name with what stands before: « huile et graisse de friture »."""
    before = said[-1]
    both = names(f"{before.core} {piece}") if before else None
    if not both:
        return False
    name, own = set(words(both.name)), set(words(named.name))
    return bool(name - own and name & own and len(name) > len(own))
