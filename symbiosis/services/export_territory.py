"""Take the territory away as a folder: firms, flows and identified synergies. Decisions travel by backup."""

from symbiosis.domain.errors import NotFound
from symbiosis.domain.folder import Exported
from symbiosis.domain.sight import EVERYTHING, NOTHING
from symbiosis.importers import folder_out
from symbiosis.store import firms, flows, synergies, territory
from symbiosis.store.session import Store


def export_territory(store: Store, with_confidential: bool) -> Exported:
    """Return all that a territory folder holds; NotFound before a territory was loaded.

    Confidential flows come along only when asked for; `left_out` counts them otherwise.
    """
    held = territory.get(store)
    if held is None:
        raise NotFound("territory")
    every = [linked.flow for linked in flows.every(store, sight=EVERYTHING if with_confidential else NOTHING)]
    told = tuple(flow for flow in every if with_confidential or not flow.confidential)
    return Exported(
        held["name"], bool(held["synthetic"]), tuple(firms.every(store)), told,
        tuple(synergies.identified(store).values()), len(every) - len(told),
    )  # fmt: skip


def files(exported: Exported) -> dict[str, str]:
    """Return the files of the folder, their content by name."""
    return folder_out.texts(exported)
