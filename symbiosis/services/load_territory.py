"""Write a territory folder, already read, into the graph."""

from dataclasses import dataclass

from symbiosis.domain.clock import now
from symbiosis.domain.errors import Refused
from symbiosis.domain.folder import TerritoryRows
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.identified import identified
from symbiosis.store import erasures, firms, flows, synergies, territory, told
from symbiosis.store.session import Store


@dataclass(frozen=True)
class Loaded:
    """What was loaded; `unclear` flows are listed under "à préciser"."""

    firms: int
    flows: int
    unclear: int
    synergies: int


def load_territory(store: Store, knowledge: Knowledge, rows: TerritoryRows) -> Loaded:
    """Write firms, flows and identified synergies; loading the same folder twice changes nothing.

    Firms that a person wrote, and flows that people changed or withdrew since, stay as they left them; a firm that was
    erased stays so.

    Refused when the database holds another territory, or a demonstration where the folder is real.
    """
    _name(store, rows)
    gone = erasures.erased(store)
    left = gone | firms.edited(store)
    firms.put(store, [f for f in rows.firms if f.id not in left], frozenset(c["id"] for c in firms.communes(store)))
    linked = [knowledge.understand(flow) for flow in rows.flows]
    changed = told.touched(store)
    flows.put(store, [f for f in linked if f.flow.id not in changed and f.flow.firm_id not in gone])
    synergies.put_identified(store, identified(knowledge, rows.synergies, linked), now())
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
