"""Files, opened again by the programs that will read them, and compared with what was written."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import openpyxl
import pandas as pd
import pyogrio
import pytest

from symbiosis.domain.answers import AnswerRow, Edge, Node, Stop, Stopped
from symbiosis.domain.answers import Path as Way
from symbiosis.exports import FORMATS
from symbiosis.exports.sheet import NothingToDraw, Rows, Sheet, Words

BREWER = Node("#1", "Firm", {"id": "brewer", "name": "=Brasserie", "lat": 48.8, "lon": 6.1, "nace": ["11.05", "56.30"]})
FARM = Node("#2", "Firm", {"id": "farm", "name": "Ferme", "lat": 48.9, "lon": 6.2})
GIVES = Edge("#3", "GIVES", "#1", "#2", {"tonnes": 12.5, "label": "drêche"})
WORDS = Words(
    lambda left, rows: f"Coupé à {rows} lignes, {left.rows} de plus", lambda why, rows: f"Arrêté ({why}) à {rows}"
)
COLUMNS = ("name", "tonnes", "known", "list", "nothing")
LINES: list[AnswerRow] = [
    ("Brasserie « Île » ; fille", 1234.5, True, ["a", 2], None),
    ("=HYPERLINK(\"x\")", -3, False, [], None),
    ("+33 1", 0.0, None, [None], None),
    ("@sum\nligne", 7, True, ["é"], None),
]  # fmt: skip


def sheet(rows: list[AnswerRow], columns: tuple[str, ...] = COLUMNS, most: int = 100) -> Sheet:
    return Sheet(columns, Rows(iter(rows), most), "MATCH …", "2026-05-04", WORDS)


def written(kind: str, what: Sheet) -> bytes:
    return b"".join(FORMATS[kind].write(what))


def test_a_french_spreadsheet_reads_semicolons_and_decimal_commas() -> None:
    raw = written("csv", sheet(LINES))
    assert raw.startswith(b"\xef\xbb\xbf")
    table = pd.read_csv(io.BytesIO(raw), sep=";", decimal=",", encoding="utf-8-sig")
    assert list(table.columns) == list(COLUMNS)
    assert table["tonnes"].tolist() == [1234.5, -3, 0, 7]
    assert table["name"].tolist() == ["Brasserie « Île » ; fille", '\'=HYPERLINK("x")', "'+33 1", "'@sum\nligne"]
    assert table["list"].fillna("").tolist() == ["a | 2", "", "", "é"]


def test_a_plain_csv_is_read_by_programs() -> None:
    table = pd.read_csv(io.BytesIO(written("csv-plain", sheet(LINES))))
    assert table["tonnes"].tolist() == [1234.5, -3.0, 0.0, 7.0]
    assert table["known"].tolist()[:2] == [True, False]


@pytest.mark.parametrize("kind", ["csv", "csv-plain", "xlsx"])
def test_no_cell_of_a_spreadsheet_is_a_formula(kind: str) -> None:
    raw = written(kind, sheet([("=1+1",), ("+1",), ("-1",), ("@x",), ("\t=1",), (BREWER,)], ("=head",)))
    if kind == "xlsx":
        page = openpyxl.load_workbook(io.BytesIO(raw))["Résultat"]
        assert all(cell.data_type == "s" for line in page.iter_rows() for cell in line)
        cells = [str(line[0]) for line in page.iter_rows(values_only=True)]
    else:
        cells = [
            line[0]
            for line in csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";" if kind == "csv" else ",")
        ]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_files_for_readers_have_the_readers_words_and_files_for_programs_the_stable_names(kind: str) -> None:
    told = Words(WORDS.cut, WORDS.stopped, lambda column: column.upper(), lambda column, text: f"{column}:{text}")
    rows: list[AnswerRow] = [("sorte", 3, FARM)]
    raw = written(kind, Sheet(("kind", "n", "firm"), Rows(iter(rows), 9), "q", "d", told))
    if kind == "xlsx":
        page = openpyxl.load_workbook(io.BytesIO(raw))["Résultat"]
        assert [cell.value for cell in page[1]] == ["KIND", "N", "FIRM"]
        assert [cell.value for cell in page[2]][:2] == ["kind:sorte", 3]
    elif kind == "csv":
        assert raw.decode("utf-8-sig").startswith("KIND;N;FIRM\r\nkind:sorte;3;")
    elif kind == "parquet":
        assert pd.read_parquet(io.BytesIO(raw)).iloc[0].tolist()[:2] == ["sorte", 3]
    else:
        assert b"KIND" not in raw and b"kind:" not in raw


def test_a_workbook_holds_numbers_as_numbers_and_says_where_it_comes_from() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written("xlsx", sheet([*LINES, ("x\x00y", 1, True, [], None)], most=4))))
    rows = list(book["Résultat"].iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    assert [row[1] for row in rows[1:]] == [1234.5, -3, 0, 7]
    about = list(book["Source"].iter_rows(values_only=True))
    assert about[0] == ("Requête", "MATCH …")
    assert about[2][1] == "Coupé à 4 lignes, 1 de plus"


def test_json_keeps_nodes_lists_and_nothing() -> None:
    held = json.loads(written("json", sheet([(BREWER, [1, {"a": None}], None)], ("n", "l", "x"))))
    assert held["columns"] == ["n", "l", "x"] and held["notice"] == ""
    assert held["rows"] == [
        [{"label": "Firm", "properties": dict(BREWER.properties)}, [1, {"a": None}], None]
    ]  # fmt: skip


def test_parquet_keeps_types_and_turns_a_mixed_column_into_texts() -> None:
    rows: list[AnswerRow] = [(1, 1.5, "a", 1, ["x"]), (2, None, None, "b", []), (3, 2, "c", None, ["y", "z"])]
    table = pd.read_parquet(io.BytesIO(written("parquet", sheet(rows, ("n", "f", "s", "mixed", "l")))))
    assert table["n"].tolist() == [1, 2, 3]
    assert table["f"].fillna(0).tolist() == [1.5, 0.0, 2.0]
    assert table["mixed"].tolist()[:2] == ["1", "b"]
    assert [list(part) for part in table["l"]] == [["x"], [], ["y", "z"]]


def test_parquet_holds_what_has_no_property() -> None:
    bare = Edge("#9", "OF", "#1", "#2", {})
    way = Way((Node("#1", "Firm", {}), FARM), (bare,))
    rows: list[AnswerRow] = [({}, [{}], bare, way), ({}, [], None, way)]
    table = pd.read_parquet(io.BytesIO(written("parquet", sheet(rows, ("m", "l", "r", "p")))))
    assert table["m"].tolist() == ["{}", "{}"] and table["r"].isna().tolist() == [False, True]
    assert json.loads(str(table["p"][0]))["relations"] == [{"type": "OF", "properties": {}}]


def test_graphml_leaves_out_what_no_xml_may_hold() -> None:
    odd = Node("#1", "Firm", {"id": "a\x00b", "name": "c\x0b\x1fd\ufffe"})
    what = Sheet(("n",), Rows(iter([(odd,)]), 9), "MATCH \x00 …", "d", WORDS)
    graph: Any = nx.read_graphml(io.BytesIO(written("graphml", what)))
    assert graph.nodes["Firm:ab"]["name"] == "cd"


def test_graphml_is_the_same_graph_again() -> None:
    graph: Any = nx.read_graphml(
        io.BytesIO(written("graphml", sheet([(BREWER, GIVES, FARM), (Way((FARM,), ()),) * 3])))
    )
    assert set(graph.nodes) == {"Firm:brewer", "Firm:farm"}
    assert graph.nodes["Firm:brewer"]["name"] == "=Brasserie"
    assert graph.nodes["Firm:brewer"]["nace"] == "11.05 | 56.30"
    (edge,) = graph.edges(data=True)
    assert edge[:2] == ("Firm:brewer", "Firm:farm")
    assert (edge[2]["type"], edge[2]["tonnes"], edge[2]["_label"]) == ("GIVES", 12.5, "drêche")


def test_geojson_has_points_and_lines_where_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.geojson"
    file.write_bytes(written("geojson", sheet([(BREWER, GIVES, FARM)], ("a", "r", "b"))))
    held = json.loads(file.read_bytes())
    assert [f["geometry"]["type"] for f in held["features"]] == ["Point", "Point", "LineString"]
    meta, _, geometry, fields = pyogrio.raw.read(file)
    assert "EPSG:4326" in meta["crs"] and len(geometry) == 3
    names = fields[list(meta["fields"]).index("name")]
    assert list(names)[:2] == ["=Brasserie", "Ferme"]
    bounds = pyogrio.read_bounds(file)[1]
    assert bounds[:, 0].tolist() == [6.1, 48.8, 6.1, 48.8]


def test_geojson_takes_rows_with_a_place() -> None:
    held = json.loads(written("geojson", sheet([("a", 48.8, 6.1), ("b", None, 6.1)], ("name", "lat", "lon"))))
    (only,) = held["features"]
    assert only["geometry"]["coordinates"] == [6.1, 48.8] and only["properties"]["name"] == "a"


@pytest.mark.parametrize("kind", ["graphml", "geojson"])
def test_what_holds_nothing_to_draw_says_so(kind: str) -> None:
    with pytest.raises(NothingToDraw):
        written(kind, sheet([("a",)], ("name",)))


@pytest.mark.parametrize("kind", sorted(set(FORMATS) - {"graphml", "geojson"}))
def test_an_empty_answer_is_an_empty_table(kind: str) -> None:
    raw = written(kind, sheet([], ("a", "b")))
    assert b"a" in raw or kind == "xlsx"


@pytest.mark.parametrize("kind", ["csv", "csv-plain", "json"])
def test_what_was_left_out_stands_in_the_file(kind: str) -> None:
    rows: list[AnswerRow] = [(i,) for i in range(1000)]
    raw = written(kind, sheet(rows, ("n",), most=600)).decode()
    assert "Coupé à 600 lignes, 400 de plus" in raw and "\n599" in raw.replace("[599]", "\n599") and "600\r" not in raw


def test_an_answer_that_stops_on_its_way_says_so_at_its_end() -> None:
    def stops() -> Iterator[AnswerRow]:
        yield (1,)
        raise Stopped(Stop.TIME)

    what = Sheet(("n",), Rows(stops(), 10), "q", "d", WORDS)
    assert written("csv-plain", what).decode().splitlines() == ["n", "1", "Arrêté (time) à 1"]


def test_an_answer_that_never_began_raises() -> None:
    def stops() -> Iterator[AnswerRow]:
        raise Stopped(Stop.MEMORY)
        yield

    with pytest.raises(Stopped):
        written("csv", Sheet(("n",), Rows(stops(), 10), "q", "d", WORDS))
