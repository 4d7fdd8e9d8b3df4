"""What a need is for: the purposes it names, without those a narrower one or the offer itself shows to be stray."""

import re
from collections.abc import Iterable

from symbiosis.knowledge.attribute_seeds import Attribute, Requirement
from symbiosis.knowledge.attributes import Said

WORD = re.compile(r"\w+")
SENSITIVE = 1  # rank of a purpose
BODILESS, DANGEROUS = 1, 2  # ranks of a thing that is no substance, and of one that harms
TOXIC = 2  # from this rank on, a taint harms
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
    "boiler_water": {"small_burner", "home_heat"},
    "insulation": {"home_heat"},
    "road": {"home_heat"},
}
TOUCHED = {"food", "drinking", "food_container", "skin", "children"}  # what holds or works there touches people
INERT = {"metal", "glass", "cable", "machine", "electronics"}  # neither eaten nor burnt nor dug in
TOOLS = {"machine", "electronics", "furniture", "bicycle", "metal", "water", "gas"}  # stand in the names of equipment
DRUNK = {"drinking", "food", "skin", "fish_pond", "feed_pig_poultry", "feed_ruminant", "feed_other"}
BURNT = {"wood", "panel", "pallet", "bark", "straw", "paper", "nut_shell", "plastic", "green"} | {
    "fuel_oil", "mineral_oil",
}  # fmt: skip
LIVED_IN = frozenset(  # words of where somebody lives, that name no fire
    WORD.findall(
        "maison foyer foyers gite chalet particulier particuliers appartement famille familles riverains pavillon"
        " pavillons veranda house cottage families residents bungalow cabin householder farmhouse campers"
    )
)
AIRS = {"greenhouse_air"}  # take gases alone
FUMES = {"exhaust", "combustion_residue"}
KEEPS = {"storage", "cold_storage", "transport"}  # what was in them before stays on what comes after
ROOMS = {"storage", "cold_storage", "workshop", "room", "parking", "land", "roof"}  # told by what they hold
WARMTH = {"heat", "steam"}
HOLDERS = {"container", "box", "plastic", "pallet"}
EATEN = {
    "grain",
    "bread",
    "vegetable",
    "dairy",
    "sugar",
    "vegetable_oil",
    "coffee",
    "food_surplus",
    "fish",
    "alcohol",
    "foodstuff",
}
SERVED = EATEN | {"catering", "bread", "meat"}
STORED = {"storage", "food"}  # purposes of who keeps something in a vessel
PACKS = ("emball", "ensach", "condition", "embouteill", "rempl", "pack", "bagging", "fill", "bottl")  # beginnings


class Aims:
    """Says which purposes of a need hold; made once."""

    def __init__(self, attributes: Iterable[Attribute], asks: dict[str, Requirement]) -> None:
        """Index the ranks; `asks`: what each purpose asks."""
        self._rank = {(a.attribute, a.value): a.rank for a in attributes}
        self._asks = asks
        self._unembodied = {value for (name, value), rank in self._rank.items() if name == "thing" and rank == BODILESS}

    def of(self, need: Said) -> list[str]:
        """Return the purposes a need names, without those a narrower one makes void."""
        named = need.of("purpose") | {value for name, value in need.welcomes if name == "purpose"}
        void = {wide for purpose in named for wide in NARROWER.get(purpose, ())}
        return sorted(named - void)

    def careful(self, need: Said) -> list[str]:
        """Return the sensitive purposes a need names, whatever is offered."""
        return [p for p in self.of(need) if self._rank["purpose", p] == SENSITIVE]

    def hold(
        self, need: Said, offer: Said, immaterial: bool = False, warms: bool = False
    ) -> tuple[list[str], list[str]]:
        """Return the purposes of a need that this offer has to suit, and which of them ask for caution.

        None asks for it when the offer is no substance. `immaterial`: the offer is known as a tool, a space, a
        service or people; `warms`: it is a heat that is wanted.
        """
        named = self.of(need) + self._packing(need, offer)
        solid = {t for t in offer.of("thing") if self._rank["thing", t] != BODILESS}
        clean = not self.toxic(offer)
        room = immaterial and clean and bool(offer.of("thing") & ROOMS) and solid <= HOLDERS
        if room or self._bodiless(offer, need):
            return named, []
        careful = self.careful(need) + self._packing(need, offer)
        kept = [p for p in careful if not self._stray(p, named, offer, need) and not self._unburnt(p, offer, need)]
        given = offer.of("thing")
        if warms and not offer.of("taint"):
            kept = [p for p in kept if p in DRUNK and "water" in given and "drinking" in named]
        kept = [p for p in kept if p in TOUCHED] if immaterial and solid <= TOOLS and (clean or solid) else kept
        return [p for p in named if p in kept or p not in careful], kept

    def _unburnt(self, purpose: str, offer: Said, need: Said) -> bool:
        """Return whether a home is only where somebody lives: nobody burns a tool, a room, a meal or a plant there."""
        lived_in = purpose == "home_heat" and need.words.get(("purpose", purpose), "") in LIVED_IN
        return lived_in and bool(offer.of("thing")) and not offer.of("thing") & BURNT

    def toxic(self, offer: Said) -> list[str]:
        """Return the taints of an offer that harm."""
        return [t for t in sorted(offer.of("taint")) if self._rank["taint", t] >= TOXIC]

    def _marked(self, offer: Said) -> bool:
        """Return whether what was in a thing before may harm what comes after."""
        other = "carried" in offer.of("marker") and "food_content" not in offer.of("assured")
        return other or bool(self.toxic(offer))

    def _bodiless(self, offer: Said, need: Said) -> bool:
        things = offer.of("thing")
        only = bool(things) and all(self._rank["thing", t] == BODILESS for t in things)
        only = only and not (things & KEEPS and self._marked(offer))
        warm = bool(things & WARMTH) and "heating" in need.of("purpose") and not self.toxic(offer)
        return only or warm

    def _packing(self, need: Said, offer: Said) -> list[str]:
        """Return the purpose of what a need packs food in, when it does not name it itself."""
        packs = any(word.startswith(PACKS) for word in need.told) and need.of("thing") & EATEN
        if offer.of("thing") & KEEPS and self._marked(offer) and need.of("thing") & SERVED:
            return ["food"]
        if "washing" in need.of("purpose") and need.of("thing") & EATEN and self.toxic(offer):
            return ["food"]
        kept = STORED & need.of("purpose") and need.of("thing") & HOLDERS and need.of("thing") & EATEN
        new = (packs or kept) and offer.of("thing") & HOLDERS and "food_container" not in need.of("purpose")
        return ["food_container"] if new and not offer.of("thing") & EATEN else []

    def _stray(self, purpose: str, named: list[str], offer: Said, need: Said) -> bool:
        """Return whether a purpose is read into a word: nobody takes this thing for it, but the need has another."""
        given, asks = offer.of("thing"), self._asks[purpose]
        harms = any(self._rank["thing", t] == DANGEROUS for t in given) or self.toxic(offer)
        if purpose in AIRS and given and not given & asks.accepts and not FUMES & offer.of("taint"):
            return True
        if not given or given & asks.accepts or harms or offer.of("taint") & asks.excludes:
            return False
        if purpose in TOUCHED or not given <= INERT | self._unembodied:
            return False
        others = (self._asks[p] for p in named if self._rank["purpose", p] != SENSITIVE)
        return bool(given & need.of("thing")) or any(given & other.accepts for other in others)
