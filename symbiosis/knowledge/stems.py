"""Words brought to their stems, so that inflections of French and English words meet."""

from functools import lru_cache

import snowballstemmer

from symbiosis.knowledge.text import words

_french, _english = snowballstemmer.stemmer("french"), snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the shorter of the French and the English stem: nobody says in which language a word is.

    >>> stem("volantes") == stem("volant")
    True
    """
    return str(min(_french.stemWord(word), _english.stemWord(word), key=len))


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's telling words, in order."""
    return tuple(stem(word) for word in words(text))
