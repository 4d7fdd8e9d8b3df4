"""The tables of seeds/figures/, read into records; each row of them carries its source, date and status."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ROOT / "seeds" / "figures"


@dataclass(frozen=True)
class Sector:
    """How many firms of a NACE class there are, their size profile and the kind of place they stand in."""

    nace: str
    firms: int
    profile: str
    place: str
    name: str
    activity: str


@dataclass(frozen=True)
class Zone:
    """A place firms stand in: its centre, its radius in metres, its weight among zones of its kind."""

    id: str
    kind: str
    commune: str
    lat: float
    lon: float
    radius_m: float
    weight: float


@dataclass(frozen=True)
class Item:
    """Something firms speak of, in the words they type; the unit is per year."""

    id: str
    unit: str
    waste_code: str
    texts: tuple[str, ...]
    qualities: tuple[str, ...]
    uses: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """Which firms offer, need or would share an item; `low` and `high` are per employee and year."""

    item: str
    direction: str
    nace: tuple[str, ...]
    min_headcount: int
    low: float
    high: float
    rhythm: str
    share: float
    declared: float
    observed: float
    temperatures: tuple[float, float] | None


@dataclass(frozen=True)
class SynergyRule:
    """How many identified synergies of one sort there are, and between how many firms."""

    kind: str
    item: str
    direction: str
    count: int
    min_firms: int
    max_firms: int
    use_text: str


@cache
def rows(name: str) -> Sequence[dict[str, str]]:
    """Return the rows of a table of seeds/figures/, in file order."""
    with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def habit(name: str) -> float:
    """Return one of the shares of habits.csv."""
    return next(float(row["value"]) for row in rows("habits") if row["habit"] == name)


def sectors() -> list[Sector]:
    """Return the mix of sectors."""
    return [
        Sector(r["nace"], int(r["firms"]), r["profile"], r["place"], r["name"], r["activity"]) for r in rows("sectors")
    ]


def zones() -> list[Zone]:
    """Return activity zones, shopping areas and town centres."""
    return [
        Zone(
            r["zone"], r["kind"], r["commune"], float(r["lat"]), float(r["lon"]),
            float(r["radius_m"]), float(r["weight"]),
        )
        for r in rows("zones")
    ]  # fmt: skip


def items() -> dict[str, Item]:
    """Return the items by id."""
    return {
        r["item"]: Item(
            r["item"], r["unit"], r["waste_code"], _split(r["texts"]), _split(r["qualities"]), _split(r["uses"])
        )
        for r in rows("items")
    }


def rules() -> list[Rule]:
    """Return the rules on flows, then those on sharing."""
    return [_rule(row) for table in ("flow_rules", "sharing_rules") for row in rows(table)]


def synergy_rules() -> list[SynergyRule]:
    """Return the rules on identified synergies."""
    return [
        SynergyRule(
            r["kind"], r["item"], r["direction"], int(r["count"]), int(r["min_firms"]), int(r["max_firms"]),
            r["use_text"],
        )
        for r in rows("synergy_rules")
    ]  # fmt: skip


def _rule(row: dict[str, str]) -> Rule:
    warm = (float(row["temp_low"]), float(row["temp_high"])) if row["temp_low"] else None
    low, high, share, declared, observed = (
        float(row[name]) for name in ("low", "high", "share", "declared", "observed")
    )
    nace = tuple(row["nace"].split())
    head = (row["item"], row["direction"], nace, int(row["min_headcount"]))
    return Rule(*head, low, high, row["rhythm"], share, declared, observed, warm)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)
