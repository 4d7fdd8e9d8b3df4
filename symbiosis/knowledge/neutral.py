"""Words nobody need vouch for: of language, time, trade and transport, and of what is known and harmless."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from symbiosis.domain.enums import Hazard
from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge.attribute_seeds import Attribute, read_neutral
from symbiosis.knowledge.stems import stem, stems

SUBSTANCE = re.compile(r"\w{4,}(?:in|id|at|it|an|en|on|ium|yl|ox[iy]d|ol|os|phos|azol|cid|ur|ic|iqu)e?s?$")
LIST = re.compile(r"\w+")
CARRIES = frozenset(  # the word after one of these is what a thing was put in touch with
    LIST.findall(
        "avec contenant contient residu residus trace traces charge chargee charges chargees riche teneur presence"
        " passe passes traite traites traitee traitees ajout additif additifs additionne additionnes with containing"
        " contains residue residues carrying laced dipped sprayed treated additive additives added"
    )
)


HARMLESS_TRADES = (
    "01",
    "02",
    "03",
    "10",
    "11",
    "16",
    "46.2",
    "46.3",
    "47.1",
    "47.2",
    "55",
    "56",
)  # what they hold is eaten or grown


IN_NAMES = 3  # names of a thing a word stands in to be its own


@dataclass(frozen=True)
class Neutral:
    """Stems: `plain` name no substance; `known` what is never hazardous; `suspect` what may be."""

    plain: frozenset[str]
    known: frozenset[str]
    suspect: frozenset[str]


def neutral(rows: KnowledgeRows, attributes: Iterable[Attribute]) -> Neutral:
    """Return the neutral words of the tables: no word of a taint or of what may be hazardous is among the known."""
    plain = {stem(fold(word)) for word in read_neutral()}
    safe = [r for r in rows.resources if r.hazard is Hazard.NO]
    doubtful = [r for r in rows.resources if r.hazard is not Hazard.NO]
    tainted = [word for a in attributes if a.rule == "taint" for word in (*a.words_fr, *a.words_en)]
    suspect = _stems(word for word in tainted if " " not in word)
    suspect |= {its for r in doubtful for its in _telling((r.fr, r.en, *r.synonyms_fr, *r.synonyms_en))}
    known = [name for s in rows.sectors if s.nace.startswith(HARMLESS_TRADES) for name in (s.fr, s.en)]
    known += [name for u in rows.uses for name in (u.fr, u.en, *u.synonyms_fr, *u.synonyms_en)]
    known += [name for r in safe for name in (r.fr, r.en, *r.synonyms_fr, *r.synonyms_en)]
    return Neutral(frozenset(plain), frozenset(_stems(known) - suspect), frozenset(suspect - plain))


def looks_like_a_substance(word: str) -> bool:
    """Return whether an unknown word is built like the name of a substance."""
    return SUBSTANCE.fullmatch(word) is not None


def carried(before: str) -> bool:
    """Return whether the word before tells that what follows is in or on the thing."""
    return before in CARRIES


def _telling(names: Iterable[str]) -> set[str]:
    """Return the stems that stand in several names of one thing."""
    counted = Counter(its for name in names for its in set(stems(name)))
    return {its for its, count in counted.items() if count >= IN_NAMES}


def _stems(names: Iterable[str]) -> set[str]:
    return {its for name in names for its in stems(name.replace("*", " "))}
