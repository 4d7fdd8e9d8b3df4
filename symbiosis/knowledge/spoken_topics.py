"""What a firm's text is about: the things it names, by how clearly it means them and what is done with them."""

import re
from collections.abc import Iterable, Mapping, Sequence

from symbiosis.domain.fold import fold, spoken
from symbiosis.domain.knowledge import Resource
from symbiosis.knowledge.acts import does, is_act
from symbiosis.knowledge.beside import found_beside
from symbiosis.knowledge.measured import measured
from symbiosis.knowledge.phrases import Found, Phrases, longest
from symbiosis.knowledge.situation_seeds import GOODS_GO, Topic
from symbiosis.knowledge.topic_words import TopicWords

STRONG, WEAK, AGAIN, FIRST = 1.0, 0.5, 0.2, 0.2  # strength of a topic: named, hinted at, named once more, named first
DONE, BESIDE_IT = 0.9, 0.6  # of a hint beside what is done with it; of what is only a place or an introduction
MOST_AGAIN = 3
ONLY_DONE = {
    "buy": "pay",
    "train": "train",
    "skill": "skill",
}  # modes of which a thing alone does not speak, and their acts
AFTERNOON = re.compile(r"\bapr[eè]s[- ]midis?\b", re.I)
COLD = re.compile(r"(?<![\d,.])-\s?\d+ ?°|\b[0-8] ?°|\bfrigo|\br[ée]frig[ée]r|\bsurgel|\bfroid", re.I)
LACKING = re.compile(
    r"\b(?:sans|ni|non titulaire\w*|pas (?:le|de)) (?:le |la |les |de |d')?(?:caces|permis|habilit\w+|certif\w+)"
)


class TopicReader:
    """Reads the topics of texts in one language; made once."""

    def __init__(self, topics: Mapping[str, Topic], resources: Iterable[Resource], lang: str) -> None:
        """Index the words of every topic."""
        self._topics, self._lang = topics, lang
        named = TopicWords(topics, resources, lang)
        self._strong, self._weak = Phrases(named.strong), Phrases(named.weak)

    def read(self, text: str, goes: bool) -> tuple[dict[str, float], dict[str, str]]:
        """Return strength and words by topic; `goes`: the text names a place elsewhere."""
        plain = spoken(text[:2_000])
        named = [hit for hit in longest(self._strong.find(text)) if not _lacked(hit, text)]
        hints = [hit for hit in self._weak.find(AFTERNOON.sub(" ", text)) if not hit.denied]
        strength, words = self._weigh(self._clearness(text, plain, named, goes))
        for hit in hints if max(strength.values(), default=0.0) < STRONG else ():
            told_of = DONE if self._done(hit, plain) and (goes or hit.key != GOODS_GO) else WEAK
            strength[hit.key] = max(strength.get(hit.key, 0.0), told_of)
            words.setdefault(hit.key, hit.text)
        for topic, said in measured(text):
            strength[topic] = max(strength.get(topic, 0.0), STRONG + FIRST)
            words.setdefault(topic, said)
        self._learnt(plain, strength)
        _chilled(text, strength, words)
        return strength, words

    def _clearness(self, text: str, plain: str, named: Sequence[Found], goes: bool) -> Iterable[tuple[Found, float]]:
        """Yield what is named for itself, then what is only beside it or what nobody says to buy or to throw away."""
        beside = found_beside(text, named)
        beside += [hit for hit in named if hit not in beside and self._unlike(hit, plain, goes)]
        own = [hit for hit in named if hit not in beside]
        yield from ((hit, STRONG) for hit in own)
        yield from ((hit, BESIDE_IT if own or hit.key == GOODS_GO else DONE) for hit in beside)

    def _unlike(self, hit: Found, plain: str, goes: bool) -> bool:
        """Tell whether what is done speaks against a topic: goods that go nowhere, waste that is bought."""
        mode = self._topics[hit.key].mode
        throws = does("fill", plain, self._lang)
        if mode in ONLY_DONE:
            return not does(ONLY_DONE[mode], plain, self._lang) or (
                mode == "buy" and throws and not does("buy", plain, self._lang)
            )
        if mode == "fill":
            return not throws and (goes or does("order", plain, self._lang))
        return (hit.key == GOODS_GO and not goes) or (mode == "room" and goes and not does("room", plain, self._lang))

    def _done(self, hit: Found, plain: str) -> bool:
        """Tell whether what is done with a thing makes a hint clear: « bois » to be thrown away is waste wood."""
        act = hit.key if is_act(hit.key) else self._topics[hit.key].mode
        return does(act, plain, self._lang)

    def _weigh(self, hits: Iterable[tuple[Found, float]]) -> tuple[dict[str, float], dict[str, str]]:
        strength: dict[str, float] = {}
        words: dict[str, str] = {}
        until: dict[str, int] = {}
        for rank, (hit, clearness) in enumerate(hits):
            if hit.key not in strength:
                strength[hit.key] = clearness + FIRST * (rank == 0)
                words[hit.key] = hit.text
            elif clearness >= STRONG and hit.start >= until[hit.key]:
                strength[hit.key] = min(strength[hit.key] + AGAIN, STRONG + FIRST + AGAIN * MOST_AGAIN)
            until[hit.key] = max(hit.end, until.get(hit.key, 0))
        return strength, words

    def _learnt(self, plain: str, strength: dict[str, float]) -> None:
        """Drop the thing itself where somebody is to be trained for it."""
        if does("train", plain, self._lang) and any(self._topics[t].mode == "train" for t in strength):
            for other in [t for t in strength if self._topics[t].mode != "train"]:
                del strength[other]


def _lacked(hit: Found, text: str) -> bool:
    """Tell whether a phrase is only said to be missing from a person: « sans CACES »."""
    return hit.denied and bool(LACKING.search(fold(text)))


def _chilled(text: str, strength: dict[str, float], words: dict[str, str]) -> None:
    """Take what is stored in the cold as cold storage."""
    if "warehouse" in strength and COLD.search(text):
        strength["cold_store"] = max(strength.pop("warehouse"), strength.get("cold_store", 0.0))
        words.setdefault("cold_store", words["warehouse"])
