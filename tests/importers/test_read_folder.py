"""A territory folder: each rule of its rows, and what never stops the others."""

import time
from pathlib import Path

import pytest

from symbiosis.domain.enums import Direction, Judgement, Provenance, SynergyKind, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.folder import TerritoryRows
from symbiosis.domain.ids import flow_id
from symbiosis.importers.territory import read_folder

FIRMS = "firm_id;name\na;Scierie\nb;Forge\nc;Brasserie\n"


def read(folder: Path, **files: str) -> TerritoryRows:
    for stem, content in ({"firms": FIRMS} | files).items():
        suffix = "json" if stem == "territory" else "csv"
        (folder / f"{stem}.{suffix}").write_text(content, encoding="utf-8")
    return read_folder(folder)


def where(rows: TerritoryRows) -> list[tuple[str, int, str]]:
    return [(error.file, error.line, error.column) for error in rows.errors]


def test_only_firms_is_needed(tmp_path: Path) -> None:
    rows = read(tmp_path)
    assert [firm.id for firm in rows.firms] == ["a", "b", "c"]
    assert (rows.name, rows.synthetic, rows.rows_read) == (tmp_path.name, False, 3)
    assert not rows.errors + rows.flows + rows.synergies


def test_a_folder_without_firms_says_so(tmp_path: Path) -> None:
    rows = read_folder(tmp_path / "nulle-part")
    assert where(rows) == [("firms.csv", 0, "")]
    assert "nulle-part" in rows.errors[0].remedy


def test_a_whole_firm(tmp_path: Path) -> None:
    header = "firm_id,name,nace,commune,lat,lon,headcount,activity\n"
    rows = read(tmp_path, firms=header + 'a,Four,1071C|24.1,Pompey,"48,77",6.13,12,Pain\n')
    assert rows.firms == (Firm("a", "Four", ("10.71", "24.1"), "Pompey", 48.77, 6.13, 12, "Pain"),)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("a;Double;;;", "firm_id"),
        (";Sans id;;;", "firm_id"),
        ("d|e;Barre;;;", "firm_id"),
        ("d; ;;;", "name"),
        ("d;X;48;;", "lon"),
        ("d;X;;6;", "lat"),
        ("d;X;98;6;", "lat"),
        ("d;X;48;6;2,5", "headcount"),
    ],
)
def test_bad_firms(tmp_path: Path, line: str, column: str) -> None:
    rows = read(tmp_path, firms=f"firm_id;name;lat;lon;headcount\na;Scierie;;;\n{line}\nz;Fin;;;\n")
    assert [firm.id for firm in rows.firms] == ["a", "z"]
    assert where(rows) == [("firms.csv", 3, column)]
    assert rows.rows_read == 3


def test_a_refused_row_does_not_take_the_id(tmp_path: Path) -> None:
    rows = read(tmp_path, firms="firm_id;name\na;\na;Scierie\n")
    assert [firm.name for firm in rows.firms] == ["Scierie"]


def test_a_whole_flow(tmp_path: Path) -> None:
    header = (
        "firm_id;direction;resource_text;waste_code;quantity;unit;rhythm;temperature_c;quality;use_text;"
        "provenance;as_of\n"
    )
    line = "a;OFFER;Sciure;030105;1 200,5;T;Monthly;0;sèche;litière;observed;2024\n"
    (flow,) = read(tmp_path, flows=header + line).flows
    assert flow.id == flow_id("a", "offer", "Sciure", "03 01 05", 0)
    assert (flow.quantity, flow.unit, flow.temperature_c) == (1200.5, Unit.TONNE, 0.0)
    assert (flow.direction, flow.provenance, flow.as_of) == (Direction.OFFER, Provenance.OBSERVED, "2024")
    assert (flow.rhythm, flow.quality, flow.use_text) == ("monthly", "sèche", "litière")


def test_optional_columns_may_be_absent(tmp_path: Path) -> None:
    (flow,) = read(tmp_path, flows="firm_id;direction;resource_text\na;need;Palettes\n").flows
    assert (flow.quantity, flow.unit, flow.rhythm, flow.waste_code) == (None, None, None, "")
    assert flow.provenance is Provenance.DECLARED


def test_a_unit_without_quantity_is_ignored(tmp_path: Path) -> None:
    rows = read(tmp_path, flows="firm_id;direction;resource_text;quantity;unit\na;need;Palettes;;t\n")
    assert (rows.flows[0].quantity, rows.flows[0].unit) == (None, None)
    assert not rows.errors


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("x;offer;Sciure;;;", ["firm_id"]),
        (";offer;Sciure;;;", ["firm_id"]),
        ("a;offre;Sciure;;;", ["direction"]),
        ("a;;Sciure;;;", ["direction"]),
        ("a;offer;;;;", ["resource_text"]),
        ("a;offer;Sciure;bois;;", ["waste_code"]),
        ("a;offer;Sciure;;12;", ["unit"]),
        ("a;offer;Sciure;;-1;t", ["quantity"]),
        ("a;offer;Sciure;;12;tonnes", ["unit"]),
        (
            "x;offre;;bois;-1;tonnes",
            ["firm_id", "direction", "resource_text", "waste_code", "quantity", "unit"],
        ),
    ],
)
def test_bad_flows(tmp_path: Path, line: str, columns: list[str]) -> None:
    header = "firm_id;direction;resource_text;waste_code;quantity;unit\n"
    rows = read(tmp_path, flows=f"{header}{line}\nb;need;Chaleur;;;\n")
    assert [flow.firm_id for flow in rows.flows] == ["b"]
    assert where(rows) == [("flows.csv", 2, column) for column in columns]
    assert rows.rows_read == 5


