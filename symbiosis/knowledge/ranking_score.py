"""Figures of the ranking tasks: how high the right answer stands; ties and what is not listed count as expected."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import comb
from typing import Any

from symbiosis.domain.knowledge import KnowledgeRows

Line = Mapping[str, Any]
Figures = dict[str, float]
DIVISION, GROUP, CLASS, SECTION = 2, 4, 5, 5  # letters of '10', '10.7', '10.71' and of '02 01'
FIRST = {"T1": (1, 3, 5), "T3": (1, 3, 5), "T4": (1, 3), "T2": (1, 5, 10), "section": (1, 3, 5), "firm": (10, 50, 100)}


@dataclass(frozen=True)
class Universe:
    """All that could be answered; `firms`: how many of each class a territory holds, empty when not given."""

    divisions: frozenset[str]
    classes: frozenset[str]
    codes: frozenset[str]
    firms: Mapping[str, int] = field(default_factory=dict)


def universe(rows: KnowledgeRows, firms: Mapping[str, int]) -> Universe:
    """Return the NACE divisions and classes and the waste codes of the knowledge."""
    nace = {sector.nace for sector in rows.sectors}
    return Universe(
        frozenset(n for n in nace if len(n) == DIVISION),
        frozenset(n for n in nace if len(n) == CLASS),
        frozenset(entry.code for entry in rows.waste),
        firms,
    )


def divisions(row: Mapping[str, str], ranked: Sequence[Any], known: Universe) -> Figures:
    """T1 and T3: return hit@1, 3, 5 and MRR."""
    return _figures(ranked, _listed(row["gold"]), known.divisions, FIRST["T1"])


def waste_codes(row: Mapping[str, str], ranked: Sequence[Any], known: Universe) -> Figures:
    """T2: return hit@1, 5, 10 and MRR on six digits where they are known, and hit@1, 3, 5 on the section."""
    found = _figures(ranked, _listed(row["gold6"]), known.codes, FIRST["T2"])
    sections = [[item[:SECTION] for item in block] for block in _blocks(ranked)]
    of_section = {code[:SECTION] for code in known.codes}
    under = _figures(sections, _listed(row["gold4"]), of_section, FIRST["section"])
    return found | {f"section_{name}": value for name, value in under.items() if name != "MRR"}


def classes(row: Mapping[str, str], ranked: Sequence[Any], known: Universe) -> Figures:
    """T5: return the mean rank of the right class and, in a territory, the chances that its firm is found."""
    place: dict[str, int] = {}
    for position, block in enumerate(_blocks(ranked)):
        for item in block:
            place.setdefault(item, position)
    last = len(ranked)
    rank = {c: min(place.get(c[:size], last) for size in (DIVISION, GROUP, CLASS)) for c in known.classes}
    golds = sorted(_listed(row["gold"]) & known.classes)
    found = [_needle(gold, rank, known.firms) for gold in golds]
    return {name: sum(one[name] for one in found) / len(found) for name in found[0]} if found else {}


def partners(row: Mapping[str, str], ranked: Sequence[Any], _: Universe) -> Figures:
    """T4: return hit@1, 3 and MRR among the other firms of the park, all of which are ranked."""
    return _figures(ranked, _listed(row["gold"]), ranked, FIRST["T4"])


def _needle(gold: str, rank: Mapping[str, int], firms: Mapping[str, int]) -> Figures:
    ahead = [c for c in rank if rank[c] < rank[gold]]
    level = [c for c in rank if rank[c] == rank[gold]]
    found = {"class_rank": len(ahead) + (len(level) + 1) / 2}
    if firms:
        before, beside = sum(firms.get(c, 0) for c in ahead), 1 + sum(firms.get(c, 0) for c in level)
        found |= {f"firm_hit@{k}": _hit(before, beside, 1, k) for k in FIRST["firm"]}
        found["firm_rank"] = before + (beside + 1) / 2
    return found


Measure = Any


def mean(
    truth: Iterable[Mapping[str, str]], ranked: Mapping[str, Sequence[Any]], measure: Measure, known: Universe
) -> Figures:
    """Return the mean of a measure over the cases; a case without an answer counts 0 wherever more is better."""
    marks: dict[str, list[float]] = {}
    for row in truth:
        given = ranked.get(row["case_id"])
        for name, value in measure(row, given or [], known).items():
            missed = given is None and not name.endswith("_rank")
            marks.setdefault(name, []).append(0.0 if missed else value)
    return {name: sum(values) / len(values) for name, values in marks.items()}


def _listed(cell: str) -> set[str]:
    return {item.strip().rstrip("*").strip() for item in cell.split("|") if item.strip()}


def _blocks(ranked: Sequence[Any]) -> list[list[str]]:
    """Return the answer as ties: an inner list is one, a single item a tie of one."""
    ties = [item if isinstance(item, list | tuple) else [item] for item in ranked]
    return [[str(item).replace("*", "").strip() for item in tie] for tie in ties]


def _figures(ranked: Sequence[Any], gold: set[str], known: Iterable[str], first: tuple[int, ...]) -> Figures:
    every = set(known)
    gold = gold & every
    if not gold:
        return {}
    ahead, tie = _tie_of(ranked, gold, every)
    right = len(tie & gold)
    found = {f"hit@{k}": _hit(ahead, len(tie), right, k) for k in first}
    return found | {"MRR": _reciprocal(ahead, len(tie), right)}


def _tie_of(ranked: Sequence[Any], gold: set[str], every: set[str]) -> tuple[int, set[str]]:
    """Return how many items stand before the first tie that holds a right one, and that tie."""
    seen: set[str] = set()
    for block in _blocks(ranked):
        tie = (set(block) & every) - seen
        if tie & gold:
            return len(seen), tie
        seen |= tie
    return len(seen), every - seen


def _hit(ahead: int, size: int, right: int, k: int) -> float:
    """Return the chance that one of `right` among `size` tied items, after `ahead`, comes within the first k."""
    drawn = min(max(k - ahead, 0), size)
    return 1 - comb(size - right, drawn) / comb(size, drawn)


def _reciprocal(ahead: int, size: int, right: int) -> float:
    """Return the expected 1/rank of the first of `right` among `size` tied items, after `ahead`."""
    ways = comb(size, right)
    return sum(comb(size - j - 1, right - 1) / ways / (ahead + j + 1) for j in range(size - right + 1))
