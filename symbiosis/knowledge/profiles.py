"""Reads the firms of a situation: what each speaks of, what it says of it, when, where and whether it wants company."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import situation_seeds
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.phrases import Found, Phrases, longest
from symbiosis.knowledge.profile import Profile, Setting
from symbiosis.knowledge.situation_seeds import Topic
from symbiosis.knowledge.slots import SPAN, moments, slots
from symbiosis.knowledge.stance import stance
from symbiosis.knowledge.whereabouts import destinations, far_km, nearby, radius_km

STRONG, WEAK, AGAIN, FIRST = 1.0, 0.5, 0.2, 0.2  # strength of a topic: named, hinted at, named once more, named first
MOST_AGAIN = 3
FROZEN, FRESH, ROOM = -10, 10, 30  # °C, upper bounds of what is frozen, chilled and ambient
WAY = re.compile(r"\b(?:à|a|distante?s? de|moins de) \d+ ?(?:k?m|kilom[eè]tres?|m[eè]tres?)\b(?! ?[23])")
PLACES_HELD = re.compile(r"\bemplacements?(?: palettes?)?\b", re.I)
BUYING = re.compile(
    r"\b(?:achat\w*|achet\w*|commande\w*|fourni\w*|contrat\w*|prix|tarif\w*|factur\w*|negoci\w*|renouvel\w*"
    r"|[mgk]wh|/an"
    r"|consomm\w*|approvision\w*|group\w*|echeance|cher\w*|€|euros?|buy\w*|purchas\w*|contract\w*|price\w*)"
)
CACES = re.compile(r"\bcaces\b")
HABILITATION = re.compile(r"\bhabilitations? (?:elec|b[0-9rcs]|h[0-9c]|b et|haute tension|basse tension)")
COLD = re.compile(r"(?<![\d,.])-\s?\d+ ?°|\b[0-8] ?°|\bfrigo|\br[ée]frig[ée]r|\bsurgel|\bfroid", re.I)
SHORTEST_PART, MOST_SHARED = 4, 2
GENERAL = frozenset(
    word
    for line in (
        "temps partage partagee commune commun groupe machine machines materiel service achat achats location",
        "contrat responsable technicien formation collecte local locaux salle personnel industriel",
        "industrielle travail usage usagee usages vide vides propre neuf neuve entretien bureau maintenance",
        "produit produits deux trois assistant assistante charge chargee equipe agent entreprise capacite",
        "place places pour vers avec sans dans notre nous nos unite banc poste lieu jour jours risque mise",
        "point pres plan main mains haute grand petit camion camions controle stock surface espace eaux usees",
        "terre projet marque client clients conducteur operateur ingenieur acheter achetons neufs recyclage",
        "usine site restes reste chutes lame niveau plateforme atelier jeunes tous faire personne personnes",
        "elevateur panneau panneaux chaise tables soudure sous sante ronde",
    )
    for word in line.split()
)
TRAINS = re.compile(
    r"\b(?:formations?|former|forme|inscri\w*|sessions?|recycl\w*|stagiaires?|repasser|passer|training|train)\b"
)
LACKING = re.compile(
    r"\b(?:sans|ni|non titulaire\w*|pas (?:le|de)) (?:le |la |les |de |d')?(?:caces|permis|habilit\w+|certif\w+)"
)
POINT = re.compile(r"\b(\d{1,2}) ?h(?:eures?)?(?: ?[0-5]\d)?\b(?! ?(?:/|par|de travail|d'|semaine|mois))")
LAST_HOUR = 24


class ProfileReader:
    """Makes profiles of firms; made once."""

    def __init__(self, rows: KnowledgeRows) -> None:
        """Read the tables of topics, traits and places."""
        self.topics: Mapping[str, Topic] = {t.id: t for t in situation_seeds.read_topics()}
        traits = situation_seeds.read_traits()
        sharing = {s.resource_id: s for s in rows.sharing}
        radius = {t.id: radius_km(sharing.get(t.resource_id)) for t in self.topics.values()}
        self.setting = Setting(traits, situation_seeds.read_places(), radius)
        named = self.topics.values()
        self._strong = Phrases((t.id, words) for t in named for words in t.words)
        self._weak = Phrases((t.id, words) for t in named for words in t.weak)
        self._hints = Phrases((t.id, words) for t in named for words in _telling(t, named))
        self._traits = Phrases((f"{t.attribute} {t.value}", words) for t in traits for words in t.words)
        self._told = lru_cache(maxsize=4_000)(self._read)

    def profile(self, firm: Mapping[str, Any], lang: str) -> Profile:
        """Return what a row of `id`, `commune` and `text_<lang>` (else `text_fr`) tells."""
        text = firm.get(f"text_{lang}") or firm.get("text_fr") or ""
        return self._told(str(firm["id"]), text, firm.get("commune", ""))

    def _read(self, firm_id: str, text: str, commune: str) -> Profile:
        topics, words = self._spoken_of(text)
        found = self._traits.find(text)
        still = PLACES_HELD.sub("palettes", WAY.sub(" ", text))
        amounts = measures(still)
        traits: dict[str, set[str]] = {}
        for hit in found:
            if not hit.denied:
                attribute, value = hit.key.split()
                traits.setdefault(attribute, set()).add(value)
        degrees = [a.value for a in amounts.amounts.get("temperature", ())]
        if degrees:
            traits.setdefault("temperature", set()).update(_grade(d) for d in degrees if d <= ROOM)
        if {"frozen", "chilled"} <= traits.get("temperature", set()) and any(d <= FROZEN for d in degrees):
            traits["temperature"].discard("chilled")
        lacks = frozenset((a, v) for a, v in (h.key.split() for h in found if h.denied) if v not in traits.get(a, ()))
        return Profile(
            id=firm_id,
            text=text,
            commune=commune,
            topics=topics,
            words=words,
            traits={name: frozenset(values) for name, values in traits.items() if values},
            lacks=lacks,
            stance=stance(text),
            slots=slots(text),
            measures=amounts,
            clock=_clock(text),
            goes=destinations(text, commune),
            far_km=far_km(text),
            nearby=nearby(text),
        )

    def _spoken_of(self, text: str) -> tuple[dict[str, float], dict[str, str]]:
        buys = bool(BUYING.search(fold(text)))
        strong = tuple(
            hit
            for hit in longest(self._strong.find(text))
            if not _lacked(hit, text) and (buys or self.topics[hit.key].mode != "buy")
        )
        weak = (*self._weak.find(text), *(self._hints.find(text) if not strong else ()))
        strength: dict[str, float] = {}
        words: dict[str, str] = {}
        for rank, hit in enumerate(strong):
            more = STRONG + FIRST * (rank == 0) if hit.key not in strength else AGAIN
            strength[hit.key] = min(strength.get(hit.key, 0.0) + more, STRONG + FIRST + AGAIN * MOST_AGAIN)
            words.setdefault(hit.key, hit.text)
        for hit in weak:
            strength.setdefault(hit.key, WEAK)
            words.setdefault(hit.key, hit.text)
        self._say_more(text, strength, words)
        return strength, words

    def _say_more(self, text: str, strength: dict[str, float], words: dict[str, str]) -> None:
        """Take a licence somebody is to be trained for as training, and what is stored in the cold as cold storage."""
        if CACES.search(fold(text)) and TRAINS.search(fold(text)) and "meeting_room" not in strength:
            strength |= {"forklift_training": STRONG + FIRST}
            words.setdefault("forklift_training", "CACES")
            for other in [t for t in strength if self.topics[t].mode in ("turns", "skill")]:
                del strength[other]
        if HABILITATION.search(fold(text)) and TRAINS.search(fold(text)):
            strength |= {"electrical_training": STRONG + FIRST}
            words.setdefault("electrical_training", "habilitation")
            for other in [t for t in strength if self.topics[t].mode == "skill"]:
                del strength[other]
        if "warehouse" in strength and COLD.search(text):
            strength["cold_store"] = max(strength.pop("warehouse"), strength.get("cold_store", 0.0))
            words.setdefault("cold_store", words["warehouse"])


def _telling(topic: Topic, topics: Iterable[Topic]) -> list[str]:
    """Return the single words of a topic's phrases that hardly any other topic has."""
    own = {w for phrase in topic.words for w in _parts(phrase)}
    shared = Counter(w for other in topics if other is not topic for w in {w for p in other.words for w in _parts(p)})
    return sorted(w for w in own if shared[w] < MOST_SHARED)


def _parts(phrase: str) -> list[str]:
    return [w for w in re.findall(r"[a-z]+\b(?!\*)", fold(phrase)) if len(w) >= SHORTEST_PART and w not in GENERAL]


def _lacked(hit: Found, text: str) -> bool:
    """Tell whether a phrase is only said to be missing from a person: « sans CACES »."""
    return hit.denied and bool(LACKING.search(fold(text)))


def _grade(degrees: float) -> str:
    return "frozen" if degrees <= FROZEN else "chilled" if degrees < FRESH else "ambient"


def _clock(text: str) -> frozenset[int]:
    plain = " ".join(re.sub(r"['’\-]", " ", fold(text[:2_000])).split())
    points = {int(m[1]) % LAST_HOUR for m in POINT.finditer(SPAN.sub(" ", plain)) if int(m[1]) <= LAST_HOUR}
    return frozenset(points | moments(text).get("hour", frozenset()))
