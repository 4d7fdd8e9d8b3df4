"""What a text says of a thing: words of `attributes.csv`, told, denied ("sans colle") or welcomed ("gras acceptés")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from symbiosis.domain.fold import fold
from symbiosis.knowledge.attribute_seeds import Attribute
from symbiosis.knowledge.polarity import DENIES, UN, Word, denied_by, welcomed_in, wished_in
from symbiosis.knowledge.stems import akin, stem

LIST = re.compile(r"\w+")
WRITTEN = re.compile(r"[a-z0-9]+(?:/[0-9][0-9,.]*)?\*?")  # a word of a phrase; a star stands for any ending
ARTICLES = frozenset(LIST.findall("de d du des la le les l un une au aux the of a an s"))
FRENCH = frozenset(LIST.findall("de du des la le les et pour avec sans sur par ou en dans chez aux nos"))
ENGLISH = frozenset(LIST.findall("of the for and with without from to in our or by at"))
CLAUSE = re.compile(r"[;:()\n]|,(?!\d)|\.(?!\d)|\s-\s")
FREE_OF = re.compile(r"\bfree (of|from)\b")
X_FREE = re.compile(
    r"\b(\w+)-free\b|\b(nut|oil|gluten|lead|metal|glue|paint|plastic|zinc|iron|dust|allergen|salt|peat) free\b"
)
ACCENTED = re.compile(r"[éèêàâçôîûùœ]", re.IGNORECASE)
WORD = re.compile(r"[a-z0-9]+(?:/[0-9][0-9,.]*)?")
LONGEST = 2_000  # letters read; what comes after is not about one thing any more
SHORTEST_WORD = 3
SHORTEST_TYPO, SAME_WORD = 7, 90.0  # letters; rapidfuzz ratio, 0..100
WISHES = ("claim", "level", "exclusive")  # rules of what may be wished rather than asked
Pair = tuple[str, str]


@dataclass(frozen=True)
class Said:
    """(attribute, value) pairs a text tells, denies and welcomes, with the words that told them."""

    has: frozenset[Pair]
    lacks: frozenset[Pair]
    welcomes: frozenset[Pair]
    words: dict[Pair, str]
    told: frozenset[str]  # stems of all its words that are not denied
    denied: frozenset[str]
    means: tuple[tuple[str, str, frozenset[Pair]], ...]  # each word not denied, its stem and what it is part of

    def of(self, attribute: str) -> frozenset[str]:
        """Return the values told of an attribute."""
        return self._values.get(attribute, frozenset())

    @cached_property
    def _values(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(value for other, value in self.has if other == name) for name, _ in self.has}

    def tells(self, attributes: Iterable[str]) -> list[str]:
        """Return those of some attributes of which it tells a value, in their order."""
        return [attribute for attribute in attributes if attribute in self._values]

    def wanting(self, purposes: Iterable[Pair]) -> "Said":
        """Return the same, told for some purposes, each with the words that told it."""
        words = {("purpose", purpose): word for purpose, word in purposes}
        return replace(self, words=self.words | words) if words else self


@dataclass(frozen=True)
class _Phrase:
    attribute: Attribute
    words: tuple[tuple[str, str], ...]  # a stem and the word it is of; the beginning of a word and ''
    written: str


@dataclass(frozen=True)
class _Match:
    phrase: _Phrase
    start: int
    end: int


class Reader:
    """Finds the attributes of texts; made once."""

    def __init__(self, attributes: Iterable[Attribute], names: Iterable[str] = ()) -> None:
        """Index the words of each language; the words of `names` are never taken for misspelled ones."""
        self._spelt = frozenset(WORD.findall(fold("\n".join(names))))
        rows = list(attributes)
        self._by_language = {
            "fr": _index(_Phrase(a, pattern(w), w) for a in rows for w in a.words_fr),
            "en": _index(_Phrase(a, pattern(w), w) for a in rows for w in a.words_en),
        }
        self._vocabulary = sorted({w for a in rows for n in (*a.words_fr, *a.words_en) for w in WORD.findall(fold(n))})
        self._known = frozenset(self._vocabulary)
        self.read = lru_cache(maxsize=4_000)(self._read)

    def _read(self, text: str) -> Said:
        words = self.words(text[:LONGEST])
        matches = [m for language in languages(text, words) for m in self._matches(words, language)]
        denied, welcomed, wished = denied_by(words), welcomed_in(words), wished_in(words)
        told: dict[str, set[Pair]] = {"has": set(), "lacks": set(), "welcomes": set()}
        why: dict[Pair, str] = {}
        for m in _longest(matches):
            pair = _pair(m)
            inside = range(m.start, m.end)
            soft = m.start in welcomed or (m.start in wished and m.phrase.attribute.rule in WISHES)
            kind = "lacks" if denied[m.start] not in (-1, *inside) else "welcomes" if soft else "has"
            told[kind].add(pair)
            why.setdefault(pair, " ".join(words[i].text for i in inside))
        told_stems = frozenset(w.stem for w, d in zip(words, denied, strict=True) if d < 0)
        un = {stem(w.text[2:]) for w in words if UN.match(w.text)}
        no = frozenset({w.stem for w, d in zip(words, denied, strict=True) if d >= 0} | un)
        means = tuple(
            (w.text, w.stem, frozenset(_pair(m) for m in matches if m.start <= i < m.end))
            for i, w in enumerate(words)
            if denied[i] < 0 and w.text not in DENIES and w.text.isalpha() and len(w.text) >= SHORTEST_WORD
        )
        has, lacks, welcomes = (frozenset(told[kind]) for kind in ("has", "lacks", "welcomes"))
        return Said(has, lacks, welcomes, why, told_stems, no, means)

    def words(self, text: str) -> list[Word]:
        """Return the words of a text as they are compared, without articles."""
        folded = FREE_OF.sub("without", X_FREE.sub(lambda m: f"without {m[1] or m[2]}", fold(text)))
        found = []
        for clause, part in enumerate(CLAUSE.split(folded)):
            for word in WORD.findall(part):
                if word not in ARTICLES:
                    known = self._spelling(word)
                    found.append(Word(known, stem(known), clause))
        return found

    @lru_cache(maxsize=20_000)  # noqa: B019 a reader lives as long as the program
    def _spelling(self, word: str) -> str:
        if len(word) < SHORTEST_TYPO or word in self._spelt or word in self._known or word.rstrip("sxe") in self._known:
            return word
        near = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=SAME_WORD)
        return str(near[0]) if near and near[0][0] == word[0] else word

    def _matches(self, words: list[Word], language: str) -> Iterable[_Match]:
        for start, word in enumerate(words):
            for phrase in self._begun_by(word.text, language):
                end = start + len(phrase.words)
                if end <= len(words) and all(map(fits, words[start + 1 : end], phrase.words[1:])):
                    yield _Match(phrase, start, end)

    @lru_cache(maxsize=40_000)  # noqa: B019 a reader lives as long as the program
    def _begun_by(self, text: str, language: str) -> tuple[_Phrase, ...]:
        """Return the phrases whose first word this is."""
        word, index = Word(text, stem(text), 0), self._by_language[language]
        return tuple(phrase for phrase in index.get(text[:2], ()) if fits(word, phrase.words[0]))


def _pair(match: _Match) -> Pair:
    return match.phrase.attribute.attribute, match.phrase.attribute.value


def pattern(written: str) -> tuple[tuple[str, str], ...]:
    """Return a phrase as it is compared: each word's stem and itself, or the beginning of a word and ''."""
    words = WRITTEN.findall(fold(written))
    return tuple((w[:-1], "") if w.endswith("*") else (stem(w), w) for w in words if w not in ARTICLES)


