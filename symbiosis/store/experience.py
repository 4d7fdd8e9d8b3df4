"""What people told and decided so far, read from the graph."""

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Judgement, Origin, SynergyKind
from symbiosis.domain.experience import Decided, Experience, Limit, Refusal
from symbiosis.store import models, questions, views
from symbiosis.store.session import Row, Store


def get(store: Store) -> Experience:
    """Return all that changes what is proposed next."""
    return Experience(tuple(questions.every(store)), tuple(limits(store)), models.current(store))


def limits(store: Store) -> list[Limit]:
    """Return what the refusals in force say beyond their own lead; those whose day has come say nothing any more."""
    today = now()[:10]
    said = [refusal(row).limit for row in store.read("decisions/limits") if row["resource"]]
    return [limit for limit in said if limit and not (limit.until and limit.until <= today)]


def refusal(row: Row) -> Refusal:
    """Return the refusal of a row."""
    values = dict(zip(row["criteria"] or (), row["left"] or (), strict=True))
    amount, _, unit = values.get("distance", "").partition(" ")
    km = float(amount) if unit == "km" else None
    firms = tuple(row["firm_ids"])
    return Refusal(SynergyKind(row["kind"]), row["resource"], firms, row["reason"], row["firm"], row["until"], km)


def decided(store: Store) -> list[Decided]:
    """Return the leads that people judged on reasons they were shown."""
    return [_decided(row) for row in store.read("decisions/decided")]


def _decided(row: Row) -> Decided:
    return Decided(
        id=row["id"], kind=SynergyKind(row["kind"]), origin=Origin(row["origin"]),
        judgement=Judgement(row["judgement"]), hypothetical=bool(row["hypothetical"]), reason=row["reason"] or "",
        model=row["model"] or "", use_id=row["use_id"] or "", nace=(row["nace"] or [""])[0], score=row["score"] or 0.0,
        evidence=views.evidence(row),
    )  # fmt: skip
