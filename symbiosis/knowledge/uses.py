"""Text to use: what a firm says it would do with a resource."""

from collections.abc import Iterable

from symbiosis.domain.knowledge import Use
from symbiosis.knowledge.text import words


class UseFinder:
    """Recognises a use by its name or a synonym, in French or English."""

    def __init__(self, uses: Iterable[Use]) -> None:
        """Index the names by their telling words, then the synonyms that are nobody's name."""
        known = tuple(uses)
        self._names = {phrase: use.id for use in known for phrase in (words(use.fr), words(use.en))}
        for use in known:
            for synonym in (*use.synonyms_fr, *use.synonyms_en):
                self._names.setdefault(words(synonym), use.id)

    def find(self, text: str) -> str:
        """Return the id of the use the text names, '' when none does."""
        typed = words(text)
        if not typed:
            return ""
        if typed in self._names:
            return self._names[typed]
        told = set(typed)
        inside = [phrase for phrase in self._names if told.issuperset(phrase)]
        return self._names[max(inside, key=lambda p: (len(p), p))] if inside else ""
