"""What the purpose of a need takes and refuses; a sensitive purpose refuses all it does not know to be safe."""

from collections.abc import Callable, Iterable, Iterator

from symbiosis.knowledge.aims import BODILESS, DANGEROUS, FUMES, KEEPS, TOUCHED, WARMTH, Aims
from symbiosis.knowledge.attribute_seeds import Attribute, Requirement
from symbiosis.knowledge.attributes import Pair, Said
from symbiosis.knowledge.evidence import Evidence, never
from symbiosis.knowledge.neutral import Neutral, carried, looks_like_a_substance

LIVING = 2  # rank of a purpose
TREATMENT_ONLY, TOXIC = 3, 2  # ranks of a taint
DOUBT, SMALL_DOUBT, UNKNOWN_PURPOSE = -3.5, -0.7, -4.5
ACCEPTED, SAME, UNRELATED, UNPROVEN_SAFE = 2.5, 2.5, -0.5, -5.0
OTHER_KIND = -3.0  # a substance for a service, or the other way round
VESSELS = {"container", "glass", "box", "machine", "furniture", "electronics"}
MATTER = {"metal", "glass", "wood", "plastic"}  # of vessels
CONTACTS = ("sech", "lav", "rinc", "dry", "dri", "wash", "rins")  # beginnings of what touches
APART = ("echangeur", "exchang", "indirect", "boucl", "loop")
CURES = {  # a doubt, and the assurance that lifts it
    "joinery": "untreated", "pallet_origin": "untreated", "nails": "untreated", "demolition": "analysed",
    "sludge": "analysed", "combustion_residue": "analysed", "catering": "vegetal", "meat": "vegetal",
}  # fmt: skip


