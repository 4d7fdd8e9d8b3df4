"""Make a database ready to be looked at: schema, knowledge, a territory, suggestions."""

from pathlib import Path

from symbiosis.domain.clock import now, plus
from symbiosis.domain.errors import Refused
from symbiosis.domain.traces import KEPT_DAYS
from symbiosis.knowledge import seeds
from symbiosis.store import accounts, firms, knowledge, territory, traces, upgrade
from symbiosis.store.session import Store
from symbiosis.store.upgrade import Say

DEMONSTRATION = seeds.SEEDS / "demonstration"


def bring_up_to_date(store: Store, root: Path | None, say: Say) -> bool:
    """Apply the schema and write the seeds' knowledge; tell whether the knowledge is new.

    `root` is the embedded engine's folder, None on a Neo4j server.
    """
    upgrade.bring_up_to_date(store, now(), root, say)
    traces.forget(store, plus(now(), -KEPT_DAYS * 86_400))
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


def folder_to_load(store: Store, asked: Path | None) -> Path | None:
    """Return what a start must load: what is asked for, else the demonstration where nothing was loaded whole.

    Refused when the loading of a real territory was cut short and its folder is not given again.
    """
    held = territory.get(store)
    if asked or (held and held["loaded_at"]):
        return asked
    if held and not held["synthetic"]:
        raise Refused(f"The loading of {held['name']} was cut short: finish it with make run TERRITORY=FOLDER")
    return DEMONSTRATION


def entered_freely(store: Store, production: bool) -> bool:
    """Tell whether one enters without a password: made-up data, and settings that allow it.

    Refused in production while accounts of the demonstration exist.
    """
    left = [held.login for held in accounts.every(store) if held.demonstration]
    if production and left:
        raise Refused(
            f"SYMBIOSIS_ENV=production, but this database holds accounts without a password ({', '.join(left)}). "
            "Remove them with: flask symbiosis accounts remove --demonstration"
        )
    held = territory.get(store)
    return bool(held and held["synthetic"] and not production)


def must_match(store: Store) -> bool:
    """Tell whether the territory was never matched whole."""
    held = territory.get(store)
    return bool(held and not held["matched_at"])


def start_territory(store: Store, name: str) -> None:
    """Start a real territory without firms yet; Refused when the database holds one already."""
    held = territory.get(store)
    if held:
        raise Refused(
            f"This database holds a territory already ({held['name']}). Start another one beside it with: "
            "SYMBIOSIS_HOME=./var/NAME flask symbiosis territory new NAME"
        )
    territory.put(store, name, False, "")
    territory.loaded(store, now())
