"""Words brought to their stems, so that inflections of French and English words meet."""

from functools import lru_cache
from threading import Lock

import Stemmer

from symbiosis.knowledge.text import words

ENDING, LONG_ENDING, LONG = 1, 2, 7  # letters two forms of a short word, of a long one may differ by; of a long word

MADE_OF = ("eux", "euse", "euses")

_french, _english = Stemmer.Stemmer("french"), Stemmer.Stemmer("english")
_alone = Lock()  # a stemmer holds the word it works on: two threads would mix theirs, and the cache would keep it


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the shorter of the French and the English stem: nobody says in which language a word is.

    >>> stem("volantes") == stem("volant")
    True
    """
    with _alone:
        return str(min(_french.stemWord(word), _english.stemWord(word), key=len))


@lru_cache(maxsize=100_000)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's telling words, in order."""
    return tuple(stem(word) for word in words(text))


def akin(one: str, other: str) -> bool:
    """Return whether two words of one stem are forms of one word: stemmers of two languages sometimes cut too much.

    >>> akin("foyer", "foyers"), akin("foyer", "fois"), akin("h", "hs")
    (True, False, False)
    """
    shorter = min(len(one), len(other))
    if one == other or shorter == 1:
        return one == other
    if one.endswith(MADE_OF) != other.endswith(MADE_OF):  # resinous wood is not soiled by resin
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), shorter)
    return same >= shorter - (LONG_ENDING if shorter >= LONG else ENDING)
