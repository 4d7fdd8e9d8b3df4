"""What differs between an offer and a need: attributes, numbers, sizes, designations, times, ways and sides."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from symbiosis.knowledge.attribute_seeds import Attribute
from symbiosis.knowledge.attributes import Reader
from symbiosis.knowledge.beyond import beyond
from symbiosis.knowledge.comparisons import Comparisons
from symbiosis.knowledge.designations import designations
from symbiosis.knowledge.dimensions import compare_sizes, dimensions
from symbiosis.knowledge.enough import enough
from symbiosis.knowledge.evidence import Evidence, never
from symbiosis.knowledge.headings import headings
from symbiosis.knowledge.homonyms import Homonyms
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.rhythm import clash
from symbiosis.knowledge.sides import same_side
from symbiosis.knowledge.slots import moments

SLIGHT = -2.0  # points from which on what differs speaks against the pair
CUT = {"wood", "panel", "metal", "plastic", "textile", "leather", "paper", "foam", "cable", "composite", "rubber"}
SERVED = {"service", "transport", "skill", "machine", "training"}
NEVER_MET = {"day": ("Jours", "Days"), "hour": ("Heures", "Hours"), "month": ("Saisons", "Seasons")}


class Differences:
    """Compares what both sides tell; made once."""

    def __init__(self, attributes: Iterable[Attribute], reader: Reader) -> None:
        """Read the table of words of several senses."""
        self._reader, self._comparisons, self._homonyms = reader, Comparisons(attributes), Homonyms()

    def between(self, offer_text: str, need_text: str, immaterial: bool) -> Iterator[Evidence]:
        """Yield what differs, each with its kind; `immaterial`: the offer is known as a tool, a space or a service."""
        offer, need = self._reader.read(offer_text), self._reader.read(need_text)
        given, asked = (offer, measures(offer_text)), (need, measures(need_text))
        served = immaterial or bool(offer.of("thing") & SERVED)
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
