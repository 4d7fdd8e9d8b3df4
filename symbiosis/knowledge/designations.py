"""Designations that two sides must share: alloys, voltages, frequencies, diameters, threads, weights of paper."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from symbiosis.domain.fold import fold
from symbiosis.knowledge.evidence import Evidence

DIFFERENT = -6.0
VOLTAGES = {"220": "230", "240": "230", "380": "400", "415": "400"}  # two names of one network
STAINLESS = r"\b(20[12]|30[1-9]|31[0-79]|32[19]|34[78]|4[0-4][0-9]|904|1[. ]4\d{3})(?:l|ti|ln)?\b"
ALUMINIUM = r"\b((?:10|11|12|20|30|31|40|50|51|52|53|54|57|60|61|62|63|70|71|[1-8]0)\d\d)(?:[ -]?[tho]\d{0,3})?\b"
PATTERNS = {  # kind: (what it is written like, what the text must speak of)
    "inox": (STAINLESS, r"\b(inox|stainless|nuances?|acier|steel|aisi)\b"),
    "aluminium": (ALUMINIUM, r"\b(alu\w*|alliages?|alloys?)\b"),
    "acier": (r"\b(s[2-9]\d\d|c[1-9][05]|[1-9]\dcrmo\d|[1-9]\dnicrmo\d*|e24|e36|xc\d\d)[a-z0-9]{0,3}\b", ""),
    "V": (r"\b(\d{2,5}) ?v(?:olts?)?\b", ""),
    "Hz": (r"\b(\d{2}) ?hz\b", ""),
    "Ø": (r"(?:ø|⌀|\bdiam(?:etre|eter)?\.?|\bdia\.?|\bdn) ?(\d+(?:[.,]\d+)?)", ""),
    "M": (r"\bm(\d{1,2})(?: ?x ?\d+)?\b", r"\b(vis|boulons?|ecrous?|filetage|screws?|bolts?|nuts?|thread\w*|tiges?)\b"),
    "g/m²": (r"\b(\d{2,3}) ?(?:g/?m2|g/m²|gsm)(?![\w])", ""),
    "VG": (r"\bvg ?(\d{2,3})\b", ""),
    "°": (r"\b(\d{2}) ?(?:% ?vol\b|°? ?gl\b)", ""),
    "béton": (r"\b[cb](\d\d)/\d\d\b", ""),
}
DIGIT = re.compile(r"\d")
NONE: frozenset[str] = frozenset()
SERIES = re.compile(r"([1-8])000")  # a family of aluminium alloys
NEVER_LOWER = "l"  # the low-carbon form of a steel serves for the plain one, not the other way round


def designations(offer_text: str, need_text: str) -> Iterator[Evidence]:
    """Yield what differs between the designations both sides name."""
    given, asked = ({kind: designated(kind, text) for kind in PATTERNS} for text in (offer_text, need_text))
    yield from differ(given, asked)


def differ(offer: Mapping[str, frozenset[str]], need: Mapping[str, frozenset[str]]) -> Iterator[Evidence]:
    """Yield what differs between designations that were read, by kind."""
    for kind in PATTERNS if offer and need else ():
        given, asked = offer.get(kind, NONE), need.get(kind, NONE)
        if given and asked and not any(_serves(g, a) for g, a in product(given, asked)):
            said = f"{', '.join(sorted(given))} / {', '.join(sorted(asked))} {kind}"
            other = Evidence(DIFFERENT, f"Désignations différentes : {said}", f"Different designations: {said}")
            yield other.between(*(f"{kind} {', '.join(sorted(side))}" for side in (given, asked)))


def designated(kind: str, text: str) -> frozenset[str]:
    """Return the designations of one kind that a text names."""
    pattern, about = PATTERNS[kind]
    plain = fold(text)
    if not DIGIT.search(plain):
        return NONE
    if about and not re.search(about, plain):
        return NONE
    whole = {hit[0] if kind == "inox" else hit[1] for hit in re.finditer(pattern, plain)}
    return frozenset(VOLTAGES.get(value, value) if kind == "V" else value for value in whole)


def _serves(given: str, asked: str) -> bool:
    series = SERIES.fullmatch(asked)
    return given in (asked, asked + NEVER_LOWER) or bool(series and given.startswith(series[1]))
