"""Everything a territory holds → the files of a territory folder, which read back give the same."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from symbiosis.domain.enums import Origin
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import Exported, KnownSynergy
from symbiosis.importers.firm_rows import FIRM_COLUMNS
from symbiosis.importers.flow_rows import BELOW, FLOW_COLUMNS
from symbiosis.importers.synergy_rows import SYNERGY_COLUMNS

# What a spreadsheet would take for a formula gets a quote in front, which our own reader takes away again.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
FILES = ("territory.json", "firms.csv", "flows.csv", "synergies.csv")
NUMBERS = frozenset({"lat", "lon", "headcount", "quantity", "quantity_max", "temperature_c"})


def write_folder(folder: Path, exported: Exported) -> None:
    """Write the files into a folder, made where it is missing, in place of those that an earlier export left."""
    folder.mkdir(parents=True, exist_ok=True)
    told = texts(exported)
    for name in FILES:
        (folder / name).unlink(missing_ok=True)
        if name in told:
            (folder / name).write_text(told[name], encoding="utf-8", newline="")


def texts(exported: Exported) -> dict[str, str]:
    """Return the content of each file by its name; a table without rows is no file."""
    tables = {
        "firms.csv": (FIRM_COLUMNS, [_firm(firm) for firm in exported.firms]),
        "flows.csv": (FLOW_COLUMNS, [_flow(flow) for flow in exported.flows]),
        "synergies.csv": (SYNERGY_COLUMNS, [_synergy(known) for known in exported.synergies]),
    }
    written = {name: _table(columns.all, rows) for name, (columns, rows) in tables.items() if rows}
    return {"territory.json": _identity(exported)} | written


def _identity(exported: Exported) -> str:
    told = {"name": exported.name, "synthetic": exported.synthetic}
    if exported.left_out:
        told["confidential_flows_left_out"] = exported.left_out
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _firm(firm: Firm) -> Mapping[str, object]:
    return vars(firm) | {"firm_id": firm.id, "nace": "|".join(firm.nace)}


def _flow(flow: Flow) -> Mapping[str, object]:
    return vars(flow) | {
        "flow_id": flow.id, "resource_text": flow.text, "quantity": BELOW if flow.below_threshold else flow.quantity,
        "confidential": "true" if flow.confidential else "",
    }  # fmt: skip


def _synergy(synergy: KnownSynergy) -> Mapping[str, object]:
    status = synergy.status or Origin.IDENTIFIED
    return vars(synergy) | {"firm_ids": "|".join(synergy.firm_ids), "status": status.value}


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(column, row[column]) for column in columns] for row in rows)
    return stream.getvalue()


def _cell(column: str, value: object) -> str:
    if value is None:
        return ""
    text = repr(value) if isinstance(value, float) else str(value)
    return f"'{text}" if column not in NUMBERS and _FORMULA.match(text) else text
