"""Rows of the graph, turned into what people look at."""

from typing import Any

from symbiosis.domain.enums import JobState, Judgement, Origin, Provenance, Rhythm, Role, SynergyKind, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.lacking import Lacking, lacking
from symbiosis.domain.steps import NextStep
from symbiosis.domain.synergies import Evidence
from symbiosis.domain.views import (
    DecisionLine,
    FirmLine,
    FlowLine,
    JobLine,
    Label,
    PartyLine,
    PrecedentLine,
    SynergyLine,
)
from symbiosis.store.directions import DIRECTION
from symbiosis.store.session import Row


def label(row: Row, what: str) -> Label | None:
    """Return the resource or use a row names, None when it names none."""
    return Label(row[f"{what}_id"], row[f"{what}_fr"], row[f"{what}_en"]) if row[f"{what}_id"] else None


def firm(row: Row) -> Firm:
    """Return the firm of a row."""
    return Firm(
        row["id"], row["name"], tuple(row["nace"] or ()), row.get("commune") or "", row.get("lat"), row.get("lon"),
        row.get("headcount"), row.get("activity") or "", row.get("siret") or "", row.get("naf2025") or "",
        row.get("closed_at") or "",
    )  # fmt: skip


def firm_line(row: Row) -> FirmLine:
    """Return the firm of a list's row."""
    return FirmLine(**(row | {"nace": tuple(row["nace"] or ()), "commune_name": row["commune_name"] or ""}))


def synergy(row: Row) -> SynergyLine:
    """Return the lead of a row that has its `parties`."""
    return SynergyLine(
        id=row["id"], kind=SynergyKind(row["kind"]), origin=Origin(row["origin"]),
        judgement=Judgement(row["judgement"]), version=row["version"], score=row["score"],
        hypothetical=bool(row["hypothetical"]), resource=label(row, "resource"), text=row["text"] or "",
        parties=tuple(PartyLine(p["id"], p["name"], Role(p["role"])) for p in row["parties"] if p["id"]),
        lacking=what_lacks(row),
    )  # fmt: skip


def what_lacks(row: Row) -> Lacking | None:
    """Return what the group of a row lacks to pay, None where it is complete or the row holds no reasons."""
    lists = (row.get(name) or () for name in ("criteria", "left", "right"))
    told = (Evidence(criterion, 0.0, left, right, "") for criterion, left, right in zip(*lists, strict=True))
    return lacking(SynergyKind(row["kind"]), told)


def flow(row: Row) -> FlowLine:
    """Return the flow of a row."""
    return FlowLine(
        id=row["id"], firm_id=row.get("firm_id", ""), firm_name=row.get("firm_name", ""),
        direction=DIRECTION[row["relation"]], text=row["text"], waste_code=row["waste_code"] or "",
        quantity=row.get("quantity"), unit=_maybe(Unit, row.get("unit")), rhythm=_maybe(Rhythm, row.get("rhythm")),
        temperature_c=row.get("temperature_c"), quality=row.get("quality") or "", use_text=row.get("use_text") or "",
        provenance=Provenance(row["provenance"]), as_of=row.get("as_of") or "",
        resource=label(row, "resource") if "resource_id" in row else None, confidence=row.get("confidence"),
        quantity_text=row.get("quantity_text") or "",
        confidential=bool(row.get("confidential")), hidden=bool(row.get("hidden")),
        quantity_max=row.get("quantity_max"), below_threshold=bool(row.get("below_threshold")),
        source=row.get("source") or "", operation=row.get("operation") or "",
        withdrawn=bool(row.get("withdrawn")),
    )  # fmt: skip


def evidence(row: Row) -> tuple[Evidence, ...]:
    """Return the reasons of a synergy's row; none for one that people identified."""
    columns = (row["criteria"], row["points"], row["left"], row["right"], row["sources"])
    if columns[0] is None:
        return ()
    return tuple(Evidence(c, float(p), a, b, s) for c, p, a, b, s in zip(*columns, strict=True))


def decision(row: Row) -> DecisionLine:
    """Return the decision of a row."""
    return DecisionLine(
        row["id"], row["at"], row["who"], Judgement(row["before"]), Judgement(row["after"]), row["reason"] or "",
        row["note"] or "", row["until"] or "", step(row),
    )  # fmt: skip


def step(row: Row) -> NextStep:
    """Return the planned step of a row."""
    return NextStep(row["next_action"] or "", row["next_on"] or "", row["next_by"] or "")


def precedent(row: Row, use_id: str | None) -> PrecedentLine:
    """Return the precedent of a row, beside a lead towards a use."""
    texts = {key: row[key] or "" for key in ("place", "country", "year", "fr", "en", "source")}
    return PrecedentLine(**texts, same_use=use_id is not None and row["use_id"] == use_id)


def job(row: Row) -> JobLine:
    """Return the job of a row."""
    texts = {key: row[key] or "" for key in ("stage", "message", "queued_at", "started_at", "finished_at")}
    return JobLine(**(row | texts | {"state": JobState(row["state"])}))


def _maybe(choices: Any, value: str | None) -> Any:
    return choices(value) if value else None
