"""The knowledge that is committed holds together."""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import isfinite
from pathlib import Path

import pytest

from symbiosis.domain.enums import Direction, Hazard, Unit
from symbiosis.domain.fold import fold
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.units import BASE
from symbiosis.knowledge.seeds import SEEDS, read_communes
from symbiosis.knowledge.text import words

Row = dict[str, str]
FOLDERS = {"resource_words", "trade_sense"}  # tables of several files
TABLES = sorted({file.stem for file in SEEDS.glob("*.csv")} | FOLDERS)
KEYS = {
    "acts": ("act", "lang", "pattern"),
    "dangers": ("pattern",),
    "codes": ("kind",),
    "confidence": ("likelihood",),
    "firm_words": ("id",),
    "meaning_points": ("evidence",),
    "apart": ("attribute", "value"),
    "attributes": ("rule", "attribute", "value"),
    "communes": ("insee",),
    "pair_points": ("kind",),
    "performs": ("nace", "use_id"),
    "factors": ("id",),
    "rules": ("id",),
    "transforms": ("use_id", "resource_id"),
    "homonyms": ("word", "sense"),
    "naf2025": ("rev2", "naf2025"),
    "neutral": ("kind",),
    "intercommunalities": ("epci", "commune"),
    "places": ("name",),
    "precedents": ("id",),
    "purposes": ("id",),
    "requirements": ("purpose",),
    "resources": ("id",),
    "resource_words": ("id", "lang", "strength"),
    "sectors": ("nace",),
    "sharing": ("resource_id",),
    "topics": ("topic",),
    "trade_sense": ("offer_fr", "need_fr", "offer_en", "need_en"),
    "typical_flows": ("nace", "direction", "resource_id"),
    "usable_as": ("resource_id", "use_id"),
    "uses": ("id",),
    "waste_by_sector": ("nace", "section"),
    "waste_codes": ("code",),
    "waters": ("kind", "id"),
}
CODE = re.compile(r"\d\d \d\d \d\d\*?")
BASE_UNITS = {unit for unit, _ in BASE.values()}
POINTS = ("expert", "first", "further", "points")  # for a pair, or against it
GATE_FEES = ("value_low_eur", "value_high_eur")  # negative: the giver pays
NO_AMOUNTS = ("insee", "epci", "lat", "lon", "year", "nace", "code", "mirror_of", "mirrored_by", *POINTS, *GATE_FEES)
UNTIL_ONE = {"weight", "share_of_firms"}


def table(stem: str) -> list[Row]:
    files = sorted((SEEDS / stem).glob("*.csv")) if stem in FOLDERS else [SEEDS / f"{stem}.csv"]
    return [row for file in files for row in _rows(file)]


