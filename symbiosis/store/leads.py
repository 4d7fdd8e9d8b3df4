"""The review queue without asking for every lead each time.

What only the matcher changes (kind, origin, resource, score) is kept per process for one version of the territory;
what people change (judgements) is asked for at each use.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement
from symbiosis.domain.views import Filters
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store

JUDGED = [j.value for j in Judgement if j is not Judgement.PROPOSED]


Lead = tuple[Any, ...]  # id, kind, origin, resource, hypothetical, score


def page(store: Store, filters: Filters, skip: int, limit: int) -> tuple[list[Row], int]:
    """Return a page of leads, best first, and how many pass the filters."""
    judged = judgements(store)
    ids = [lead[0] for lead in _passing(store, filters) if judged.get(lead[0], Judgement.PROPOSED) == filters.judgement]
    rows = {row["id"]: row for row in store.read("synergies/lines", ids=ids[skip : skip + limit])}
    return [rows[i] for i in ids[skip : skip + limit] if i in rows], len(ids)


def count_by_judgement(store: Store, filters: Filters) -> dict[Judgement, int]:
    """Return how many leads stand at each judgement under all the other filters."""
    judged = judgements(store)
    counts = Counter(judged.get(lead[0], Judgement.PROPOSED) for lead in _passing(store, filters))
    return {judgement: counts[judgement] for judgement in Judgement}


def figures(store: Store) -> list[Row]:
    """Return n per origin, kind, judgement and whether a guess is involved."""
    judged = judgements(store)
    counts = Counter((o, k, judged.get(i, Judgement.PROPOSED), g) for i, k, o, _, g, _ in index(store))
    names = ("origin", "kind", "judgement", "hypothetical")
    return [dict(zip(names, key, strict=True)) | {"n": n} for key, n in sorted(counts.items())]


def judgements(store: Store) -> dict[str, Judgement]:
    """Return what people judged; a lead deferred to a day that has come is open again."""
    today = now()[:10]
    rows = store.read("synergies/judged", judgements=JUDGED)
    return {r["id"]: Judgement(r["judgement"]) for r in rows if not _is_due(r, today)}


@per_version
def index(store: Store) -> list[Lead]:
    """Return every lead, best first."""
    rows = [tuple(row) for block in store.read("synergies/index") for row in block["rows"]]
    return sorted(rows, key=lambda row: (-(row[5] or 0.0), row[0]))


def _passing(store: Store, filters: Filters) -> Iterable[Lead]:
    inside = set(store.read("synergies/in_commune", commune=filters.commune)[0]["ids"]) if filters.commune else None
    for lead in index(store):
        wanted = (filters.kind, filters.origin, filters.resource)
        same = all(not asked or asked == held for asked, held in zip(wanted, lead[1:4], strict=True))
        if same and (filters.guesses or not lead[4]) and (inside is None or lead[0] in inside):
            yield lead


def _is_due(row: Row, today: str) -> bool:
    return bool(row["judgement"] == Judgement.DEFERRED and (row["until"] or "9999") <= today)
