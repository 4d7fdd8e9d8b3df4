"""What the purpose of a need takes and refuses; a sensitive purpose refuses all it does not know to be safe."""

from collections.abc import Callable, Iterable, Iterator

from symbiosis.knowledge.attribute_seeds import Attribute, Requirement
from symbiosis.knowledge.attributes import Said
from symbiosis.knowledge.evidence import Evidence, never

SENSITIVE, LIVING = 1, 2  # ranks of a purpose
BODILESS, DANGEROUS = 1, 2  # ranks of a thing that is no substance, and of one that harms
TREATMENT_ONLY, TOXIC, WHERE_EXCLUDED = 3, 2, 1  # ranks of a taint
DOUBT, UNKNOWN_PURPOSE = -3.5, -4.5
ACCEPTED, SAME, UNRELATED, UNPROVEN_SAFE = 2.5, 2.5, -0.5, -5.0
OTHER_KIND = -3.0  # a substance for a service, or the other way round
HARMLESS = ("exclusive", "level", "claim", "assured", "marker", "neutral")  # rules whose words raise no doubt
CURES = {  # a doubt, and the assurance that lifts it
    "joinery": "untreated", "pallet_origin": "untreated", "nails": "untreated", "demolition": "analysed",
    "sludge": "analysed", "combustion_residue": "analysed", "catering": "vegetal", "meat": "vegetal",
}  # fmt: skip
NARROWER = {  # a purpose, and those it makes void because it says more
    "bedding": {"feed_pig_poultry", "feed_ruminant", "feed_other", "soil", "food"},
    "feed_pig_poultry": {"feed_other", "food", "soil"},
    "feed_ruminant": {"feed_other", "food", "soil"},
    "feed_other": {"food", "soil"},
    "smoking": {"food", "home_heat", "fish_pond"},
    "biogas": {"treatment", "food", "feed_other", "feed_ruminant"},
    "composting": {"treatment", "food", "feed_other", "feed_ruminant"},
    "biomass_plant": {"small_burner", "home_heat"},
    "cement": {"small_burner", "glassworks"},
    "treatment": {"small_burner", "soil", "skin", "food"},
    "mushroom": {"soil", "food"},
    "heat_pump": {"fish_pond"},
    "food_container": {"food"},
    "rubber": {"children"},
    "biodiesel": {"food", "feed_other"},
}