class Requirements:
    """Weighs an offer against the purposes a need names; made once."""

    def __init__(
        self,
        attributes: Iterable[Attribute],
        requirements: Iterable[Requirement],
        safe_words: Callable[[frozenset[str]], frozenset[str]],
        neutral: Neutral,
    ) -> None:
        """Index the ranks and what each purpose asks; `safe_words` gives the stems that are safe for some uses."""
        rows = list(attributes)
        self._rank = {(a.attribute, a.value): a.rank for a in rows}
        self._dangers = {a.value for a in rows if a.attribute == "thing" and a.rank == DANGEROUS}
        self._asks = {r.purpose: r for r in requirements}
        self._safe_words = {p: safe_words(asks.uses) for p, asks in self._asks.items()}
        self._neutral = neutral
        self.aims = Aims(rows, self._asks)

    def may_take_hazard(self, offer: Said, need: Said) -> bool:
        """Return whether a need treats waste, or asks for the same thing as what is offered."""
        treats = {"treatment", "recycling", "water_treatment_reagent"} & set(self.aims.of(need))
        return bool(treats or offer.of("thing") & need.of("thing"))

    def may_harm(self, offer: Said) -> bool:
        """Return whether anything is told of an offer that some purpose might not bear."""
        return bool(offer.of("taint") or offer.of("thing") & self._dangers)

    def harms(self, offer: Said, held: tuple[list[str], list[str]], need: Said) -> bool:
        """Return whether an offer is harmful and a need asks for caution."""
        cautious = held[1] or self.aims.careful(need)
        return bool(cautious and (self.aims.toxic(offer) or offer.of("thing") & self._dangers))

    def weigh(
        self, offer: Said, need: Said, known_uses: frozenset[str], held: tuple[list[str], list[str]]
    ) -> Iterator[Evidence]:
        """Yield what the purposes that hold, of which the second are sensitive, say of an offer with these uses."""
        purposes, sensitive = held
        yield from self.tainted(offer, need, purposes, sensitive)
        for purpose in sensitive:
            yield from self._safe(self._asks[purpose], offer, known_uses)
            yield from self._doubts(self._asks[purpose], offer)
            yield from self._unproven(self._asks[purpose], offer)
        yield from self._direct(offer, need)
        yield from self._related(offer, need, self.aims.of(need))

    def tainted(self, offer: Said, need: Said, purposes: list[str], sensitive: list[str]) -> Iterator[Evidence]:
        """Yield what in or on the offer the purposes that hold, of which some are sensitive, do not bear."""
        welcome = {value for name, value in need.welcomes | need.has if name == "taint"}
        assured = offer.of("assured")
        for taint in sorted(offer.of("taint")):
            cured = CURES.get(taint) in assured
            for purpose in purposes:
                against = self._asks[purpose]
                careful = purpose in sensitive
                if not careful and (taint in welcome or "treatment" in purposes):
                    continue
                if not self._bars(taint, against, careful, cured):
                    continue
                word, wanted = offer.words["taint", taint], need.words.get(("purpose", purpose), "")
                barred = never(f"{against.reason_fr} : « {word} »", f"{against.reason_en}: “{word}”")
                yield barred.between(word, wanted)
                return
        yield from self._dangerous(offer, need, sensitive)
        yield from self._only_treated(offer, purposes, welcome)
        yield from self._unusual(offer, [self._asks[p] for p in purposes if p not in sensitive], welcome)

    def _unusual(self, offer: Said, asked: list[Requirement], welcome: set[str]) -> Iterator[Evidence]:
        """Yield a doubt about a harmful taint that none of the purposes is used to."""
        tolerated = welcome.union(*(asks.tolerates for asks in asked))
        odd = [taint for taint in self.aims.toxic(offer) if taint not in tolerated]
        if asked and odd and "*" not in tolerated:
            word, asks = offer.words["taint", odd[0]], asked[0]
            yield Evidence(DOUBT, f"{asks.reason_fr} : « {word} »", f"{asks.reason_en}: “{word}”", kind="doubt")

    def _dangerous(self, offer: Said, need: Said, sensitive: list[str]) -> Iterator[Evidence]:
        for thing in sorted(offer.of("thing")):
            if self._rank["thing", thing] != DANGEROUS:
                continue
            word = offer.words["thing", thing]
            for asks in (self._asks[purpose] for purpose in sensitive):
                if thing not in asks.accepts:
                    barred = never(f"{asks.reason_fr} : « {word} »", f"{asks.reason_en}: “{word}”")
                    yield barred.between(word, need.words.get(("purpose", asks.purpose), ""))
                    return
            if not self.aims.of(need) and thing not in need.of("thing"):
                yield _unknown_use(word)

    def _bars(self, taint: str, asks: Requirement, careful: bool, cured: bool) -> bool:
        rank = self._rank["taint", taint]
        purpose_rank = self._rank["purpose", asks.purpose]
        if taint in asks.excludes:
            return not cured
        living = careful or purpose_rank == LIVING
        return living and (rank == TREATMENT_ONLY or (rank == TOXIC and not cured))

    def _only_treated(self, offer: Said, purposes: list[str], welcome: set[str]) -> Iterator[Evidence]:
        if not purposes and not welcome & set(self.aims.toxic(offer)):
            for taint in self.aims.toxic(offer)[:1]:
                word = offer.words["taint", taint]
                yield _unknown_use(word)
        for taint in sorted(offer.of("taint") - welcome):
            if self._rank["taint", taint] == TREATMENT_ONLY and "treatment" not in purposes:
                word = offer.words["taint", taint]
                fr, en = "Seule une installation agréée peut prendre", "Only a licensed plant may take"
                yield never(f"{fr} « {word} »", f"{en} “{word}”", "licensed")

    def _safe(self, asks: Requirement, offer: Said, known_uses: frozenset[str]) -> Iterator[Evidence]:
        held = offer.of("thing") & {"container", "box", "plastic"} and offer.of("marker")
        contained = held or (offer.of("thing") & KEEPS and "carried" in offer.of("marker"))
        if contained and "food_content" not in offer.of("assured"):
            yield never("Le contenu précédent n'est pas alimentaire", "What it held before is not food", "content")
        elif not offer.of("thing") & asks.accepts and not known_uses & asks.uses:
            yield Evidence(UNPROVEN_SAFE, f"{asks.reason_fr}, sauf preuve du contraire",
                           f"{asks.reason_en}, unless proven otherwise", kind="unproven")  # fmt: skip

    def _direct(self, offer: Said, need: Said) -> Iterator[Evidence]:
        """Yield a doubt when a soiled warm air or water would touch what is dried or washed."""
        soiled = [*self.aims.toxic(offer), *sorted(FUMES & offer.of("taint"))]
        touches = any(word.startswith(CONTACTS) for word in need.told)
        if (
            soiled
            and touches
            and offer.of("thing") & WARMTH
            and not any(w.startswith(APART) for w in offer.told | need.told)
        ):
            word = offer.words["taint", soiled[0]]
            yield Evidence(UNKNOWN_PURPOSE, f"« {word} » au contact", f"“{word}” in contact", kind="doubt")

    def _unproven(self, asks: Requirement, offer: Said) -> Iterator[Evidence]:
        """Yield a doubt about what is taken there once analysed, when nobody says it was."""
        for taint in sorted(offer.of("taint") - asks.excludes):
            if CURES.get(taint) == "analysed" and "analysed" not in offer.of("assured"):
                word = offer.words["taint", taint]
                yield Evidence(DOUBT, f"« {word} » sans analyse", f"“{word}” without analysis", kind="doubt")

    def _doubts(self, asks: Requirement, offer: Said) -> Iterator[Evidence]:
        """Yield a doubt for each word nobody vouches for: into something sensitive goes only what is known."""
        before = ""
        for word, its_stem, parts in offer.means:
            kind = (
                "" if its_stem in self._safe_words[asks.purpose] else self._doubt(word, its_stem, parts, (asks, offer))
            )
            if kind == "small_doubt" and carried(before):
                kind = "doubt"
            if kind:
                fr, en = "inconnu pour cet usage, à vérifier", "not known for this use, to be checked"
                points = SMALL_DOUBT if kind == "small_doubt" else DOUBT
                yield Evidence(points, f"« {word} » : {fr}", f"“{word}”: {en}", never=kind == "suspect", kind=kind)
            before = word

    def _doubt(self, word: str, its_stem: str, parts: frozenset[Pair], pair: tuple[Requirement, Said]) -> str:
        """Return the kind of doubt about a word, '' where there is none."""
        asks, offer = pair
        rules = {name for name, _ in parts}
        things = {its for name, its in parts if name == "thing" and self._rank[name, its] != BODILESS}
        if its_stem in self._neutral.plain or rules & {"neutral", "assured"} or things & asks.accepts:
            return ""
        if things:
            return "small_doubt" if self._made_of(things, asks, offer) else "doubt"
        if rules == {"taint"}:
            return "doubt"
        if parts or its_stem in self._neutral.known:
            return ""
        suspect = its_stem in self._neutral.suspect or looks_like_a_substance(word)
        return "suspect" if suspect else "small_doubt"

    def _made_of(self, things: set[str], asks: Requirement, offer: Said) -> bool:
        """Return whether things are what a vessel is made of or closed with, where it only holds what is sensitive."""
        held = offer.of("thing") & asks.accepts
        return bool(held) and (held <= VESSELS or self._holds(held, things, asks))

    @staticmethod
    def _holds(held: frozenset[str], things: set[str], asks: Requirement) -> bool:
        return asks.purpose in TOUCHED and bool(held & VESSELS) and things <= MATTER

    def _related(self, offer: Said, need: Said, purposes: list[str]) -> Iterator[Evidence]:
        given, asked = offer.of("thing"), need.of("thing")
        taken = {t for p in purposes for t in self._asks[p].accepts}
        if given & taken or "*" in taken:
            fr, en = "Débouché courant de ce qui est offert", "A usual outlet for what is offered"
            yield Evidence(ACCEPTED, fr, en, kind="usual")
        if given & asked:
            word = offer.words["thing", min(given & asked)]
            yield Evidence(SAME, f"Même ressource : {word}", f"Same resource: {word}", kind="same")
        elif given and (asked or purposes) and not given & taken and "*" not in taken:
            bodies = [{self._rank["thing", t] == BODILESS for t in side} for side in (given, asked)]
            points = OTHER_KIND if bodies == [{False}, {True}] else UNRELATED
            fr, en = "Ressource et besoin sans lien connu", "No known link between offer and need"
            yield Evidence(points, fr, en, kind="other_kind" if points == OTHER_KIND else "unrelated")


def _unknown_use(word: str) -> Evidence:
    fr, en = f"« {word} », et usage inconnu", f"“{word}”, and the use is unknown"
    return Evidence(UNKNOWN_PURPOSE, fr, en, kind="unknown_use")
