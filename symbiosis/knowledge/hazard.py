"""Whether a thing counts as dangerous when it is discarded: when in doubt, never « no » (`seeds/dangers.csv`)."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from symbiosis.domain.enums import Hazard
from symbiosis.domain.fold import fold
from symbiosis.knowledge.seed_table import SEEDS, rows

UNKNOWN = "unknown"
SIGNS = (
    "danger",  # dangerous by itself: properties HP of Regulation (EU) 1357/2014, starred entries of the List of Waste
    "doubt",  # may be or not, by what is in it
    "residue",  # what is left in a container decides
    "unidentified",  # the speaker does not know what it is
    "cleared",  # what is said to be absent
)
Signs = dict[str, re.Pattern[str]]


@cache
def read_signs(folder: Path = SEEDS) -> Signs:
    """Return how each sign is told, over folded text; ValueError names the file and the line that cannot be read."""
    told = list(rows(folder / "dangers.csv", _sign))
    return {sign: re.compile(rf"\b(?:{'|'.join(its for name, its in told if name == sign)})\b") for sign in SIGNS}


def hazard_of(text: str, known: Sequence[Hazard], recognised: bool, discarded: bool = True) -> str:
    """Return no, yes, mirror or unknown for a text, from its words and what the resource and its codes are.

    `known`: the hazard of the resource and of the waste entries it may go under; the worst counts. What nobody
    recognises is unknown. What is no matter that is `discarded` (a tool,
    warmth) harms only where a danger is told.
    """
    typed, signs = fold(text), read_signs()
    if signs["unidentified"].search(typed):
        return UNKNOWN
    said = _said(text)
    if signs["danger"].search(said) or Hazard.YES in known:
        return Hazard.YES
    if not discarded:
        return Hazard.NO
    if Hazard.MIRROR in known or signs["doubt"].search(said) or signs["residue"].search(typed):
        return Hazard.MIRROR
    return Hazard.NO if recognised else UNKNOWN


def endangers(text: str) -> bool:
    """Return whether a text tells a danger, whatever it names."""
    return bool(read_signs()["danger"].search(_said(text)))


def unsafe(text: str) -> bool:
    """Return whether a text tells a danger, or of something nobody knows, whatever it names."""
    return endangers(text) or bool(read_signs()["unidentified"].search(fold(text)))


def _said(text: str) -> str:
    """Return a folded text without what it says is absent."""
    return read_signs()["cleared"].sub(" ", fold(text))


def _sign(c: dict[str, str]) -> tuple[str, str]:
    if c["sign"] not in SIGNS:
        raise ValueError(f"{c['sign']!r} is none of {', '.join(SIGNS)}")
    re.compile(c["pattern"])
    return c["sign"], c["pattern"]
