"""One site of a file of documented exchanges → a territory folder."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from symbiosis.domain.enums import Direction, Origin, Provenance, SynergyKind
from symbiosis.domain.errors import NotFound, Refused
from symbiosis.domain.ids import stable_id
from symbiosis.importers.header import Columns
from symbiosis.importers.tabular import read_table

Exchange = Mapping[str, str]

EXCHANGE_COLUMNS = Columns(
    required=("site", "donor", "material_fr", "receiver"),
    optional=(
        "case_id",
        "low_code",
        "use_fr",
        "kind",
        "source",
        *(f"{side}_{what}" for side in ("donor", "receiver") for what in ("nace", "activity_fr")),
    ),
)


def site_to_folder(exchanges_csv: Path, site: str, folder: Path, with_synergies: bool = False) -> int:
    """Write one site as a territory folder and return its number of exchanges.

    The exchanges themselves are written, as identified synergies, only when asked: without them the folder
    is a test of what can be found. Raises NotFound for an unknown site, Refused for a file with bad rows.
    """
    exchanges = _exchanges(exchanges_csv, site)
    folder.mkdir(parents=True, exist_ok=True)
    identity = json.dumps({"name": f"Site {site}", "synthetic": False}, ensure_ascii=False)
    (folder / "territory.json").write_text(identity + "\n", encoding="utf-8")
    _write(folder / "firms.csv", ("firm_id", "name", "nace", "activity"), _firms(exchanges))
    _write(folder / "flows.csv", _FLOW, [*_offers(exchanges), *_needs(exchanges)])
    (folder / "synergies.csv").unlink(missing_ok=True)  # left from before, it would give the answers away
    synergies = list(_synergies(exchanges)) if with_synergies else []
    if synergies:
        _write(folder / "synergies.csv", _SYNERGY, synergies)
    return len(exchanges)


_FLOW = ("firm_id", "direction", "resource_text", "waste_code", "use_text", "provenance")
_SYNERGY = ("kind", "firm_ids", "resource_text", "use_text", "status", "source")


def _exchanges(path: Path, site: str) -> list[Exchange]:
    sheet = read_table(path, EXCHANGE_COLUMNS)
    if sheet.errors:
        first = sheet.errors[0]
        raise Refused(f"{first.file}, ligne {first.line} : {first.remedy}")
    exchanges = [row.cells for row in sheet.rows if row.cells["site"] == site]
    if not exchanges:
        present = ", ".join(dict.fromkeys(row.cells["site"] for row in sheet.rows))
        raise NotFound(f"site inconnu : « {site} » ; sites présents : {present}")
    return exchanges


def _firm_id(exchange: Exchange, side: str) -> str:
    return stable_id("firm", exchange["site"], exchange[side])


def _firms(exchanges: Sequence[Exchange]) -> Iterator[Sequence[str]]:
    sides = [(e, side) for e in exchanges for side in ("donor", "receiver") if e[side]]
    named = dict.fromkeys((_firm_id(e, side), e[side]) for e, side in sides)
    for firm_id, name in named:
        own = [(e, side) for e, side in sides if e[side] == name]
        codes = [code for e, side in own for code in e.get(f"{side}_nace", "").split("|")]
        activities = filter(None, (e.get(f"{side}_activity_fr", "") for e, side in own))
        yield firm_id, name, "|".join(dict.fromkeys(filter(None, codes))), next(activities, "")


def _offers(exchanges: Sequence[Exchange]) -> Iterator[Sequence[str]]:
    offers = [
        (_firm_id(e, "donor"), e["material_fr"], code)
        for e in exchanges
        if e["donor"]
        for code in e.get("low_code", "").split("|")
    ]
    for firm_id, material, code in dict.fromkeys(offers):
        yield firm_id, Direction.OFFER, material, code, "", Provenance.OBSERVED


def _needs(exchanges: Sequence[Exchange]) -> Iterator[Sequence[str]]:
    uses: dict[tuple[str, str], dict[str, None]] = {}
    for e in exchanges:
        if e["receiver"]:
            uses.setdefault((_firm_id(e, "receiver"), e["material_fr"]), {})[e.get("use_fr", "")] = None
    for (firm_id, material), said in uses.items():
        use_text = " ; ".join(filter(None, said))
        yield firm_id, Direction.NEED, material, "", use_text, Provenance.OBSERVED


def _synergies(exchanges: Sequence[Exchange]) -> Iterator[Sequence[str]]:
    for e in exchanges:
        if e["donor"] and e["receiver"] and e["donor"] != e["receiver"]:
            firms = f"{_firm_id(e, 'donor')}|{_firm_id(e, 'receiver')}"
            kind = e.get("kind") or SynergyKind.SUBSTITUTION
            yield kind, firms, e["material_fr"], e.get("use_fr", ""), Origin.IDENTIFIED, e.get("source", "")


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
