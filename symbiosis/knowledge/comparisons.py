"""What two texts say of the same attribute: refused, exclusive, too low a level, a claim nobody made."""

from collections.abc import Iterable, Iterator

from symbiosis.knowledge.attribute_seeds import Attribute
from symbiosis.knowledge.attributes import Said
from symbiosis.knowledge.evidence import Evidence, never
from symbiosis.knowledge.stems import stem

BODILESS = 1  # rank of a thing that is no substance
ASKED = 2  # below this rank a need names a thing it would take
DEMANDING = 3  # from this rank on, a need asks for a level rather than names a thing
ANY = "mixed"  # asked for so, anything will do
UNPROVEN, UNPROVEN_GRADE = -1.0, -3.6
LEVEL_TOO_LOW, NO_CLAIM, DENIED = -5.0, -3.5, -3.0
ONLY = frozenset(
    map(stem, ("uniquement", "seulement", "exclusivement", "only", "exclusively", "imperatif", "strictly"))
)
VESSELS = {"glass", "container"}  # made for food when new, as a rule
LIFELESS = {"container", "box", "pallet", "plastic", "metal", "glass", "machine", "furniture", "paper", "textile"}
ROOT = 6  # letters two words of one root share
SHORTEST_DENIED = 4  # letters: shorter words are denied by chance
NOT_COMPARED = ("thing", "purpose", "assured", "marker", "neutral")


class Comparisons:
    """Compares what is said on both sides; made once."""

    def __init__(self, attributes: Iterable[Attribute]) -> None:
        """Sort the attributes by their rule."""
        rows = list(attributes)
        self._rank = {(a.attribute, a.value): a.rank for a in rows}
        self._bodiless = {a.value for a in rows if a.rule == "thing" and a.rank == BODILESS}
        self._exclusive = sorted({a.attribute for a in rows if a.rule == "exclusive"})
        self._levels = sorted({a.attribute for a in rows if a.rule == "level"})

    def compare(self, offer: Said, need: Said) -> Iterator[Evidence]:
        """Yield what speaks against the pair."""
        yield from self.refused(offer, need)
        yield from self.exclusives(offer, need)
        yield from self.levels(offer, need)
        yield from self._claims(offer, need)

    def refused(self, offer: Said, need: Said) -> Iterator[Evidence]:
        """Yield what the need excludes and the offer tells, or the other way round."""
        spared = {pair for pair in need.lacks if pair[0] in self._levels and self._rank[pair] >= DEMANDING}
        for pair in sorted(need.lacks & offer.has - need.has - need.welcomes - spared):
            if pair[0] not in NOT_COMPARED:
                told, denied = offer.words[pair], need.words[pair]
                yield never(
                    f"Le besoin exclut « {denied} », l'offre dit « {told} »",
                    f"The need excludes “{denied}”, the offer says “{told}”",
                ).between(told, f"refused: {denied}")
                return
        does_without = {stem(word) for pair in spared for word in need.words[pair].split()}
        for word in sorted(need.denied - need.told - does_without):
            if len(word) >= SHORTEST_DENIED and (word in offer.told or _derived(word, offer.told)):
                yield never(f"Le besoin exclut « {word} »", f"The need excludes “{word}”").between(
                    word, f"refused: {word}"
                )
                return
        for word in sorted(offer.denied & need.told - offer.told):
            if len(word) >= SHORTEST_DENIED and not need.welcomes:
                yield Evidence(DENIED, f"L'offre est sans « {word} »", f"The offer is without “{word}”").between(
                    f"without: {word}", word
                )
                return

    def exclusives(self, offer: Said, need: Said) -> Iterator[Evidence]:
        """Yield the attributes of which the two tell different values."""
        for attribute in need.tells(offer.tells(self._exclusive)):
            given, asked = offer.of(attribute), need.of(attribute)
            welcome = {value for name, value in need.welcomes if name == attribute}
            other = given - asked - welcome if ONLY & need.told else not given & (asked | welcome)
            if ANY not in asked and other:
                points = max(self._rank[attribute, value] for value in asked) * (1 + bool(ONLY & need.told))
                told = ", ".join(sorted(offer.words[attribute, v] for v in given))
                wanted = ", ".join(sorted(need.words[attribute, v] for v in asked))
                said = f"Offre : {told} ; besoin : {wanted}", f"Offer: {told}; need: {wanted}"
                yield Evidence(-points, *said).between(told, wanted)

    def levels(self, offer: Said, need: Said) -> Iterator[Evidence]:
        """Yield the levels of the offer that are below what the need asks for."""
        for level in need.tells(self._levels):
            yield from self._level(level, offer, need)

    def _level(self, level: str, offer: Said, need: Said) -> Iterator[Evidence]:
        asked = max(((self._rank[level, v], v) for v in need.of(level)), default=(0, ""))
        given = min(((self._rank[level, v], v) for v in offer.of(level) if self._rank[level, v]), default=(0, ""))
        welcome = any(name == level for name, _ in need.welcomes)
        if asked[0] < ASKED or welcome:
            return
        wanted, things = need.words[level, asked[1]], offer.of("thing")
        if given[1] and given[0] < asked[0] and not (level == "condition" and asked[0] < DEMANDING):
            told = offer.words[level, given[1]]
            said = f"« {told} » ne suffit pas pour « {wanted} »", f"“{told}” is not enough for “{wanted}”"
            yield Evidence(LEVEL_TOO_LOW, *said).between(told, wanted)
        elif not given[1] and asked[0] >= DEMANDING and (not things or things - self._bodiless):
            new = (
                ("condition", "condition_4") in offer.has and things & VESSELS and ("grade", "grade_4") not in need.has
            )
            points = UNPROVEN_GRADE if level == "grade" and not new else UNPROVEN
            yield Evidence(points, f"L'offre ne dit rien de « {wanted} »", f"The offer says nothing of “{wanted}”")

    def _claims(self, offer: Said, need: Said) -> Iterator[Evidence]:
        grown = not offer.of("thing") or offer.of("thing") - LIFELESS - self._bodiless
        for value in sorted(need.of("claim") - offer.of("claim") - (frozenset() if grown else {"organic"})):
            if ("claim", value) not in need.welcomes:
                wanted = need.words["claim", value]
                yield Evidence(NO_CLAIM, f"Le besoin demande « {wanted} », l'offre ne le dit pas",
                               f"The need asks for “{wanted}”, the offer does not say it")  # fmt: skip


def _derived(word: str, told: frozenset[str]) -> bool:
    """Return whether a word of the same root is told: "siliconé" is not "sans silicone"."""
    return len(word) >= ROOT and any(len(other) >= ROOT and word[: ROOT + 1] == other[: ROOT + 1] for other in told)
