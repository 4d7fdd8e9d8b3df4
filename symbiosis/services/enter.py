"""Enter a synergy by hand: one that people found, which the matcher then never proposes."""

from dataclasses import dataclass

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Role, SynergyKind
from symbiosis.domain.ids import stable_id
from symbiosis.domain.views import FirmLine
from symbiosis.knowledge import Knowledge
from symbiosis.store import firms, synergies, territory, views
from symbiosis.store.session import Store


@dataclass(frozen=True)
class Entry:
    """A synergy as somebody tells it; of a substitution the first firm gives and the last takes."""

    kind: SynergyKind
    firm_ids: tuple[str, ...]
    resource_text: str
    use_text: str
    source: str


def enter(store: Store, knowledge: Knowledge, entry: Entry) -> tuple[str, bool]:
    """Write the synergy; return its id, and whether it is new: the same one entered again stays as it is."""
    link = knowledge.recognition.best(entry.resource_text)
    roles = _roles(entry)
    synergy_id = stable_id("man", entry.kind, *entry.firm_ids, entry.resource_text)
    row = {
        "id": synergy_id, "kind": entry.kind.value,
        "text": entry.resource_text, "use_text": entry.use_text, "source": entry.source,
        "resource": link.resource_id if link else "", "use": knowledge.uses.find(entry.use_text), "flows": [],
        "parties": [
            {"firm": firm, "role": role.value, "step": step}
            for step, (firm, role) in enumerate(zip(entry.firm_ids, roles, strict=True))
        ],
    }  # fmt: skip
    fresh = synergies.put_manual(store, row, now())
    territory.touch(store)
    return synergy_id, fresh


def parties(store: Store, ids: tuple[str, ...]) -> tuple[FirmLine, ...]:
    """Return the firms of these ids, in their order, without those that are not there."""
    rows = {row["id"]: row for row in firms.lines(store, list(ids))}
    return tuple(views.firm_line(rows[i]) for i in ids if i in rows)


def _roles(entry: Entry) -> list[Role]:
    if entry.kind is SynergyKind.MUTUALISATION:
        return [Role.MEMBER] * len(entry.firm_ids)
    return [Role.GIVER, *[Role.THROUGH] * (len(entry.firm_ids) - 2), Role.TAKER]
