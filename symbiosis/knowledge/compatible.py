"""Is this pair of an offer and a need worth a telephone call? Points that add up, and rules that nothing outweighs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp

import numpy as np

from symbiosis.domain.enums import Hazard, ResourceKind
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.attribute_seeds import read_attributes, read_requirements
from symbiosis.knowledge.attributes import Reader
from symbiosis.knowledge.beyond import beyond
from symbiosis.knowledge.comparisons import Comparisons
from symbiosis.knowledge.designations import designations
from symbiosis.knowledge.dimensions import compare_sizes, dimensions
from symbiosis.knowledge.enough import enough, warms
from symbiosis.knowledge.evidence import Evidence, never
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.headings import headings
from symbiosis.knowledge.homonyms import Homonyms
from symbiosis.knowledge.linker import SURE, Linker
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.neutral import neutral
from symbiosis.knowledge.requirements import Requirements
from symbiosis.knowledge.rhythm import clash
from symbiosis.knowledge.sides import same_side
from symbiosis.knowledge.slots import moments
from symbiosis.knowledge.stems import stems
from symbiosis.knowledge.trade_sense import TradeSense, read_senses

BASE, LIKENESS = 0.3, 3.0  # points of a pair of which nothing is known; of one the knowledge holds the same
LINK = 3.0  # most points for belonging together
SHARED_USE = 0.7  # of the points of the same resource
WORTH_A_CALL, NEVER_ABOVE = 0.5, 0.02  # probability
SURE_LINK = 0.75
READ = 2_000  # letters of a text that are read
IMMATERIAL = (ResourceKind.SPACE, ResourceKind.EQUIPMENT, ResourceKind.SERVICE, ResourceKind.SKILL)
CUT = {"wood", "panel", "metal", "plastic", "textile", "leather", "paper", "foam", "cable", "composite", "rubber"}
SERVED = {"service", "transport", "skill", "machine", "training"}
FLOWS = ("heat", "power")  # families of energies that are no fuel
NEVER_MET = {"day": ("Jours", "Days"), "hour": ("Heures", "Hours"), "month": ("Saisons", "Seasons")}


@dataclass(frozen=True)
class Judged:
    """The verdict on a pair: `probability` 0..1 that it is compatible, and why, weightiest first."""

    compatible: bool
    probability: float
    reasons: tuple[str, ...]


class PairJudge:
    """Judges pairs of an offered and a wanted thing, in the words of the firms; made once."""

    def __init__(self, rows: KnowledgeRows, linker: Linker, exchange: Exchange) -> None:
        """Read the attribute tables and index the resources."""
        self._linker = linker
        self._exchange = exchange
        attributes = read_attributes()
        self._reader, self._comparisons = Reader(attributes, names(rows)), Comparisons(attributes)
        self._purposes = Requirements(
            attributes, read_requirements(), lambda uses: safe_words(rows, uses), neutral(rows, attributes)
        )
        self._homonyms = Homonyms()
        self._trades = TradeSense(read_senses(), self._reader)
        self._immaterial = {r.id for r in rows.resources if r.kind in IMMATERIAL or r.family in FLOWS}
        self._hazard = {r.id: r.hazard for r in rows.resources}
        self._uses: dict[str, set[str]] = {}
        for edge in rows.usable_as:
            self._uses.setdefault(edge.resource_id, set()).add(edge.use_id)
        self._known = lru_cache(maxsize=4_000)(self._known_of)

    def judge(self, offer_text: str, need_text: str, lang: str = "fr") -> Judged:
        """Return whether what is offered fits what is wanted; reasons are in the language asked."""
        offer_text, need_text = offer_text[:READ], need_text[:READ]
        known = self._known_to_trades(offer_text, need_text)
        vouched = any(e.points > 0 for e in known)
        found = [*known, *(e for e in self._evidence(offer_text, need_text) if not (vouched and e.doubt))]
        total = BASE + min(sum(e.points for e in found if e.link), LINK) + sum(e.points for e in found if not e.link)
        likely = 1 / (1 + exp(-max(min(total, 30.0), -30.0)))
        if any(e.never for e in found):
            likely = min(likely, NEVER_ABOVE)
        weighed = sorted(found, key=lambda e: (not e.never, -abs(e.points), e.fr))
        reasons = tuple(dict.fromkeys(e.sentence(lang) for e in weighed))
        return Judged(likely >= WORTH_A_CALL, round(likely, 4), reasons)

    def _known_to_trades(self, offer_text: str, need_text: str) -> list[Evidence]:
        """Return what the trades know; nobody vouches for what is tainted where somebody eats, drinks or lives."""
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        tainted = self._purposes.aims.toxic(offer) and self._purposes.aims.careful(need)
        return [e for e in self._trades.of(offer_text, need_text) if e.points < 0 or not tainted]

    def _evidence(self, offer_text: str, need_text: str) -> Iterator[Evidence]:
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        given, asked = (offer, measures(offer_text)), (need, measures(need_text))
        resource, uses = self._known(offer_text)
        held = self._purposes.aims.hold(need, offer, resource in self._immaterial, warms(given, asked))
        yield from self._purposes.weigh(offer, need, uses, held)
        yield from self._comparisons.compare(offer, need)
        yield from enough(given, asked)
        yield from beyond((offer_text, *given), (need_text, *asked))
        yield from same_side(offer_text, need_text, resource in self._immaterial or bool(offer.of("thing") & SERVED))
        yield from self._homonyms.compare(offer, need)
        yield from compare_sizes(dimensions(offer_text), dimensions(need_text), bool(CUT & offer.of("thing")))
        yield from designations(offer_text, need_text)
        yield from headings(offer_text, need_text)
        yield from _rhythm(offer_text, need_text)
        if self._hazard.get(resource) is Hazard.YES and (
            self._purposes.aims.careful(need) or not self._purposes.may_take_hazard(offer, need)
        ):
            yield never("Déchet dangereux : seule une installation de traitement peut le prendre",
                        "Hazardous waste: only a treatment plant may take it")  # fmt: skip
        yield self._likeness(offer_text, need_text)

    def _known_of(self, text: str) -> tuple[str, frozenset[str]]:
        """Return the resource a text surely means, '' when none, and its uses."""
        link, denied = self._linker.best(text), self._reader.read(text).denied
        if link is None or link.confidence < SURE_LINK:
            return "", frozenset()
        if link.confidence < SURE and denied & set(stems(link.why)):  # « hors d'usage » denies nothing
            return "", frozenset()
        return link.resource_id, frozenset(self._uses.get(link.resource_id, ()))

    def _likeness(self, offer_text: str, need_text: str) -> Evidence:
        """Return how near the meanings are: the same resource, the use named, a use in common."""
        offered, wanted = self._exchange.meaning(offer_text), self._exchange.meaning(need_text)
        becomes = offered @ self._exchange.becomes
        near = max(
            _cosine(offered, wanted),
            _cosine(becomes, self._exchange.purpose(need_text)),
            SHARED_USE * _cosine(becomes, wanted @ self._exchange.becomes),
        )
        percent = round(100 * near)
        return Evidence(LIKENESS * near, f"Sens proches à {percent} %", f"Meanings {percent} % alike", link=True)


def safe_words(rows: KnowledgeRows, uses: frozenset[str]) -> frozenset[str]:
    """Return the stems of the names of what can take one of these uses and is never hazardous."""
    able = {edge.resource_id for edge in rows.usable_as if edge.use_id in uses}
    safe = [r for r in rows.resources if r.id in able and r.hazard is Hazard.NO]
    names = (name for r in safe for name in (r.fr, r.en, *r.synonyms_fr, *r.synonyms_en))
    return frozenset(stem for name in names for stem in stems(name))


def names(rows: KnowledgeRows) -> Iterator[str]:
    """Yield every name of a resource or a use, in both languages."""
    for resource in rows.resources:
        yield from (resource.fr, resource.en, *resource.synonyms_fr, *resource.synonyms_en)
    for use in rows.uses:
        yield from (use.fr, use.en, *use.synonyms_fr, *use.synonyms_en)


def _rhythm(offer_text: str, need_text: str) -> Iterator[Evidence]:
    kind = clash(moments(offer_text), moments(need_text))
    if kind:
        fr, en = NEVER_MET[kind]
        yield never(f"{fr} qui ne se croisent jamais", f"{en} that never meet")


def _cosine(one: Floats, other: Floats) -> float:
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-12))


def pair_line(judge: PairJudge, query: Mapping[str, str], lang: str) -> dict[str, object]:
    """Return the answer to one query of `id`, `offer_text` and `need_text`."""
    judged = judge.judge(query["offer_text"], query["need_text"], lang)
    return {
        "case_id": query["id"],
        "task": f"P.{lang}",
        "compatible": judged.compatible,
        "probability": judged.probability,
        "reasons": list(judged.reasons),
    }