def test_the_same_words_twice_are_told_apart_by_rank(tmp_path: Path) -> None:
    lines = "a;offer;Sciure\nb;offer;Sciure\na;offer;Sciure\na;need;Sciure\n"
    flows = read(tmp_path, flows="firm_id;direction;resource_text\n" + lines).flows
    assert [flow.id for flow in flows] == [
        flow_id("a", "offer", "Sciure", "", 0),
        flow_id("b", "offer", "Sciure", "", 0),
        flow_id("a", "offer", "Sciure", "", 1),
        flow_id("a", "need", "Sciure", "", 0),
    ]


def test_correcting_a_refused_flow_renames_no_other(tmp_path: Path) -> None:
    header = "firm_id;direction;resource_text;quantity;unit\n"
    refused = read(tmp_path, flows=header + "a;offer;Sciure;12;\na;offer;Sciure;3;t\n").flows
    corrected = read(tmp_path, flows=header + "a;offer;Sciure;12;t\na;offer;Sciure;3;t\n").flows
    assert [flow.id for flow in refused] == [corrected[1].id]


def test_synergies(tmp_path: Path) -> None:
    header = "kind;firm_ids;resource_text;use_text;status;source\n"
    lines = "substitution;a|b|c;Vapeur;Chaleur;implemented;Atelier\nMutualisation;a| b |a;Quai;;Identified;\n"
    first, second = read(tmp_path, synergies=header + lines).synergies
    assert (first.kind, first.firm_ids) == (SynergyKind.SUBSTITUTION, ("a", "b", "c"))
    assert (first.status, first.source, first.use_text) == (Judgement.IMPLEMENTED, "Atelier", "Chaleur")
    assert (second.kind, second.firm_ids) == (SynergyKind.MUTUALISATION, ("a", "b"))
    assert (second.status, second.source) == (None, "non précisée")


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("partage;a|b;Quai;", "kind"),
        ("mutualisation;a|x;Quai;", "firm_ids"),
        ("mutualisation;a;Quai;", "firm_ids"),
        ("mutualisation;a|a|;Quai;", "firm_ids"),
        ("mutualisation;;Quai;", "firm_ids"),
        ("substitution;a|b|a;Quai;", "firm_ids"),
        ("mutualisation;a|b;;", "resource_text"),
        ("mutualisation;a|b;Quai;faite", "status"),
    ],
)
def test_bad_synergies(tmp_path: Path, line: str, column: str) -> None:
    rows = read(tmp_path, synergies=f"kind;firm_ids;resource_text;status\n{line}\nsubstitution;a|b;Vapeur;\n")
    assert len(rows.synergies) == 1
    assert rows.synergies[0].status is None
    assert where(rows) == [("synergies.csv", 2, column)]


def test_identity(tmp_path: Path) -> None:
    rows = read(tmp_path, territory='\ufeff{"name": "Bassin de\\u0007 Pompey", "synthetic": true}')
    assert (rows.name, rows.synthetic, rows.errors) == ("Bassin de Pompey", True, ())


@pytest.mark.parametrize(
    "content", ["", "[]", "{", "[" * 100_000, '{"name": 3}', '{"synthetic": "x"}', '{"synthetic": null}']
)
def test_bad_identity(tmp_path: Path, content: str) -> None:
    rows = read(tmp_path, territory=content)
    assert (rows.name, rows.synthetic) == (tmp_path.name, False)
    assert [(error.file, error.line) for error in rows.errors] == [("territory.json", 0)]
    assert len(rows.firms) == 3


def test_a_name_can_always_be_stored(tmp_path: Path) -> None:
    assert read(tmp_path, territory='{"name": "a\\ud800b"}').name == "ab"


def test_extra_columns_are_noted_once_per_file(tmp_path: Path) -> None:
    flows = "firm_id;direction;resource_text;note\na;offer;Sciure;1\nb;offer;Sciure;2\n"
    rows = read(tmp_path, flows=flows)
    assert len(rows.flows) == 2
    assert [(e.file, e.line, e.value) for e in rows.errors] == [("flows.csv", 1, "note")]


def test_the_whole_territory_is_read_in_seconds(tmp_path: Path) -> None:
    firms = "".join(f"f{n};Firme {n};1071C;48,7;6,1;12\n" for n in range(4_400))
    flows = "".join(f"f{n % 4_400};offer;Sciure {n};03 01 05;1 200,5;t;monthly\n" for n in range(30_000))
    started = time.perf_counter()
    rows = read(
        tmp_path,
        firms="firm_id;name;nace;lat;lon;headcount\n" + firms,
        flows="firm_id;direction;resource_text;waste_code;quantity;unit;rhythm\n" + flows,
    )
    assert time.perf_counter() - started < 10  # about 1 s; the margin is for a busy machine
    assert (len(rows.firms), len(rows.flows), rows.errors) == (4_400, 30_000, ())
