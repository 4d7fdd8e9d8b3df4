"""The follow-up after a confirmation: a board by stage, one lead's file, and what it brought about."""

from datetime import date
from uuid import uuid4

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement
from symbiosis.domain.errors import AlreadyDecided, Refused
from symbiosis.domain.follow_up import ACTIVE, FOLLOWED, Board, Column, Followed, FollowUp, Result, Track, Wanted
from symbiosis.domain.steps import NOTHING_PLANNED
from symbiosis.domain.views import Page
from symbiosis.store import follow_up, leads, synergies, views
from symbiosis.store.session import Store

PAGE, CARDS = 25, 8


def board(store: Store, wanted: Wanted) -> Board:
    """Return every stage with its most urgent leads."""
    today, every = _today(), follow_up.tracks(store)
    passing = _passing(store, wanted, every)
    by_stage = {stage: [t for t in passing if t.stage is stage] for stage in FOLLOWED}
    shown = [track for tracks in by_stage.values() for track in tracks[:CARDS]]
    lines = {line.track.id: line for line in _lines(store, shown, wanted)}
    columns = tuple(
        Column(stage, tuple(lines[t.id] for t in tracks[:CARDS] if t.id in lines), len(tracks))
        for stage, tracks in by_stage.items()
    )
    late, asleep = sum(t.late(today) > 0 for t in every), sum(t.asleep(today, wanted.days) > 0 for t in every)
    return Board(columns, late, asleep, tuple(sorted({t.step.by for t in every if t.step.by and t.stage in ACTIVE})))


def listed(store: Store, wanted: Wanted, number: int) -> Page[Followed]:
    """Return a page of followed leads, most urgent first."""
    passing = _passing(store, wanted, follow_up.tracks(store))
    shown = passing[(number - 1) * PAGE : number * PAGE]
    return Page(_lines(store, shown, wanted), len(passing), number, PAGE)


def file(store: Store, synergy_id: str) -> FollowUp:
    """Return all about the follow-up of one lead; NotFound without it."""
    row = synergies.get(store, synergy_id)
    parties, _, rows = synergies.details(store, synergy_id)
    decisions = tuple(views.decision(d) for d in rows)
    step = decisions[0].step if decisions else NOTHING_PLANNED
    results = follow_up.results(store, [synergy_id]).get(synergy_id, ())
    moved = decisions[0].at if decisions else row["created_at"] or ""
    return FollowUp(views.synergy(row | {"parties": parties}), step, moved, results, decisions)


def realise(store: Store, synergy_id: str, version: int, result: Result) -> None:
    """Note what a lead brought about; AlreadyDecided when somebody changed the lead since, Refused if not followed."""
    row = synergies.get(store, synergy_id)
    if Judgement(row["judgement"]) not in FOLLOWED:
        raise Refused("Only a confirmed lead can bring something about.")
    noted = Result(**vars(result) | {"id": f"realised-{uuid4().hex}", "at": now()})
    if not follow_up.realise(store, synergy_id, version, noted):
        _explain(store, synergy_id, noted)


def _explain(store: Store, synergy_id: str, noted: Result) -> None:
    """Raise AlreadyDecided, unless the same person just noted the same: a double click is no conflict."""
    known = file(store, synergy_id)
    if known.results and _said(known.results[0]) == _said(noted):
        return
    last = max([(d.at, d.who) for d in known.decisions] + [(r.at, r.who) for r in known.results], default=("", ""))
    raise AlreadyDecided(synergy_id, known.line.judgement, last[1], last[0])


def _said(result: Result) -> tuple[object, ...]:
    return result.year, result.measure, result.amount, result.source, result.who


def _passing(store: Store, wanted: Wanted, tracks: list[Track]) -> list[Track]:
    today = _today()
    inside = leads.in_commune(store, wanted.commune) if wanted.commune else None
    kept = [t for t in tracks if wanted.passes(t, today) and (inside is None or t.id in inside)]
    return sorted(kept, key=lambda t: t.urgency(today, wanted.days))


def _lines(store: Store, tracks: list[Track], wanted: Wanted) -> tuple[Followed, ...]:
    today = _today()
    rows = {row["id"]: views.synergy(row) for row in leads.lines(store, [t.id for t in tracks])}
    return tuple(Followed(rows[t.id], t, t.late(today), t.asleep(today, wanted.days)) for t in tracks if t.id in rows)


def _today() -> date:
    return date.fromisoformat(now()[:10])
