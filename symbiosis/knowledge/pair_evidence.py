"""All that speaks for or against a pair of texts, an offer and a need: the evidence that its points are given to."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

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
from symbiosis.knowledge.kindred import Kindred
from symbiosis.knowledge.linker import SURE, Linker
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.names import names, safe_words
from symbiosis.knowledge.neutral import neutral
from symbiosis.knowledge.requirements import Requirements
from symbiosis.knowledge.rhythm import clash
from symbiosis.knowledge.sides import same_side
from symbiosis.knowledge.slots import moments
from symbiosis.knowledge.stems import stems
from symbiosis.knowledge.trade_sense import TradeSense, read_senses

SHARED_USE = 0.7  # of the likeness of the same resource
ALIKE, NEAR, FAR = 0.6, 0.3, 0.35  # likeness, 0 to 1
SURE_LINK = 0.75
SLIGHT = -2.0  # points from which on what differs speaks against the pair
IMMATERIAL = (ResourceKind.SPACE, ResourceKind.EQUIPMENT, ResourceKind.SERVICE, ResourceKind.SKILL)
CUT = {"wood", "panel", "metal", "plastic", "textile", "leather", "paper", "foam", "cable", "composite", "rubber"}
SERVED = {"service", "transport", "skill", "machine", "training"}
FLOWS = ("heat", "power")  # families of energies that are no fuel
NEVER_MET = {"day": ("Jours", "Days"), "hour": ("Heures", "Hours"), "month": ("Saisons", "Seasons")}
NEVER = ("licensed", "suspect")  # kinds that nothing outweighs
VOUCHED = ("doubt", "small_doubt", "unproven", "unknown_use")  # weigh less where somebody of the trade vouches
TIES = {"usual", "same", "trade_fits", "trade_never"}  # kinds that say that the two have to do with each other


class PairEvidence:
    """Gathers what speaks for or against pairs, each with its kind; made once."""

    def __init__(self, rows: KnowledgeRows, linker: Linker, exchange: Exchange) -> None:
        """Read the attribute tables and what the trades know, and index the resources."""
        self._linker = linker
        self._exchange = exchange
        attributes = read_attributes()
        self._reader, self._comparisons = Reader(attributes, names(rows)), Comparisons(attributes)
        self._purposes = Requirements(
            attributes, read_requirements(), lambda uses: safe_words(rows, uses), neutral(rows, attributes)
        )
        self._homonyms = Homonyms()
        senses = read_senses()
        self._trades = TradeSense(senses, self._reader)
        self._kindred = Kindred(senses, lambda text: {word.stem for word in self._reader.words(text)})
        self._immaterial = {r.id for r in rows.resources if r.kind in IMMATERIAL or r.family in FLOWS}
        self._hazard = {r.id: r.hazard for r in rows.resources}
        self._uses: dict[str, set[str]] = {}
        for edge in rows.usable_as:
            self._uses.setdefault(edge.resource_id, set()).add(edge.use_id)
        self._known = lru_cache(maxsize=4_000)(self._known_of)

    def of(self, offer_text: str, need_text: str) -> list[Evidence]:
        """Return all evidence; where something harmful would be eaten, drunk or lived with, `never` stays."""
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        harmful = bool(self._purposes.aims.toxic(offer) and self._purposes.aims.careful(need))
        trades = self._of_trades(offer_text, need_text, harmful)
        vouched = any(e.kind == "trade_fits" for e in trades)
        said = [_vouched(e) if vouched else e for e in self._of_purposes(offer_text, need_text, harmful)]
        said += [*trades, *self._of_words(offer_text, need_text)]
        said += self._kindred.of(offer_text, need_text)
        return [*said, *self._of_meanings(offer_text, need_text, {e.kind for e in said})]

    def _of_trades(self, offer_text: str, need_text: str, harmful: bool) -> list[Evidence]:
        """Return what the trades know; nobody vouches for what is harmful."""
        found = (sense.evidence() for sense in self._trades.of(offer_text, need_text))
        return [e for e in found if not (harmful and e.kind == "trade_fits")]

    def _of_purposes(self, offer_text: str, need_text: str, harmful: bool) -> Iterator[Evidence]:
        """Yield what the purposes of the need say of the offer, and whether a hazardous waste may go there."""
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        resource, uses = self._known(offer_text)
        warm = warms((offer, measures(offer_text)), (need, measures(need_text)))
        held = self._purposes.aims.hold(need, offer, resource in self._immaterial, warm)
        kind = "taint_toxic" if self._purposes.aims.toxic(offer) else "taint"
        for e in self._purposes.weigh(offer, need, uses, held):
            yield replace(e, kind=e.kind or kind, never=harmful or e.kind in NEVER) if e.never else e
        careful = bool(self._purposes.aims.careful(need))
        if self._hazard.get(resource) is Hazard.YES and (careful or not self._purposes.may_take_hazard(offer, need)):
            only = never("Déchet dangereux : seule une installation de traitement peut le prendre",
                         "Hazardous waste: only a treatment plant may take it")  # fmt: skip
            yield replace(only, kind="hazardous", never=careful)

    def _of_words(self, offer_text: str, need_text: str) -> Iterator[Evidence]:
        """Yield what differs between what both sides tell."""
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        given, asked = (offer, measures(offer_text)), (need, measures(need_text))
        served = self._known(offer_text)[0] in self._immaterial or bool(offer.of("thing") & SERVED)
        sizes = dimensions(offer_text), dimensions(need_text)
        yield from _counted("comparison", self._comparisons.compare(offer, need))
        yield from _counted("enough", enough(given, asked))
        yield from _counted("beyond", beyond((offer_text, *given), (need_text, *asked)))
        yield from _counted("side", same_side(offer_text, need_text, served))
        yield from _counted("homonym", self._homonyms.compare(offer, need))
        yield from _counted("size", compare_sizes(*sizes, bool(CUT & offer.of("thing"))))
        yield from _counted("designation", designations(offer_text, need_text))
        yield from _counted("heading", headings(offer_text, need_text))
        yield from _counted("times", _times(offer_text, need_text))

    def _of_meanings(self, offer_text: str, need_text: str, kinds: set[str]) -> Iterator[Evidence]:
        """Yield how near the meanings are, and that nothing at all ties the two."""
        near = self._likeness(offer_text, need_text)
        fr, en = f"Sens proches à {round(100 * near)} %", f"Meanings {round(100 * near)} % alike"
        if near > NEAR:
            yield Evidence(0.0, fr, en, kind="like")
        if near > ALIKE:
            yield Evidence(0.0, fr, en, kind="alike")
        if near < FAR and not kinds & TIES:
            yield Evidence(0.0, "Rien ne relie les deux textes", "Nothing ties the two texts", kind="no_tie")
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        if need.told and need.told <= offer.told:
            fr, en = "Tout ce qui est cherché est dit", "All that is wanted is told"
            yield Evidence(0.0, fr, en, kind="all_told")
        if not self._purposes.aims.of(need) and not need.of("thing"):
            fr, en = "Le besoin ne nomme rien de connu", "The need names nothing that is known"
            yield Evidence(0.0, fr, en, kind="unsaid")

    def _known_of(self, text: str) -> tuple[str, frozenset[str]]:
        """Return the resource a text surely means, '' when none, and its uses."""
        link, denied = self._linker.best(text), self._reader.read(text).denied
        if link is None or link.confidence < SURE_LINK:
            return "", frozenset()
        if link.confidence < SURE and denied & set(stems(link.why)):  # « hors d'usage » denies nothing
            return "", frozenset()
        return link.resource_id, frozenset(self._uses.get(link.resource_id, ()))

    def _likeness(self, offer_text: str, need_text: str) -> float:
        """Return how near the meanings are: the same resource, the use named, a use in common; 0 to 1."""
        offered, wanted = self._exchange.meaning(offer_text), self._exchange.meaning(need_text)
        becomes = offered @ self._exchange.becomes
        return max(
            _cosine(offered, wanted),
            _cosine(becomes, self._exchange.purpose(need_text)),
            SHARED_USE * _cosine(becomes, wanted @ self._exchange.becomes),
        )


def _vouched(e: Evidence) -> Evidence:
    return replace(e, kind=f"{e.kind}_vouched") if e.kind in VOUCHED else e


def _counted(about: str, found: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield evidence with its kind; what rules out by words alone may be a misreading, and weighs as it mostly did."""
    for e in found:
        manner = "never" if e.never else "for" if e.points > 0 else "against" if e.points < SLIGHT else "slight"
        yield replace(e, kind=f"{about}_{manner}", never=False)


def _times(offer_text: str, need_text: str) -> Iterator[Evidence]:
    kind = clash(moments(offer_text), moments(need_text))
    if kind:
        fr, en = NEVER_MET[kind]
        yield never(f"{fr} qui ne se croisent jamais", f"{en} that never meet")


def _cosine(one: Floats, other: Floats) -> float:
    return float(one @ other / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-12))
