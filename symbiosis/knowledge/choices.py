"""What a person may have meant by a few words, to choose from: resources, uses or sectors."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import KnowledgeRows, Use
from symbiosis.domain.views import Label
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.text import words

MOST, LONGEST = 8, 300  # choices, letters read
RESEMBLING = 60.0  # rapidfuzz WRatio, 0..100
CODE_LETTERS = 2


def choices(knowledge: Knowledge, what: str, text: str) -> tuple[Label, ...]:
    """Return the things a text may mean, best first; `what` is resource, like, use or nace."""
    typed, named = text[:LONGEST], names(knowledge.rows)
    if not typed.strip():
        return ()
    if what in ("resource", "like"):
        found: Iterable[str] = (hit.key for hit in knowledge.linker.lexicon.find(typed, MOST))
    elif what == "use":
        found = _resembling(typed, ((u.id, name) for u in knowledge.rows.uses for name in _names(u)))
    else:
        found = (*_under(knowledge.rows, typed), *_resembling(typed, _sector_names(knowledge.rows)))
    return tuple(named[thing] for thing in list(dict.fromkeys(found))[:MOST])


def exactly(knowledge: Knowledge, what: str, text: str) -> Label | None:
    """Return the one thing that has exactly this name, id or code."""
    things, phrase = _things(knowledge.rows, what), words(text[:LONGEST])
    typed = _code(text) if what == "nace" else text.strip()
    same = [t for t in things if t.id == typed] or [t for t in things if phrase in (words(t.fr), words(t.en))]
    return same[0] if phrase and len(same) == 1 else None


def names(rows: KnowledgeRows) -> dict[str, Label]:
    """Return everything that has a name, by its id or code."""
    return {thing.id: thing for what in ("resource", "use", "nace") for thing in _things(rows, what)}


def _things(rows: KnowledgeRows, what: str) -> list[Label]:
    if what == "use":
        return [Label(u.id, u.fr, u.en) for u in rows.uses]
    if what == "nace":
        return [Label(s.nace, s.fr, s.en) for s in rows.sectors]
    return [Label(r.id, r.fr, r.en) for r in rows.resources]


def _names(thing: Use) -> tuple[str, ...]:
    return (thing.fr, thing.en, *thing.synonyms_fr, *thing.synonyms_en)


def _sector_names(rows: KnowledgeRows) -> Iterable[tuple[str, str]]:
    return ((s.nace, name) for s in rows.sectors for name in (s.fr, s.en))


def _under(rows: KnowledgeRows, typed: str) -> list[str]:
    """Return the sectors whose code begins as typed, '10.71Z' meaning 10.71."""
    code = _code(typed)
    starts = len(code) >= CODE_LETTERS and code[0].isdigit()
    return [s.nace for s in rows.sectors if starts and s.nace.startswith(code)]


def _code(typed: str) -> str:
    return typed.strip().upper().rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _resembling(typed: str, named: Iterable[tuple[str, str]]) -> list[str]:
    pairs = list(named)
    folded = [fold(name) for _, name in pairs]
    near = process.extract(fold(typed), folded, scorer=fuzz.WRatio, score_cutoff=RESEMBLING, limit=3 * MOST)
    return [pairs[position][0] for _, _, position in near]
