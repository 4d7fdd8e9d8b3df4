"""The gallery of explained questions."""

from symbiosis.domain.errors import NotFound
from symbiosis.domain.fold import fold
from symbiosis.domain.gallery import GalleryEntry
from symbiosis.store import gallery


def every() -> tuple[GalleryEntry, ...]:
    """Return the whole gallery."""
    return gallery.every()


def get(name: str) -> GalleryEntry:
    """Return a question of the gallery; NotFound when there is none."""
    found = next((entry for entry in every() if entry.name == name), None)
    if found is None:
        raise NotFound(f"gallery {name}")
    return found


def nearest(text: str, but: str = "") -> GalleryEntry:
    """Return the question, `but` one, that shares the most words with a text in Cypher: for whoever got no answer.

    >>> nearest("MATCH (q:Question)-[:ASKED_ABOUT]->(r) RETURN q.answer").name
    'hypotheses_confirmed'
    """
    words = _words(text)
    others = (entry for entry in every() if entry.name != but)
    return max(others, key=lambda entry: _likeness(words, _words(entry.text)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _words(text: str) -> frozenset[str]:
    body = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    return frozenset(fold("".join(c if c.isalnum() or c == "_" else " " for c in body)).split())
