"""Synergies that people identified, with the resource and the flows that their words mean."""

from collections.abc import Iterable, Mapping
from typing import Any

from symbiosis.domain.enums import Direction, Judgement, Role, SynergyKind
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.folder import KnownSynergy
from symbiosis.domain.free_columns import NO_RESOURCE, text_key
from symbiosis.domain.ids import identified_id
from symbiosis.knowledge import Knowledge

Row = dict[str, Any]


def identified(
    knowledge: Knowledge, known: Iterable[KnownSynergy], linked: Iterable[LinkedFlow], answers: Mapping[str, str]
) -> list[Row]:
    """Return rows as `synergies.put_identified` takes them; each rests on the flows of its firms that it may mean.

    `answers` are what people said a text means: a resource, or none, by the key of the text.
    """
    by_firm: dict[tuple[str, str], list[LinkedFlow]] = {}
    for flow in linked:
        if flow.link:
            by_firm.setdefault((flow.flow.firm_id, flow.link.resource_id), []).append(flow)
    return [_row(knowledge, synergy, by_firm, meaning(knowledge, synergy.resource_text, answers)) for synergy in known]


def meaning(knowledge: Knowledge, text: str, answers: Mapping[str, str]) -> str:
    """Return the resource that a text means, '' for none: what people answered, else the likeliest."""
    told = answers.get(text_key(text), "")
    if told == NO_RESOURCE:
        return ""
    if told and any(resource.id == told for resource in knowledge.rows.resources):
        return told
    link = knowledge.recognition.best(text)
    return link.resource_id if link else ""


def _row(
    knowledge: Knowledge, synergy: KnownSynergy, by_firm: dict[tuple[str, str], list[LinkedFlow]], resource: str
) -> Row:
    roles = _roles(synergy)
    rests_on = [
        flow.flow.id
        for firm, role in zip(synergy.firm_ids, roles, strict=True)
        for flow in by_firm.get((firm, resource), [])
        if flow.flow.direction in DIRECTIONS_OF[role]
    ]
    return {
        "id": identified_id(synergy.kind, synergy.firm_ids, synergy.resource_text),
        "kind": synergy.kind.value, "text": synergy.resource_text, "use_text": synergy.use_text,
        "source": synergy.source, "judgement": (synergy.status or Judgement.PROPOSED).value,
        "resource": resource, "use": knowledge.uses.find(synergy.use_text), "flows": rests_on,
        "parties": [
            {"firm": firm, "role": role.value, "step": step}
            for step, (firm, role) in enumerate(zip(synergy.firm_ids, roles, strict=True))
        ],
    }  # fmt: skip


DIRECTIONS_OF = {
    Role.GIVER: (Direction.OFFER,),
    Role.TAKER: (Direction.NEED,),
    Role.THROUGH: (Direction.OFFER, Direction.NEED),
    Role.MEMBER: tuple(Direction),
}


def _roles(synergy: KnownSynergy) -> list[Role]:
    if synergy.kind is SynergyKind.MUTUALISATION:
        return [Role.MEMBER] * len(synergy.firm_ids)
    return [Role.GIVER, *[Role.THROUGH] * (len(synergy.firm_ids) - 2), Role.TAKER]
