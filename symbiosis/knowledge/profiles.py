"""Reads the firms of a situation: what each speaks of, what it says of it, when, where and whether it wants company."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import situation_seeds
from symbiosis.knowledge.addresses import at_home, sites, within_km
from symbiosis.knowledge.journeys import ways
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.phrases import Phrases
from symbiosis.knowledge.profile import Profile, Setting
from symbiosis.knowledge.situation_seeds import Topic
from symbiosis.knowledge.slots import SPAN, moments, on_24_hours, slots
from symbiosis.knowledge.spoken_topics import TopicReader
from symbiosis.knowledge.stance import stance
from symbiosis.knowledge.whereabouts import destinations, far_km, nearby, radius_km

FROZEN, FRESH, ROOM = -10, 10, 30  # °C, upper bounds of what is frozen, chilled and ambient
WAY = re.compile(r"\b(?:à|a|distante?s? de|moins de) \d+ ?(?:k?m|kilom[eè]tres?|m[eè]tres?)\b(?! ?[23])")
LANGUAGES = ("fr", "en")
NOT_FOR = re.compile(r"\b(pas|non|not) (?:pour|en|dans|pr[eé]vue?s? pour|for|in|meant for)\b", re.I)
PLACES_HELD = re.compile(r"\bemplacements?(?: palettes?)?\b", re.I)
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
        self._topics = {lang: TopicReader(self.topics, rows.resources, lang) for lang in LANGUAGES}
        self._traits = {
            lang: Phrases((f"{t.attribute} {t.value}", words) for t in traits for words in t.said(lang))
            for lang in LANGUAGES
        }
        self._told = lru_cache(maxsize=4_000)(self._read)

    def profile(self, firm: Mapping[str, Any], lang: str) -> Profile:
        """Return what a row of `id`, `commune` and `text_<lang>` (else `text_fr`) tells."""
        text = firm.get(f"text_{lang}") or ""
        lang, text = (lang, text) if text else ("fr", firm.get("text_fr") or "")
        return self._told(str(firm["id"]), on_24_hours(text), firm.get("commune", ""), lang)

    def _read(self, firm_id: str, text: str, commune: str, lang: str) -> Profile:
        goes = destinations(text, commune)
        topics, words = self._topics[lang].read(text, bool(goes))
        found = self._traits[lang].find(NOT_FOR.sub(r"\1", text))
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
            begins=_begins(text),
            ends=_ends(text),
            clock=_clock(text),
            goes=goes,
            ways=ways(text),
            sites=sites(text),
            far_km=far_km(text),
            within_km=within_km(text),
            at_home=at_home(text, commune),
            nearby=nearby(text),
        )


def _grade(degrees: float) -> str:
    return "frozen" if degrees <= FROZEN else "chilled" if degrees < FRESH else "ambient"


def _begins(text: str) -> int:
    first = POINT.search(" ".join(re.sub(r"['’\-]", " ", fold(text[:2_000])).split()))
    return int(first[1]) % LAST_HOUR if first else -1


def _ends(text: str) -> frozenset[int]:
    plain = " ".join(re.sub(r"['’\-]", " ", fold(text[:2_000])).split())
    return frozenset(int(m[1]) % LAST_HOUR for m in POINT.finditer(plain) if int(m[1]) <= LAST_HOUR)


def _clock(text: str) -> frozenset[int]:
    plain = " ".join(re.sub(r"['’\-]", " ", fold(text[:2_000])).split())
    points = {int(m[1]) % LAST_HOUR for m in POINT.finditer(SPAN.sub(" ", plain)) if int(m[1]) <= LAST_HOUR}
    return frozenset(points | moments(text).get("hour", frozenset()))