def _rows(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def column(stem: str, name: str) -> set[str]:
    return {row[name] for row in table(stem)}


def test_words_are_told_of_every_resource_in_both_languages() -> None:
    told = {(row["id"], row["lang"]) for row in table("resource_words")}
    assert told == {(name, lang) for name in column("resources", "id") for lang in ("fr", "en")}


def test_no_phrase_stands_twice_for_a_resource_in_a_language() -> None:
    told = Counter(
        (row["id"], row["lang"], fold(phrase))
        for row in table("resource_words")
        for phrase in row["phrases"].split("|")
    )
    assert [key for key, times in told.items() if times > 1] == []


def codes(rows: KnowledgeRows) -> set[str]:
    return {code for r in rows.resources for code in r.waste_codes}


def test_every_table_is_one_we_know() -> None:
    assert sorted(KEYS) == TABLES


@pytest.mark.parametrize("stem", TABLES)
def test_every_row_has_as_many_cells_as_the_header(stem: str) -> None:
    assert [row for row in table(stem) if None in row or None in row.values()] == []


@pytest.mark.parametrize("stem", TABLES)
def test_every_row_has_its_source_its_month_and_its_status(stem: str) -> None:
    for row in table(stem):
        assert row["source"].strip()
        assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", row["date"])
        assert row["status"] in ("draft", "reviewed")


@pytest.mark.parametrize("stem", TABLES)
def test_no_row_stands_twice(stem: str) -> None:
    seen = Counter(tuple(row[key] for key in KEYS[stem]) for row in table(stem))
    assert [key for key, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("stem", TABLES)
def test_cells_are_trimmed_and_lists_have_no_empty_part(stem: str) -> None:
    cells = [cell for row in table(stem) for cell in row.values()]
    assert [cell for cell in cells if cell != cell.strip() or "||" in cell or cell.strip("|") != cell] == []


@pytest.mark.parametrize(
    ("stem", "name", "of"),
    [
        ("usable_as", "resource_id", ("resources", "id")),
        ("usable_as", "use_id", ("uses", "id")),
        ("performs", "use_id", ("uses", "id")),
        ("performs", "nace", ("sectors", "nace")),
        ("sharing", "resource_id", ("resources", "id")),
        ("typical_flows", "resource_id", ("resources", "id")),
        ("typical_flows", "nace", ("sectors", "nace")),
    ],
)
def test_no_row_names_what_does_not_exist(stem: str, name: str, of: tuple[str, str]) -> None:
    assert column(stem, name) - column(*of) == set()


def test_every_use_has_something_to_take_and_someone_to_perform_it() -> None:
    assert column("uses", "id") - column("usable_as", "use_id") == set()
    assert column("uses", "id") - column("performs", "use_id") == set()


def test_every_resource_has_a_use_or_a_way_to_be_shared() -> None:
    assert column("resources", "id") - column("usable_as", "resource_id") - column("sharing", "resource_id") == set()


def test_ids_are_plain(rows: KnowledgeRows) -> None:
    ids = [r.id for r in rows.resources] + [u.id for u in rows.uses]
    assert [name for name in ids if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []


def test_no_expression_names_two_resources(rows: KnowledgeRows) -> None:
    meant = defaultdict(set)
    for r in rows.resources:
        for name in (r.fr, r.en, *r.synonyms_fr, *r.synonyms_en):
            meant[words(name)].add(r.id)
    assert {" ".join(name): ids for name, ids in meant.items() if len(ids) > 1 or not name} == {}


def test_no_name_names_two_uses(rows: KnowledgeRows) -> None:
    meant = defaultdict(set)
    for u in rows.uses:
        for name in (u.fr, u.en):
            meant[words(name)].add(u.id)
    assert {" ".join(name): ids for name, ids in meant.items() if len(ids) > 1 or not name} == {}


def test_what_is_hazardous_is_usable_in_licensed_treatment_alone(rows: KnowledgeRows) -> None:
    hazardous = {r.id for r in rows.resources if r.hazard is Hazard.YES}
    treatments = {u.id for u in rows.uses if u.treatment}
    assert [e for e in rows.usable_as if e.resource_id in hazardous and e.use_id not in treatments] == []


def test_what_is_hazardous_has_hazardous_codes_alone_and_what_is_not_has_none(rows: KnowledgeRows) -> None:
    starred = {r.id: {code.endswith("*") for code in r.waste_codes} for r in rows.resources}
    allowed = {Hazard.YES: {True}, Hazard.NO: {False}, Hazard.MIRROR: {True, False}}
    assert [(r.id, r.waste_codes) for r in rows.resources if not starred[r.id] <= allowed[r.hazard]] == []


def test_what_depends_on_an_analysis_lists_both_codes(rows: KnowledgeRows) -> None:
    mirrors = [r for r in rows.resources if r.hazard is Hazard.MIRROR]
    assert [r.id for r in mirrors if {code.endswith("*") for code in r.waste_codes} != {True, False}] == []


def test_every_number_is_finite_and_never_negative() -> None:
    assert [found for stem in TABLES for found in _numbers(stem) if not isfinite(found[2]) or found[2] < 0] == []


def _numbers(stem: str) -> Iterator[tuple[str, str, float]]:
    for row in table(stem):
        for name, cell in row.items():
            if name not in NO_AMOUNTS and re.fullmatch(r"[-+]?([\d.]+|nan|inf)(e\d+)?", cell):
                yield stem, name, float(cell)


def test_every_resource_can_be_moved_and_is_worth_moving(rows: KnowledgeRows) -> None:
    worthless = [r.id for r in rows.resources if r.disposal_eur + r.purchase_eur <= r.preparation_eur]
    assert [r.id for r in rows.resources if not r.haul_eur_km > 0] == []
    assert worthless == []


def test_every_quantity_is_in_a_base_unit(rows: KnowledgeRows) -> None:
    assert {r.unit for r in rows.resources} <= BASE_UNITS
    units = {r.id: r.unit for r in rows.resources}
    assert [r for r in table("typical_flows") if Unit(r["unit"]) is not units[r["resource_id"]]] == []


def test_shares_of_firms_are_more_than_none_and_at_most_all(rows: KnowledgeRows) -> None:
    shares = [p.weight for p in rows.performs] + [float(row["share_of_firms"]) for row in table("typical_flows")]
    assert all(0 < share <= 1 for share in shares)


def test_typical_flows_go_in_a_direction_from_low_to_high() -> None:
    for row in table("typical_flows"):
        Direction(row["direction"])
        low, high = row["low_per_employee"], row["high_per_employee"]
        assert bool(low) == bool(high)
        assert not low or 0 <= float(low) <= float(high)


def test_sharing_pays_from_two_firms_with_a_saving_and_journeys(rows: KnowledgeRows) -> None:
    for s in rows.sharing:
        assert s.trigger_firms >= 2
        assert s.saving_eur > 0
        assert s.trips > 0
        assert s.draws_from
        assert s.trigger_quantity is None or s.trigger_quantity > 0


def test_communes_are_placed_in_the_territory() -> None:
    communes = read_communes()
    assert len(communes) == 13
    assert all(48.6 < c.lat < 49 and 6 < c.lon < 6.3 and c.population > 0 for c in communes)


def test_waste_codes_are_written_as_the_list_writes_them(rows: KnowledgeRows) -> None:
    assert [code for code in codes(rows) if not CODE.fullmatch(code)] == []


def test_every_waste_code_of_a_resource_is_described_with_the_same_asterisk(rows: KnowledgeRows) -> None:
    described = {row["code"] + "*" * (row["hazardous"] == "true") for row in table("waste_codes")}
    assert codes(rows) - described == set()


def test_every_waste_code_exists_with_that_asterisk(rows: KnowledgeRows, shared: Path) -> None:
    official = {row["code"] for row in _official(shared, "low_codes_fr_en_de.csv")}
    described = {row["code"] + "*" * (row["hazardous"] == "true") for row in table("waste_codes")}
    assert described == official
    assert codes(rows) - official == set()


def test_the_list_of_waste_is_whole() -> None:
    entries = [row for row in table("waste_codes") if row["level"] == "entry"]
    assert len(entries) == 842
    assert sum(row["hazardous"] == "true" for row in entries) == 408


def test_the_waste_of_sectors_goes_under_sections_that_exist() -> None:
    sections = {row["code"] for row in table("waste_codes") if row["level"] == "section"}
    assert column("waste_by_sector", "section") - sections == set()


def test_the_waste_of_sectors_is_that_of_divisions_and_groups_that_exist() -> None:
    known = {nace[:length] for nace in column("sectors", "nace") for length in (0, 2, 4, 5)}
    assert column("waste_by_sector", "nace") - known == set()


def test_the_waste_of_a_sector_is_never_more_than_all_of_it() -> None:
    total: dict[str, float] = defaultdict(float)
    for row in table("waste_by_sector"):
        total[row["nace"]] += float(row["share"])
    assert {nace: share for nace, share in total.items() if share > 1.01} == {}


def test_every_mirror_relation_of_the_list_is_there_both_ways(shared: Path) -> None:
    rows = table("waste_codes")
    harmless = {(row["code"], other) for row in rows for other in row["mirrored_by"].split("|") if other}
    dangerous = {(other, row["code"]) for row in rows for other in row["mirror_of"].split("|") if other}
    listed = {
        (_spaced(row["non_hazardous"]), _spaced(row["hazardous_mirror"]))
        for row in _official(shared, "low_mirror_pairs.csv")
    }
    assert harmless == dangerous
    assert listed <= harmless


def test_our_labels_are_our_own(shared: Path) -> None:
    official = {row["code"].rstrip("*"): row for row in _official(shared, "low_codes_fr_en_de.csv")}
    copied = [
        row["code"]
        for row in table("waste_codes")
        for ours, theirs in (("fr", "libelle_fr"), ("en", "label_en"))
        if len(row[ours].split()) > 2 and fold(row[ours]) == fold(official[row["code"]][theirs])
    ]
    assert copied == []


def _spaced(code: str) -> str:
    return " ".join(re.findall("..", code))


def test_every_sector_exists_in_the_french_nomenclature(shared: Path) -> None:
    file = shared / "data" / "nomenclature" / "naf_rev2.json"
    if not file.exists():
        pytest.skip("no nomenclature of activities")
    known = {code[:length] for code in json.loads(file.read_text(encoding="utf-8")) for length in (2, 4, 5)}
    used = column("sectors", "nace") | column("performs", "nace") | column("typical_flows", "nace")
    assert used - known == set()


def test_every_class_has_its_counterpart_of_2025(shared: Path) -> None:
    classes = {nace for nace in column("sectors", "nace") if len(nace) == len("10.71")}
    assert classes - {code[:5] for code in column("naf2025", "rev2")} == set()
    for name, side in (("naf_rev2.json", "rev2"), ("naf_2025.json", "naf2025")):
        file = shared / "data" / "nomenclature" / name
        if not file.exists():
            pytest.skip("no nomenclature of activities")
        assert column("naf2025", side) - set(json.loads(file.read_text(encoding="utf-8"))) == set()


def _official(shared: Path, name: str) -> list[Row]:
    file = shared / "data" / "nomenclature" / name
    if not file.exists():
        pytest.skip("no nomenclature of waste")
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_processes_and_conditions_are_said_in_both_languages() -> None:
    for row in table("usable_as"):
        for name in ("process", "conditions"):
            assert bool(row[name]) == bool(row[f"{name}_en"]), row
            assert not re.search(r"\d\.\.\d", row[name]), row
