"""Is this pair of an offer and a need worth a telephone call? Points that add up, and rules that nothing outweighs."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.linker import Linker
from symbiosis.knowledge.pair_evidence import PairEvidence
from symbiosis.knowledge.pair_points import read_points, total

WORTH_A_CALL, NEVER_ABOVE = 0.5, 0.02  # probability
READ = 2_000  # letters of a text that are read


@dataclass(frozen=True)
class Judged:
    """The verdict on a pair: `probability` 0..1 that it is compatible, and why, weightiest first."""

    compatible: bool
    probability: float
    reasons: tuple[str, ...]


class PairJudge:
    """Judges pairs of an offered and a wanted thing, in the words of the firms; made once."""

    def __init__(self, rows: KnowledgeRows, linker: Linker, exchange: Exchange) -> None:
        """Read what evidence is gathered from and what each kind of it weighs."""
        self._evidence = PairEvidence(rows, linker, exchange)
        self._points = read_points()

    def judge(self, offer_text: str, need_text: str, lang: str = "fr") -> Judged:
        """Return whether what is offered fits what is wanted; reasons are in the language asked."""
        if not all(any(map(str.isalpha, text)) for text in (offer_text[:READ], need_text[:READ])):
            return Judged(False, 0.0, ("A text is empty" if lang == "en" else "Un texte est vide",))
        found = self._evidence.of(offer_text[:READ], need_text[:READ])
        likely = 1 / (1 + exp(-total(found, self._points)))
        if any(e.never for e in found):
            likely = min(likely, NEVER_ABOVE)
        weight = {e.kind: abs(self._points[e.kind].first * e.amount) for e in found if e.kind in self._points}
        told = [e for e in found if e.never or weight.get(e.kind)]
        weighed = sorted(told or found, key=lambda e: (not e.never, -weight.get(e.kind, 0.0), e.fr))
        reasons = tuple(dict.fromkeys(e.sentence(lang) for e in weighed))
        return Judged(likely >= WORTH_A_CALL, round(likely, 4), reasons)


def pair_line(judge: PairJudge, query: Mapping[str, str], lang: str) -> dict[str, object]:
    """Return the answer to one query of `id`, `offer_text` and `need_text`."""
    judged = judge.judge(query["offer_text"], query["need_text"], lang)
    return {
        "case_id": query["id"],
        "task": f"P.{lang}",
        "compatible": judged.compatible,
        "probability": judged.probability,
        "reasons": list(judged.reasons),
    }