class Requirements:
    """Weighs an offer against the purposes a need names; made once."""

    def __init__(
        self,
        attributes: Iterable[Attribute],
        requirements: Iterable[Requirement],
        safe_words: Callable[[frozenset[str]], frozenset[str]],
    ) -> None:
        """Index the ranks and what each purpose asks; `safe_words` gives the stems that are safe for some uses."""
        rows = list(attributes)
        self._rank = {(a.attribute, a.value): a.rank for a in rows}
        self._harmless = {(a.attribute, a.value) for a in rows if a.rule in HARMLESS}
        self._asks = {r.purpose: r for r in requirements}
        self._safe_words = {p: safe_words(asks.uses) for p, asks in self._asks.items()}

    def of(self, need: Said) -> list[str]:
        """Return the purposes a need names, without those a narrower one makes void."""
        named = need.of("purpose")
        void = {wide for purpose in named for wide in NARROWER.get(purpose, ())}
        return sorted(named - void)

    def sensitive(self, need: Said, offer: Said) -> list[str]:
        """Return the sensitive purposes of a need, none when the offer is no substance."""
        if self._bodiless(offer, need):
            return []
        return [p for p in self.of(need) if self._rank["purpose", p] == SENSITIVE]

    def may_take_hazard(self, offer: Said, need: Said) -> bool:
        """Return whether a need treats waste, or asks for the same thing as what is offered."""
        treats = {"treatment", "recycling"} & set(self.of(need))
        return bool(treats or offer.of("thing") & need.of("thing"))

    def weigh(self, offer: Said, need: Said, known_uses: frozenset[str]) -> Iterator[Evidence]:
        """Yield what the purposes say of the offer, whose resource has these uses."""
        purposes = self.of(need)
        sensitive = self.sensitive(need, offer)
        yield from self._tainted(offer, need, purposes, sensitive)
        for purpose in sensitive:
            yield from self._safe(self._asks[purpose], offer, known_uses)
            yield from self._doubts(self._asks[purpose], offer)
        yield from self._related(offer, need, purposes)

    def _bodiless(self, offer: Said, need: Said) -> bool:
        things = offer.of("thing")
        only = bool(things) and all(self._rank["thing", t] == BODILESS for t in things)
        warm = bool(things & {"heat", "steam"}) and "heating" in need.of("purpose") and not self._toxic(offer)
        return only or warm

    def _toxic(self, offer: Said) -> list[str]:
        return [t for t in sorted(offer.of("taint")) if self._rank["taint", t] >= TOXIC]

    def _tainted(self, offer: Said, need: Said, purposes: list[str], sensitive: list[str]) -> Iterator[Evidence]:
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
                word = offer.words["taint", taint]
                yield never(f"{against.reason_fr} : « {word} »", f"{against.reason_en}: “{word}”")
                return
        yield from self._dangerous(offer, need, sensitive)
        yield from self._only_treated(offer, purposes, welcome)

    def _dangerous(self, offer: Said, need: Said, sensitive: list[str]) -> Iterator[Evidence]:
        for thing in sorted(offer.of("thing")):
            if self._rank["thing", thing] != DANGEROUS:
                continue
            word = offer.words["thing", thing]
            for asks in (self._asks[purpose] for purpose in sensitive):
                if thing not in asks.accepts:
                    yield never(f"{asks.reason_fr} : « {word} »", f"{asks.reason_en}: “{word}”")
                    return
            if not self.of(need) and thing not in need.of("thing"):
                yield Evidence(UNKNOWN_PURPOSE, f"« {word} », et usage inconnu", f"“{word}”, and the use is unknown")

    def _bars(self, taint: str, asks: Requirement, careful: bool, cured: bool) -> bool:
        rank = self._rank["taint", taint]
        purpose_rank = self._rank["purpose", asks.purpose]
        if taint in asks.excludes:
            return not cured
        living = careful or purpose_rank == LIVING
        return living and (rank == TREATMENT_ONLY or (rank == TOXIC and not cured))

    def _only_treated(self, offer: Said, purposes: list[str], welcome: set[str]) -> Iterator[Evidence]:
        if not purposes and not welcome & set(self._toxic(offer)):
            for taint in self._toxic(offer)[:1]:
                word = offer.words["taint", taint]
                yield Evidence(UNKNOWN_PURPOSE, f"« {word} », et usage inconnu", f"“{word}”, and the use is unknown")
        for taint in sorted(offer.of("taint") - welcome):
            if self._rank["taint", taint] == TREATMENT_ONLY and "treatment" not in purposes:
                word = offer.words["taint", taint]
                yield never(f"Seule une installation agréée peut prendre « {word} »",
                            f"Only a licensed plant may take “{word}”")  # fmt: skip

    def _safe(self, asks: Requirement, offer: Said, known_uses: frozenset[str]) -> Iterator[Evidence]:
        contained = offer.of("marker") and offer.of("thing") & {"container", "box", "plastic"}
        if contained and "food_content" not in offer.of("assured"):
            yield never("Le contenu précédent n'est pas alimentaire", "What it held before is not food")
        elif not offer.of("thing") & asks.accepts and not known_uses & asks.uses:
            yield Evidence(UNPROVEN_SAFE, f"{asks.reason_fr}, sauf preuve du contraire",
                           f"{asks.reason_en}, unless proven otherwise")  # fmt: skip

    def _doubts(self, asks: Requirement, offer: Said) -> Iterator[Evidence]:
        """Yield a doubt for each word nobody vouches for: into something sensitive goes only what is known."""
        known = self._harmless | {("thing", thing) for thing in asks.accepts}
        for word, its_stem, parts in offer.means:
            if not parts & known and its_stem not in self._safe_words[asks.purpose]:
                yield Evidence(DOUBT, f"« {word} » : inconnu pour cet usage, à vérifier",
                               f"“{word}”: not known for this use, to be checked")  # fmt: skip

    def _related(self, offer: Said, need: Said, purposes: list[str]) -> Iterator[Evidence]:
        given, asked = offer.of("thing"), need.of("thing")
        taken = {t for p in purposes for t in self._asks[p].accepts}
        if given & taken or "*" in taken:
            fr, en = "Débouché courant de ce qui est offert", "A usual outlet for what is offered"
            yield Evidence(ACCEPTED, fr, en, link=True)
        if given & asked:
            word = offer.words["thing", min(given & asked)]
            yield Evidence(SAME, f"Même ressource : {word}", f"Same resource: {word}", link=True)
        elif given and (asked or purposes) and not given & taken and "*" not in taken:
            bodies = [{self._rank["thing", t] == BODILESS for t in side} for side in (given, asked)]
            points = OTHER_KIND if bodies == [{False}, {True}] else UNRELATED
            yield Evidence(points, "Ressource et besoin sans lien connu", "No known link between offer and need")
