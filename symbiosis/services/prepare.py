"""Make a database ready to be looked at: schema, knowledge, a territory, suggestions."""

from pathlib import Path

from symbiosis.domain.clock import now
from symbiosis.domain.errors import Refused
from symbiosis.knowledge import seeds
from symbiosis.store import firms, knowledge, territory, upgrade
from symbiosis.store.session import Store
from symbiosis.store.upgrade import Say

DEMONSTRATION = seeds.SEEDS / "demonstration"


def bring_up_to_date(store: Store, root: Path | None, say: Say) -> bool:
    """Apply the schema and write the seeds' knowledge; tell whether the knowledge is new.

    `root` is the embedded engine's folder, None on a Neo4j server.
    """
    upgrade.bring_up_to_date(store, now(), root, say)
    version = seeds.version()
    if knowledge.version(store) == version:
        return False
    firms.put_communes(store, seeds.read_communes())
    knowledge.put(store, seeds.read_knowledge())
    knowledge.stamp(store, version, now())
    return True


def holds_territory(store: Store) -> bool:
    """Tell whether a territory was loaded or started."""
    return territory.get(store) is not None


def start_territory(store: Store, name: str) -> None:
    """Start a real territory without firms yet; Refused when the database holds one already."""
    held = territory.get(store)
    if held:
        raise Refused(
            f"This database holds a territory already ({held['name']}). Start another one beside it with: "
            "SYMBIOSIS_HOME=./var/NAME flask symbiosis territory new NAME"
        )
    territory.put(store, name, False, now())
