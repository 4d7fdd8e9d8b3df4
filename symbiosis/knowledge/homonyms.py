"""One word, several things ("glaces", "chips"): two texts that share it may speak of different ones."""

from collections.abc import Iterable, Iterator

from symbiosis.knowledge.attribute_seeds import read_homonyms
from symbiosis.knowledge.attributes import Said
from symbiosis.knowledge.evidence import Evidence
from symbiosis.knowledge.stems import stem

OTHER_THING = -6.0
Senses = dict[str, frozenset[str]]  # a sense and the stems that hint at it


class Homonyms:
    """Tells the senses of shared words apart by the words around them; made once."""

    def __init__(self) -> None:
        """Read the table."""
        self._senses: dict[str, Senses] = {}
        for word, sense, hints in read_homonyms():
            self._senses.setdefault(stem(word), {})[sense] = frozenset(stem(hint) for hint in hints)

    def compare(self, offer: Said, need: Said) -> Iterator[Evidence]:
        """Yield what speaks against the pair: a word both tell, whose sense is clear on both sides and not the same."""
        for word in sorted(self._senses.keys() & offer.told & need.told):
            given, asked = (self._meant(word, side.told) for side in (offer, need))
            if given and asked and not given & asked:
                yield Evidence(
                    OTHER_THING, f"« {word} » : même mot, autre chose", f"“{word}”: same word, another thing"
                )

    def _meant(self, word: str, told: Iterable[str]) -> set[str]:
        """Return the senses most hinted at, none when nothing hints."""
        hinted = {sense: len(hints & set(told)) for sense, hints in self._senses[word].items()}
        most = max(hinted.values())
        return {sense for sense, count in hinted.items() if count == most} if most else set()
