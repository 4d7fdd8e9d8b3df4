"""Figures of task G: how many right groups are found, and whether firms that should stay apart are ever joined."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

COLUMNS = ("situation_id", "expected", "firms")
TOGETHER, APART = "together", "apart"
ENOUGH = 0.5  # of the united firms that must be common
Firms = frozenset[str]


def figures(truth: Sequence[Mapping[str, str]], given: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """Return shares 0..1, and `joined_apart` as a number of pairs.

    `found`: right groups of which an answered group has at least half of the united firms in common and joins no pair
    that must stay apart; each answered group counts for one. `exact`: right groups answered with exactly their firms.
    `right`: answered groups that found one. `joined_apart`: pairs that must stay apart and stand in one answered group.
    """
    answered = {line["case_id"]: [frozenset(g["firms"]) for g in line["groups"]] for line in given}
    expected = _by_case(truth, TOGETHER)
    apart = _by_case(truth, APART)
    found = exact = 0
    for case, groups in expected.items():
        free = list(answered.get(case, []))
        for group in groups:
            best = max(free, key=lambda g: (_common(g, group), sorted(g)), default=frozenset())
            if best and _common(best, group) >= ENOUGH and not _joined(best, apart.get(case, [])):
                free.remove(best)
                found, exact = found + 1, exact + (best == group)
    wanted, told = sum(map(len, expected.values())), sum(map(len, answered.values()))
    joined = sum(len(set().union(*(_joined(g, pairs) for g in answered.get(c, [])))) for c, pairs in apart.items())
    return {
        "found": found / wanted if wanted else 0.0,
        "exact": exact / wanted if wanted else 0.0,
        "right": found / told if told else 0.0,
        "joined_apart": float(joined),
    }


def _by_case(truth: Sequence[Mapping[str, str]], expected: str) -> dict[str, list[Firms]]:
    found: dict[str, list[Firms]] = {}
    for row in truth:
        if row["expected"] == expected:
            firms = frozenset(filter(None, (firm.strip() for firm in row["firms"].split("|"))))
            found.setdefault(row["situation_id"], []).append(firms)
    return found


def _common(one: Firms, other: Firms) -> float:
    return len(one & other) / max(len(one | other), 1)


def _joined(group: Firms, pairs: Iterable[Firms]) -> set[Firms]:
    together = {frozenset(pair) for pair in combinations(sorted(group), 2)}
    return together & set(pairs)