def _index(phrases: Iterable[_Phrase]) -> dict[str, list[_Phrase]]:
    index: dict[str, list[_Phrase]] = {}
    for phrase in phrases:
        if phrase.words:
            its_stem, written = phrase.words[0]
            index.setdefault((written or its_stem)[:2], []).append(phrase)
    return index


def fits(word: Word, wanted: tuple[str, str]) -> bool:
    """Return whether a word of a text is the one a phrase wants."""
    if not wanted[1]:
        return word.text.startswith(wanted[0])
    return word.stem == wanted[0] and akin(word.text, wanted[1])


def languages(text: str, words: list[Word]) -> tuple[str, ...]:
    """Return the language of the text, both when nothing in it tells."""
    if ACCENTED.search(text):
        return ("fr",)
    french, english = (sum(w.text in known for w in words) for known in (FRENCH, ENGLISH))
    return ("fr",) if french > english else ("en",) if english > french else ("fr", "en")


def _longest(matches: list[_Match]) -> list[_Match]:
    """Drop what lies wholly inside a longer match of the same attribute, or inside an assurance."""
    return [
        m
        for m in matches
        if not any(
            o.phrase.attribute.attribute in (m.phrase.attribute.attribute, "assured")
            and o.start <= m.start
            and m.end <= o.end
            and o.end - o.start > m.end - m.start
            for o in matches
        )
    ]
