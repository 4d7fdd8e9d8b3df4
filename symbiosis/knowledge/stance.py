"""Whether a firm has a thing, wants it, or wants to be left alone, from the words of its text."""

import re
from dataclasses import dataclass

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.acts import does, pattern

SUPPLIER = re.compile(
    r"\b(?:le|la|les|aucun|notre|un|nos|leur|d autres) (?:collecteur|prestataire|transporteur|loueur"
    r"|fournisseur|organisme|ramasseur|centre de formation|assureur|eboueur|recycleur|repreneur|mairie|commune"
    r"|bus|banque|courtier|distributeur)s?\b[^.;,:]*"
)
UNTIL = re.compile(
    r"\b(?:contrat\w*|engag\w+|bail|marche|accord|lies?|signe\w*|bloque\w*"
    r"|reconduit\w*)\b[^.;]{0,40}?\b(?:jusqu (?:en|a|au)|until|expire\w*(?: qu)? en"
    r"|court jusqu)[^.;]{0,25}?\b(20\d\d)\b"
)
NOT_BEFORE = re.compile(r"\b(?:pas avant|rien avant|a partir de|seulement en|not before)\b[^.;]{0,20}?\b(20\d\d)\b")
YEARS = re.compile(r"\b(20[2-9]\d)\b")


@dataclass(frozen=True)
class Stance:
    """`refuses` to share at all; `has`, `wants`: which side of a sharing; `sells` it for good;
    `until`: bound until that year, or 0.
    """

    refuses: bool
    has: bool
    wants: bool
    sells: bool
    until: int
    years: frozenset[int]


def stance(text: str) -> Stance:
    """Return where the author of a text stands.

    >>> stance("On ne prête pas nos chariots").refuses
    True
    """
    plain = spoken(text[:2_000])
    bound = [int(m[1]) for m in (*UNTIL.finditer(plain), *NOT_BEFORE.finditer(plain))]
    free, wants = does("free", plain), does("wants", plain)
    has = free or (does("has", plain) and not wants)
    ours = SUPPLIER.sub(" ", pattern("never_mind").sub(" ", plain))
    refuses = does("refuses", ours) or (does("full", ours) and not free and not wants)
    return Stance(
        refuses,
        has,
        wants or not has,
        does("sells", plain),
        max(bound, default=0),
        frozenset(map(int, YEARS.findall(plain))),
    )
