"""A territory folder → everything it holds: good rows, and what is wrong with the others."""

from pathlib import Path

from symbiosis.domain.folder import TerritoryRows
from symbiosis.importers.firm_rows import read_firms
from symbiosis.importers.flow_rows import read_flows
from symbiosis.importers.identity import read_identity
from symbiosis.importers.rows import Part
from symbiosis.importers.synergy_rows import read_synergies


def read_folder(folder: Path) -> TerritoryRows:
    """Read firms.csv and, where present, flows.csv, synergies.csv and territory.json; never raises.

    `errors` holds the lost rows, the files that could not be read and harmless notes (lines 0 and 1).
    """
    name, synthetic, errors = read_identity(folder)
    firms = read_firms(folder / "firms.csv")
    firm_ids = frozenset(firm.id for firm in firms.items)
    flows = read_flows(path, firm_ids) if (path := folder / "flows.csv").exists() else Part()
    known = read_synergies(path, firm_ids) if (path := folder / "synergies.csv").exists() else Part()
    return TerritoryRows(
        name=name,
        synthetic=synthetic,
        firms=firms.items,
        flows=flows.items,
        synergies=known.items,
        errors=errors + firms.errors + flows.errors + known.errors,
        rows_read=firms.rows_read + flows.rows_read + known.rows_read,
        lines=(firms.lines, flows.lines, known.lines),
        notes=firms.notes + flows.notes + known.notes,
    )
