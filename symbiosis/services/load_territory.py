"""Write a territory folder, already read, into the graph."""

from collections.abc import Iterable
from dataclasses import dataclass

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Direction, Judgement, Role, SynergyKind
from symbiosis.domain.errors import Refused
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.folder import KnownSynergy, TerritoryRows
from symbiosis.domain.ids import stable_id
from symbiosis.knowledge import Knowledge
from symbiosis.store import firms, flows, synergies, territory, told
from symbiosis.store.session import Row, Store


@dataclass(frozen=True)
class Loaded:
    """What was loaded; `unclear` flows are listed under "à préciser"."""

    firms: int
    flows: int
    unclear: int
    synergies: int


def load_territory(store: Store, knowledge: Knowledge, rows: TerritoryRows) -> Loaded:
    """Write firms, flows and identified synergies; loading the same folder twice changes nothing.

    Flows that people changed or withdrew since stay as they left them.

    Refused when the database holds another territory, or a demonstration where the folder is real.
    """
    _name(store, rows)
    firms.put(store, rows.firms, frozenset(c["id"] for c in firms.communes(store)))
    linked = [knowledge.understand(flow) for flow in rows.flows]
    changed = told.touched(store)
    flows.put(store, [f for f in linked if f.flow.id not in changed])
    synergies.put_identified(store, list(_identified(knowledge, rows.synergies, linked)), now())
    territory.loaded(store, now())
    unclear = sum(f.link is None for f in linked)
    return Loaded(len(rows.firms), len(rows.flows), unclear, len(rows.synergies))


def _name(store: Store, rows: TerritoryRows) -> None:
    """Say which territory this database holds; Refused when it holds another one."""
    held = territory.get(store) or {"name": rows.name, "synthetic": rows.synthetic, "folder": ""}
    same = rows.name in (held["name"], held["folder"]) or not held["folder"]
    if held["synthetic"] != rows.synthetic or not same:
        nature = "a demonstration" if held["synthetic"] else "a real territory"
        raise Refused(
            f"This database holds {nature} ({held['name']}), not {rows.name}; one database holds one territory. "
            "Start another one with: make run TERRITORY=FOLDER SYMBIOSIS_HOME=./var/NAME"
        )
    territory.put(store, held["name"], rows.synthetic, held["folder"] or rows.name)


def _identified(knowledge: Knowledge, known: Iterable[KnownSynergy], linked: list[LinkedFlow]) -> Iterable[Row]:
    by_firm: dict[tuple[str, str], list[LinkedFlow]] = {}
    for flow in linked:
        if flow.link:
            by_firm.setdefault((flow.flow.firm_id, flow.link.resource_id), []).append(flow)
    for synergy in known:
        yield _row(knowledge, synergy, by_firm)


def _row(knowledge: Knowledge, synergy: KnownSynergy, by_firm: dict[tuple[str, str], list[LinkedFlow]]) -> Row:
    link = knowledge.linker.best(synergy.resource_text)
    resource = link.resource_id if link else ""
    roles = _roles(synergy)
    rests_on = [
        flow.flow.id
        for firm, role in zip(synergy.firm_ids, roles, strict=True)
        for flow in by_firm.get((firm, resource), [])
        if flow.flow.direction in DIRECTIONS_OF[role]
    ]
    return {
        "id": stable_id("idn", synergy.kind, *synergy.firm_ids, synergy.resource_text),
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
