"""What popularity, and the most alike text, would answer: to print beside, so that a figure can be judged."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from symbiosis.knowledge.stems import stems

Row = Mapping[str, str]
DIVISION, GROUP, CLASS = 2, 4, 5  # letters of '10', '10.7' and '10.71'
POPULARITY, NEIGHBOUR = "popularity", "neighbour"


@dataclass(frozen=True)
class Asked:
    """What a task compares and answers: column names, `{lang}` standing for the language."""

    query_text: str
    row_text: str
    answer: str
    letters: int = 0  # of the codes that are kept, 0 for all


ASKED = {
    "T1": Asked("material_{lang}", "material_{lang}", "receiver_nace", DIVISION),
    "T2": Asked("material_{lang}", "material_{lang}", "low_code"),
    "T3": Asked("use_{lang}", "use_{lang}", "donor_nace", DIVISION),
    "T5": Asked("material_{lang}", "material_{lang}", "receiver_nace"),
}


class Baselines:
    """Answers queries from documented exchanges alone; those of the query's own place are left out."""

    def __init__(self, exchanges: Sequence[Row], queries: Sequence[Row], asked: Asked, lang: str) -> None:
        """Read the texts of the exchanges; the queries tell to which place a site belongs."""
        self._asked, self._lang, self._exchanges = asked, lang, exchanges
        place_of = {q.get("site", ""): q.get("place", "") for q in queries if q.get("site") and q.get("place")}
        self._place = [r.get("place") or place_of.get(r.get("site", ""), r.get("site", "")) for r in exchanges]
        self._text = [frozenset(stems(r.get(asked.row_text.format(lang=lang)) or "")) for r in exchanges]
        self._answer = [_codes(r.get(asked.answer) or "", asked.letters) for r in exchanges]
        held = Counter(stem for text in self._text for stem in text)
        self._weight = {stem: log(1 + len(exchanges) / n) for stem, n in held.items()}

    def answer(self, query: Row) -> dict[str, list[str]]:
        """Return both rankings for a query."""
        kept = [i for i in range(len(self._exchanges)) if not self._own(i, query)]
        popular = Counter(code for i in kept for code in self._answer[i])
        text = frozenset(stems(query[self._asked.query_text.format(lang=self._lang)]))
        near: dict[str, float] = {}
        for i in kept:
            likeness = self._likeness(text, self._text[i])
            for code in self._answer[i]:
                near[code] = max(near.get(code, 0.0), likeness)
        return {
            POPULARITY: sorted(popular, key=lambda code: (-popular[code], code)),
            NEIGHBOUR: sorted(near, key=lambda code: (-near[code], -popular[code], code)),
        }

    def _own(self, i: int, query: Row) -> bool:
        """Tell whether an exchange is of the query's place, or, where no place is told, the query's own row."""
        row, places = self._exchanges[i], {query.get("place"), query.get("site")} - {None, ""}
        return self._place[i] in places or row.get("site") in places or row.get("case_id") == query.get("case_id")

    def _likeness(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the cosine of two sets of words, rare ones counting more."""
        common = self._length(one & other)
        return common / max(sqrt(self._length(one) * self._length(other)), 1e-9)

    def _length(self, text: frozenset[str]) -> float:
        return sum(self._weight.get(stem, 1.0) ** 2 for stem in sorted(text))


def _codes(cell: str, letters: int) -> tuple[str, ...]:
    """Return the codes of a cell; where all are kept, a class is followed by its group and its division."""
    codes = [code.strip().rstrip("*").strip() for code in cell.split("|") if code.strip()]
    if letters:
        return tuple(dict.fromkeys(code[:letters] for code in codes))
    if all(code[2:3] == "." or len(code) == DIVISION for code in codes):
        return tuple(dict.fromkeys(code[:size] for size in (CLASS, GROUP, DIVISION) for code in codes))
    return tuple(codes)
