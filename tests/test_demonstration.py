"""The demonstration territory: what is committed is what the generator writes, and it keeps its promises."""

import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from symbiosis.domain.enums import Direction, Provenance, Rhythm, SynergyKind, Unit
from symbiosis.domain.units import to_base
from tools.demonstration.figures import industry_share
from tools.demonstration.folder import SUMS, frozen_digest, generate, read, write
from tools.demonstration.tables import FIGURES, ROOT, items, rows

FOLDER = ROOT / "seeds" / "demonstration"
Rows = list[dict[str, str]]
HEARD = {Provenance.DECLARED, Provenance.OBSERVED}


@pytest.fixture(scope="module")
def firms() -> Rows:
    return read(FOLDER / "firms.csv")


@pytest.fixture(scope="module")
def flows() -> Rows:
    return read(FOLDER / "flows.csv")


@pytest.fixture(scope="module")
def synergies() -> Rows:
    return read(FOLDER / "synergies.csv")


@pytest.fixture(scope="module")
def heard(flows: Rows) -> dict[str, Rows]:
    """Declared and observed flows by firm."""
    found: dict[str, Rows] = defaultdict(list)
    for flow in flows:
        if flow["provenance"] in HEARD:
            found[flow["firm_id"]].append(flow)
    return found


def item_texts(text: str) -> set[str]:
    """All the ways of naming what is called so."""
    return {other for item in items().values() if text in item.texts for other in item.texts}


def matching(flows: Rows, directions: set[str], text: str) -> Rows:
    names = item_texts(text)
    return [
        flow
        for flow in flows
        if flow["direction"] in directions and re.sub(r"\d+ °C", "{t} °C", flow["resource_text"]) in names
    ]


def test_regenerating_gives_the_same_bytes(tmp_path: Path) -> None:
    write(generate(), tmp_path)
    written = sorted(path.name for path in tmp_path.iterdir())
    assert written == [SUMS, "firms.csv", "flows.csv", "synergies.csv", "territory.json"]
    for name in written:
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


def test_the_frozen_part_has_not_changed() -> None:
    assert (FOLDER / SUMS).read_text(encoding="utf-8").split()[0] == frozen_digest(FOLDER)


def test_the_frozen_part_is_the_synergies_and_the_flows_of_their_firms(tmp_path: Path) -> None:
    (tmp_path / "synergies.csv").write_text("kind,firm_ids\nmutualisation,a|b\n", encoding="utf-8")
    flows = tmp_path / "flows.csv"
    flows.write_text("firm_id,direction\na,share\nc,offer\n", encoding="utf-8")
    before = frozen_digest(tmp_path)
    flows.write_text("firm_id,direction\na,share\nd,need\n", encoding="utf-8")
    assert frozen_digest(tmp_path) == before
    flows.write_text("firm_id,direction\na,offer\nd,need\n", encoding="utf-8")
    assert frozen_digest(tmp_path) != before


def test_firms_are_as_many_and_as_industrial_as_published(firms: Rows) -> None:
    facts = {row["fact"]: float(row["value"]) for row in rows("territory")}
    assert len(firms) == len({firm["firm_id"] for firm in firms}) == facts["firms"]
    assert industry_share(firms) == pytest.approx(facts["industry_share"], abs=0.5)
    assert 14_000 <= sum(int(firm["headcount"]) for firm in firms) <= 16_000


def test_firms_stand_in_the_13_communes(firms: Rows) -> None:
    communes = Counter(firm["commune"] for firm in firms)
    assert set(communes) == {row["commune"] for row in rows("population")}
    assert len(communes) == 13


def test_nothing_looks_like_a_real_firm(firms: Rows) -> None:
    assert not [firm for firm in firms if re.search(r"\d{9}", firm["firm_id"] + firm["name"])]
    assert all(re.search(r"ficti(f|ve)s? nº \d+$", firm["name"]) for firm in firms)


def test_closed_lists(flows: Rows, synergies: Rows) -> None:
    assert {flow["direction"] for flow in flows} == set(Direction)
    assert {flow["provenance"] for flow in flows} == set(Provenance)
    assert {flow["unit"] for flow in flows} - {""} <= set(Unit)
    assert {flow["rhythm"] for flow in flows} - {""} <= set(Rhythm)
    assert {row["kind"] for row in synergies} == set(SynergyKind)
    assert {row["status"] for row in synergies} == {"identified"}
    assert all(re.fullmatch(r"\d\d \d\d \d\d\*?", f["waste_code"]) for f in flows if f["waste_code"])


def test_flows_are_dated_and_measured(flows: Rows) -> None:
    assert all(flow["unit"] and float(flow["quantity"]) > 0 for flow in flows if flow["quantity"])
    assert {flow["as_of"] for flow in flows if flow["provenance"] == "declared"} == {"2025", "2026"}
    assert {flow["as_of"] for flow in flows} <= {str(year) for year in range(2022, 2027)}
    assert 12_000 <= len(flows) <= 14_000
    assert (FOLDER / "flows.csv").stat().st_size < 1_600_000


def test_guesses_stay_the_majority_and_some_texts_unclear(flows: Rows) -> None:
    origins = Counter(flow["provenance"] for flow in flows)
    assert 0.5 < origins["hypothesis"] / len(flows) < 0.6
    assert 800 <= len({flow["firm_id"] for flow in flows if flow["provenance"] == "declared"}) <= 1000
    unclear = {row["text"] for row in rows("unclear_texts")}
    assert 0.02 < sum(flow["resource_text"] in unclear for flow in flows) / len(flows) < 0.04


def test_there_are_300_synergies_and_half_of_them_share(synergies: Rows) -> None:
    kinds = Counter(row["kind"] for row in synergies)
    assert len(synergies) == 300
    assert kinds["mutualisation"] >= 150
    times = Counter(firm for row in synergies for firm in row["firm_ids"].split("|"))
    assert max(times.values()) <= 8


def test_members_of_a_group_said_they_would_share(synergies: Rows, heard: dict[str, Rows]) -> None:
    for row in [row for row in synergies if row["kind"] == "mutualisation"]:
        members = row["firm_ids"].split("|")
        assert 2 <= len(set(members)) == len(members) <= 9
        for firm in members:
            assert matching(heard[firm], set(Direction), row["resource_text"]), (firm, row)


def test_givers_offer_and_takers_need_about_as_much(synergies: Rows, heard: dict[str, Rows]) -> None:
    for row in [row for row in synergies if row["kind"] == "substitution"]:
        giver, taker = row["firm_ids"].split("|")
        offer = matching(heard[giver], {"offer"}, row["resource_text"])[0]
        need = matching(heard[taker], {"need"}, row["resource_text"])[0]
        if offer["quantity"] and need["quantity"]:
            given, unit = to_base(float(offer["quantity"]), Unit(offer["unit"]))
            wanted, same = to_base(float(need["quantity"]), Unit(need["unit"]))
            assert unit == same
            assert 1 / 5 <= given / wanted <= 5, row


def test_every_figure_has_a_source_a_date_and_a_status() -> None:
    tables = sorted(FIGURES.glob("*.csv"))
    assert tables
    for table in tables:
        assert all(row["source"] and row["date"] and row["status"] for row in rows(table.stem)), table.name
