"""The follow-up of what was confirmed, in the graph."""

from collections.abc import Sequence

from symbiosis.domain.enums import Judgement, Origin, SynergyKind
from symbiosis.domain.follow_up import FOLLOWED, Measure, Result, Track
from symbiosis.store import views
from symbiosis.store.session import Row, Store

STAGES = [stage.value for stage in FOLLOWED]


def tracks(store: Store) -> list[Track]:
    """Return every followed lead."""
    return [_track(row) for row in store.read("follow_up/tracks", stages=STAGES)]


def results(store: Store, ids: Sequence[str]) -> dict[str, tuple[Result, ...]]:
    """Return what these leads brought about, by lead, latest noted first."""
    found: dict[str, tuple[Result, ...]] = {}
    for row in store.read("follow_up/realised", ids=list(ids)):
        found[row["synergy_id"]] = (*found.get(row["synergy_id"], ()), _result(row))
    return found


def realise(store: Store, synergy_id: str, version: int, result: Result) -> bool:
    """Note a result unless somebody changed the lead since `version`; tell whether it was noted."""
    row = dict(vars(result)) | {"measure": result.measure.value}
    rows = store.write("follow_up/realise", id=synergy_id, version=version, stages=STAGES, row=row)
    return bool(rows) or any(r.id == result.id for r in results(store, [synergy_id]).get(synergy_id, ()))


def _track(row: Row) -> Track:
    return Track(
        row["id"], Judgement(row["stage"]), SynergyKind(row["kind"]), Origin(row["origin"]), row["resource_id"] or "",
        row["moved_at"] or "", views.step(row),
    )  # fmt: skip


def _result(row: Row) -> Result:
    return Result(row["id"], row["year"], Measure(row["measure"]), row["amount"], row["source"], row["who"], row["at"])
