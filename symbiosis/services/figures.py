"""The territory's figures as data: the shape is a promise to scripts."""

from typing import Any

from symbiosis.store import territory
from symbiosis.store.session import Store

Figures = dict[str, Any]


def figures(store: Store) -> Figures:
    """Return {territory, synthetic, firms, flows: {direction: {provenance: n}}, synergies: {origin: {kind: {…}}}}."""
    held = territory.get(store) or {"name": "", "synthetic": False}
    flows: Figures = {}
    for row in territory.flow_figures(store):
        flows.setdefault(row["direction"], {})[row["provenance"]] = row["n"]
    synergies: Figures = {}
    for row in territory.synergy_figures(store):
        judgements = synergies.setdefault(row["origin"], {}).setdefault(row["kind"], {})
        judgements[row["judgement"]] = judgements.get(row["judgement"], 0) + row["n"]
    firms = territory.firm_figures(store)["firms"]
    return {
        "territory": held["name"], "synthetic": held["synthetic"], "firms": firms, "flows": flows,
        "synergies": synergies,
    }  # fmt: skip
