"""The territory folder: writing it, reading it back, and its frozen part."""

import csv
import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from tools.demonstration.dice import Dice
from tools.demonstration.firms import DemoFirm, make_firms
from tools.demonstration.flows import DemoFlow, FlowMaker, all_flows
from tools.demonstration.synergies import DemoSynergy, Workshop
from tools.demonstration.voices import assign

SEED = 54_340
NAME = "Bassin de Pompey (démonstration, données synthétiques)"
SUMS = "SHA256SUMS"
FROZEN = "synergies.csv + flows.csv rows of the firms involved"


@dataclass(frozen=True)
class Demonstration:
    """Everything the folder holds."""

    firms: list[DemoFirm]
    flows: list[DemoFlow]
    synergies: list[DemoSynergy]


def generate(seed: int = SEED) -> Demonstration:
    """Return the demonstration territory; the same seed and tables give the same one."""
    dice = Dice(seed)
    firms = make_firms(dice)
    maker = FlowMaker(dice, assign(firms, dice))
    workshop = Workshop(firms, maker, dice)
    synergies = workshop.run()
    return Demonstration(firms, all_flows(firms, workshop.flows, maker, dice), synergies)


def write(demonstration: Demonstration, folder: Path) -> None:
    """Write the territory folder and its checksum; other files of the folder are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    head = json.dumps({"name": NAME, "synthetic": True}, ensure_ascii=False)
    (folder / "territory.json").write_text(head + "\n", encoding="utf-8", newline="\n")
    _table(folder / "firms.csv", DemoFirm, demonstration.firms)
    _table(folder / "flows.csv", DemoFlow, demonstration.flows)
    _table(folder / "synergies.csv", DemoSynergy, demonstration.synergies)
    (folder / SUMS).write_text(f"{frozen_digest(folder)}  {FROZEN}\n", encoding="utf-8", newline="\n")


def frozen_digest(folder: Path) -> str:
    """Return the SHA-256 of synergies.csv followed by the lines of flows.csv of the firms involved in them."""
    synergies = (folder / "synergies.csv").read_bytes()
    involved = {firm for row in read(folder / "synergies.csv") for firm in row["firm_ids"].split("|")}
    lines = (folder / "flows.csv").read_bytes().splitlines(keepends=True)
    kept = [line for line in lines if line.partition(b",")[0].decode() in involved]
    return hashlib.sha256(synergies + b"".join(kept)).hexdigest()


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of one of the folder's tables."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _table(path: Path, record: type[Any], records: Sequence[Any]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([field.name for field in fields(record)])
        writer.writerows([_cell(value) for value in astuple(one)] for one in records)


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value)
