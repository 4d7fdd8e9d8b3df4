"""All that speaks for or against a pair of texts, an offer and a need: the evidence that its points are given to."""

from collections.abc import Iterator
from dataclasses import replace

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge.attribute_seeds import read_attributes, read_requirements
from symbiosis.knowledge.attributes import Reader, Said
from symbiosis.knowledge.differences import Differences
from symbiosis.knowledge.enough import warms
from symbiosis.knowledge.evidence import Evidence, never
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.kindred import Kindred
from symbiosis.knowledge.likeness import Likeness
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.meant import Meant
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.names import names, safe_words
from symbiosis.knowledge.neutral import neutral
from symbiosis.knowledge.requirements import Requirements
from symbiosis.knowledge.trade_sense import TradeSense, read_senses

ALIKE, NEAR, FAR = 0.6, 0.3, 0.35  # likeness, 0 to 1
NEVER = ("licensed", "suspect", "content")  # kinds that nothing outweighs
VOUCHED = ("doubt", "small_doubt", "unproven", "unknown_use")  # weigh less where somebody of the trade vouches
Held = tuple[list[str], list[str]]  # purposes that hold, and those of them that ask for caution
TIES = {"usual", "same", "trade_fits", "trade_never"}  # kinds that say that the two have to do with each other


class PairEvidence:
    """Gathers what speaks for or against pairs, each with its kind; made once."""

    def __init__(self, rows: KnowledgeRows, linker: Linker, exchange: Exchange) -> None:
        """Read the attribute tables and what the trades know."""
        attributes, senses = read_attributes(), read_senses()
        self._reader = Reader(attributes, names(rows))
        self._purposes = Requirements(
            attributes, read_requirements(), lambda uses: safe_words(rows, uses), neutral(rows, attributes)
        )
        self._meant, self._likeness = Meant(rows, linker, self._reader), Likeness(exchange)
        self._differences = Differences(attributes, self._reader)
        self._trades = TradeSense(senses, self._reader)
        self._kindred = Kindred(senses, lambda text: {word.stem for word in self._reader.words(text)})

    def of(self, offer_text: str, need_text: str) -> list[Evidence]:
        """Return all evidence; where something harmful would be eaten, drunk or lived with, `never` stays."""
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        warm = warms((offer, measures(offer_text)), (need, measures(need_text)))
        held = self._purposes.aims.hold(need, offer, self._meant.immaterial(offer_text), warm)
        harmful = self._purposes.harms(offer, held, need)
        trades = self._of_trades(offer_text, need_text, harmful)
        vouched = any(e.kind == "trade_fits" for e in trades)
        purposes = [*self._of_purposes(offer_text, need_text, held, harmful), *self._of_hazard(offer_text, need)]
        said = [_vouched(e) if vouched else e for e in purposes]
        said += [*trades, *self._differences.between(offer_text, need_text, self._meant.immaterial(offer_text))]
        said += self._kindred.of(offer_text, need_text)
        return [*said, *self._of_meanings(offer_text, need_text, {e.kind for e in said})]

    def _of_trades(self, offer_text: str, need_text: str, harmful: bool) -> list[Evidence]:
        """Return what the trades know; nobody vouches for what is harmful."""
        found = (sense.evidence() for sense in self._trades.of(offer_text, need_text))
        return [e for e in found if not (harmful and e.kind == "trade_fits")]

    def _of_purposes(self, offer_text: str, need_text: str, held: Held, harmful: bool) -> Iterator[Evidence]:
        """Yield what the purposes of the need that hold say of the offer."""
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        kind = "taint_toxic" if self._purposes.aims.toxic(offer) else "taint"
        for e in self._purposes.weigh(offer, need, self._meant.uses(offer_text), held):
            yield replace(e, kind=e.kind or kind, never=harmful or e.kind in NEVER) if e.never else e

    def _of_hazard(self, offer_text: str, need: Said) -> Iterator[Evidence]:
        """Yield that a hazardous waste may not go to a need that treats none."""
        offer, careful = self._reader.read(offer_text), bool(self._purposes.aims.careful(need))
        if self._meant.hazardous(offer_text) and (careful or not self._purposes.may_take_hazard(offer, need)):
            only = never("Déchet dangereux : seule une installation de traitement peut le prendre",
                         "Hazardous waste: only a treatment plant may take it")  # fmt: skip
            yield replace(only, kind="hazardous", never=careful)

    def _of_meanings(self, offer_text: str, need_text: str, kinds: set[str]) -> Iterator[Evidence]:
        """Yield how near the meanings are, that nothing ties the two, that all which is wanted is told, or nothing."""
        near = self._likeness.of(offer_text, need_text)
        fr, en = f"Sens proches à {round(100 * near)} %", f"Meanings {round(100 * near)} % alike"
        if near > NEAR:
            yield Evidence(0.0, fr, en, kind="like")
        if near > ALIKE:
            yield Evidence(0.0, fr, en, kind="alike")
        if near < FAR and not kinds & TIES:
            yield Evidence(0.0, "Rien ne relie les deux textes", "Nothing ties the two texts", kind="no_tie")
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        if need.told and need.told <= offer.told:
            yield Evidence(0.0, "Tout ce qui est cherché est dit", "All that is wanted is told", kind="all_told")
        if not self._purposes.aims.of(need) and not need.of("thing"):
            fr, en = "Le besoin ne nomme rien de connu", "The need names nothing that is known"
            yield Evidence(0.0, fr, en, kind="unsaid")


def _vouched(e: Evidence) -> Evidence:
    return replace(e, kind=f"{e.kind}_vouched") if e.kind in VOUCHED else e
