"""Resources, uses, sectors and waste codes by their names, for people who look around."""

import re
from collections.abc import Iterable, Iterator

from symbiosis.domain.explored import Finding
from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.views import Label

SUBCLASS = re.compile(r"\b(\d\d\.\d\d)[a-z]\b")  # of the NAF: 47.11Z, as it stands on the papers of French firms
WHATS = ("resources", "uses", "sectors", "waste")
Told = tuple[Finding, str, str]  # what, its own names folded, all its words folded


class Finder:
    """Searches all names; made once from the rows."""

    def __init__(self, rows: KnowledgeRows) -> None:
        """Index every name."""
        self._told = {what: list(_told(found)) for what, found in zip(WHATS, _all(rows), strict=True)}

    def counts(self) -> dict[str, int]:
        """Return how many there are of each."""
        return {what: len(told) for what, told in self._told.items()}

    def find(self, text: str, what: str) -> list[Finding]:
        """Return what holds every word of a text, names before synonyms; all by name where no word is given."""
        typed = SUBCLASS.sub(r"\1", fold(text).replace("*", " ")).split()
        found = [told for told in self._told[what] if all(word in told[2] for word in typed)]
        return [f for f, _, _ in sorted(found, key=lambda told: _order(told, typed))]


def _order(told: Told, typed: list[str]) -> tuple[bool, bool, str]:
    finding, names, _ = told
    text = " ".join(typed)
    first = finding.label.id if finding.what in ("sectors", "waste") else fold(finding.label.fr)
    begins = names.startswith(text) or finding.label.id.startswith(text)
    return not begins, not all(word in names for word in typed), first


def _told(found: Iterable[Finding]) -> Iterator[Told]:
    for f in found:
        names = fold(f"{f.label.fr} {f.label.en} {f.label.id}")
        yield f, names, f"{names} {fold(f.told)} {f.label.id.replace(' ', '')}"


def _all(rows: KnowledgeRows) -> tuple[Iterator[Finding], ...]:
    return (
        (Finding("resources", Label(r.id, r.fr, r.en), _words(r.synonyms_fr, r.synonyms_en)) for r in rows.resources),
        (Finding("uses", Label(u.id, u.fr, u.en), _words(u.synonyms_fr, u.synonyms_en)) for u in rows.uses),
        (Finding("sectors", Label(s.nace, s.fr, s.en), "") for s in rows.sectors),
        (Finding("waste", Label(e.code, e.fr, e.en), _words(e.words_fr, e.words_en), e.hazardous) for e in rows.waste),
    )


def _words(*lists: tuple[str, ...]) -> str:
    return ", ".join(word for words in lists for word in words)
