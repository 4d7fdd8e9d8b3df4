"""Which words of a text are denied ("sans colle ni vernis", "non traité") and which are welcomed ("même humides")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

DENIES = {  # how many words after it a word denies
    **dict.fromkeys(
        ("sans", "without", "no", "ni", "nor", "jamais", "never", "hors", "sauf", "aucun", "aucune", "zero"), 4
    ),
    **dict.fromkeys(("exempt", "exempte", "exemptes", "exempts"), 4),
    **dict.fromkeys(("non", "pas", "not"), 2),
}
WORN_OUT = frozenset(("service", "usage", "calibre", "format", "gel", "norme", "normes", "saison", "cote", "sol"))
LACKED = frozenset(("ai", "avons", "have", "ont"))  # what somebody has not got is wanted, not refused
ENDS_DENIAL = frozenset(("mais", "but", "avec", "with", "pour", "for"))
REFUSED = re.compile(r"(refuse[es]{0,2}|exclu(e|s|es|ded)?|interdit(e|s|es)?|rejected|banned)$")
FOUND_NONE = frozenset(("negatif", "negative", "negatifs", "negatives"))  # of what was looked for: « amiante négatif »
COLDER = ("froid", "chambre", "temperature", "stock", "cold", "room", "energ")  # what is negative in degrees
FEW = 3  # words before it that it denies
WELCOMED = re.compile(r"(accept|admis|toler|bienvenu|welcome|allow)")
UN = re.compile(r"un\w{4,}ed$")
SOFT = tuple(  # without articles, as words are read
    tuple(phrase.split())
    for phrase in (
        "si possible", "preference", "idealement", "ideal", "pas oblige", "pas obligatoire", "pas indispensable",
        "serait mieux", "serait plus", "eventuellement", "if possible", "preferably", "preferred", "ideally",
        "not required", "nice to have", "would be nice", "not essential",
    )
)  # fmt: skip
EVEN = frozenset(("meme", "even"))


@dataclass(frozen=True)
class Word:
    """A word as it is compared, and the clause it stands in."""

    text: str
    stem: str
    clause: int


def denied_by(words: list[Word]) -> list[int]:
    """Return, for each word, the place of the word that denies it, or -1."""
    denied = [-1] * len(words)
    for place, word in enumerate(words):
        if _no_denial(*(words[i].text if 0 <= i < len(words) else "" for i in (place - 1, place, place + 1))):
            continue
        for other in (*_after(words, place), *_before(words, place, word)):
            denied[other] = place
    return denied


def _after(words: list[Word], place: int) -> Iterator[int]:
    """Yield the places that a word denies after it."""
    for after in range(place + 1, min(place + 1 + DENIES.get(words[place].text, 0), len(words))):
        if words[after].clause != words[place].clause or words[after].text in ENDS_DENIAL:
            return
        yield after


def _before(words: list[Word], place: int, word: Word) -> Iterator[int]:
    """Yield the places that a word denies before it: « plâtre refusé », « amiante négatif »."""
    few = range(max(place - FEW, 0), place)
    found_none = word.text in FOUND_NONE and not any(words[i].text.startswith(COLDER) for i in few)
    reach = range(place) if REFUSED.match(word.text) else few if found_none else ()
    yield from (before for before in reach if words[before].clause == word.clause)


def _no_denial(before: str, word: str, after: str) -> bool:
    """Return whether a word between two others denies nothing: "hors service", "j'ai pas de"."""
    return (word == "hors" and after in WORN_OUT) or (word in ("pas", "no") and before in LACKED)


def wished_in(words: list[Word]) -> set[int]:
    """Return the places of the words of a clause that wishes rather than asks: « bio si possible »."""
    text = [w.text for w in words]
    soft = {words[i].clause for i in range(len(words)) for phrase in SOFT if tuple(text[i : i + len(phrase)]) == phrase}
    return {i for i, w in enumerate(words) if w.clause in soft}


def welcomed_in(words: list[Word]) -> set[int]:
    """Return the places of the words that a text says it takes all the same."""
    clauses = {w.clause for w in words if WELCOMED.match(w.text)}
    found = {i for i, w in enumerate(words) if w.clause in clauses}
    for place, word in enumerate(words):
        if word.text in EVEN:
            found.update(i for i in range(place, len(words)) if words[i].clause == word.clause)
    return found
