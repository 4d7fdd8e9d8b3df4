"""The review queue without asking for every lead each time.

What only the matcher changes (kind, origin, resource, score) is kept per process for one version of the territory;
what people change (judgements) is asked for at each use.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement
from symbiosis.domain.views import Filters
from symbiosis.store import portfolio
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store

JUDGED = [j.value for j in Judgement if j is not Judgement.PROPOSED]


COMES_BACK = (Judgement.DEFERRED, Judgement.REFUSED)  # on its day: put off, or a contract that came to its end
MOST_KEPT = 64  # filters, per process
Lead = tuple[Any, ...]  # id, kind, origin, resource, hypothetical, score


def page(store: Store, filters: Filters, skip: int, limit: int) -> tuple[list[Row], int]:
    """Return a page of leads, best first, and how many pass the filters."""
    ids = passing(store, filters)
    rows = {row["id"]: row for row in store.read("synergies/lines", ids=ids[skip : skip + limit])}
    return [rows[i] for i in ids[skip : skip + limit] if i in rows], len(ids)


def passing(store: Store, filters: Filters) -> list[str]:
    """Return the ids of all leads that pass the filters, best first."""
    judged = judgements(store)
    ids, _ = _passing(store, filters)
    if filters.judgement is Judgement.PROPOSED:
        return [i for i in ids if i not in judged]
    return [i for i in ids if judged.get(i) is filters.judgement]


def lines(store: Store, ids: Sequence[str]) -> list[Row]:
    """Return these leads with their firms, in no order of their own."""
    return store.read("synergies/lines", ids=list(ids))


def count_by_judgement(store: Store, filters: Filters) -> dict[Judgement, int]:
    """Return how many leads stand at each judgement under all the other filters."""
    ids, known = _passing(store, filters)
    counts = Counter(judgement for i, judgement in judgements(store).items() if i in known)
    counts[Judgement.PROPOSED] = len(ids) - counts.total()
    return {judgement: counts[judgement] for judgement in Judgement}


def figures(store: Store) -> list[Row]:
    """Return n per origin, kind, judgement and whether a guess is involved."""
    judged = judgements(store)
    counts = Counter((o, k, judged.get(i, Judgement.PROPOSED), g) for i, k, o, _, g, _ in index(store))
    names = ("origin", "kind", "judgement", "hypothetical")
    return [dict(zip(names, key, strict=True)) | {"n": n} for key, n in sorted(counts.items())]


def judgements(store: Store) -> dict[str, Judgement]:
    """Return what people judged; what waited for a day that has come is open again."""
    today = now()[:10]
    rows = store.read("synergies/judged", judgements=JUDGED)
    return {r["id"]: Judgement(r["judgement"]) for r in rows if not _is_due(r, today)}


def due(store: Store) -> list[Row]:
    """Return id and until of the leads that were deferred to a day that has come, the longest overdue first."""
    rows = store.read("synergies/judged", judgements=[Judgement.DEFERRED.value])
    return sorted((r for r in rows if _is_due(r, now()[:10])), key=lambda r: (r["until"], r["id"]))


@per_version
def index(store: Store) -> list[Lead]:
    """Return every lead, best first."""
    rows = [tuple(row) for block in store.read("synergies/index") for row in block["rows"]]
    return sorted(rows, key=lambda row: (-(row[5] or 0.0), row[0]))


Passing = tuple[list[str], frozenset[str]]


def _passing(store: Store, filters: Filters) -> Passing:
    """Return the ids that pass the filters, best first, and as a set; worked out once per version and filter."""
    key = (filters.kind, filters.origin, filters.resource, filters.guesses, filters.commune, filters.order)
    kept = _kept(store)
    if key not in kept:
        if len(kept) >= MOST_KEPT:
            kept.clear()
        ids = _work_out(store, filters)
        kept[key] = (ids, frozenset(ids))
    return kept[key]


@per_version
def _kept(_store: Store) -> dict[tuple[object, ...], Passing]:
    return {}


def in_commune(store: Store, commune: str) -> set[str]:
    """Return the ids of the leads that involve a firm of a commune."""
    return set(store.read("synergies/in_commune", commune=commune)[0]["ids"])


def _work_out(store: Store, filters: Filters) -> list[str]:
    inside = in_commune(store, filters.commune) if filters.commune else None
    wanted = (filters.kind, filters.origin, filters.resource)
    ids = [
        lead[0]
        for lead in index(store)
        if all(not asked or asked == held for asked, held in zip(wanted, lead[1:4], strict=True))
        and (filters.guesses or not lead[4])
        and (inside is None or lead[0] in inside)
    ]
    return _by_portfolio(store, ids) if filters.order else ids


def _by_portfolio(store: Store, ids: list[str]) -> list[str]:
    """Return the leads of the best set first, most valuable before, then the others as they were."""
    made = portfolio.get(store)
    place = {planned.id: rank for rank, planned in enumerate(made.planned)} if made else {}
    return sorted(ids, key=lambda i: place.get(i, len(place)))


def _is_due(row: Row, today: str) -> bool:
    return bool(row["judgement"] in COMES_BACK and (row["until"] or "9999") <= today)
