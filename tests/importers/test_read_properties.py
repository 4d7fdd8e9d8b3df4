"""Whatever is in the files: nothing raises, no row vanishes, good rows load, ids hold."""

import csv
import io
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import TerritoryRows
from symbiosis.importers.rows import QUOTED
from symbiosis.importers.tabular import clean
from symbiosis.importers.territory import read_folder

patient = settings(deadline=None)  # a busy machine is not a failure
HEADER = ("firm_id", "direction", "resource_text", "quantity", "unit")

texts = st.text(st.characters(codec="utf-8", exclude_characters="\ufffd"), max_size=40).map(clean).filter(bool)
texts = texts.filter(lambda text: not QUOTED.match(text))  # read back without the quote that our own files put there
ids = texts.filter(lambda text: "|" not in text)
firms = st.lists(
    st.builds(
        Firm,
        id=ids,
        name=texts,
        lat=st.floats(-90, 90),
        lon=st.floats(-180, 180),
        headcount=st.none() | st.integers(0, 10_000_000),
        activity=texts | st.just(""),
    ),
    unique_by=lambda firm: firm.id,
    min_size=1,
    max_size=8,
)
quantities = st.none() | st.floats(0, 1e9)
flow_rows = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(Direction), texts, quantities), min_size=1, max_size=8
)
pieces = st.sampled_from(
    ['"', ";", ",", "\t", "\n", "\r", "\0", "\u00e9", "a", "|", "firm_id", "name", "lat", "1", "nan"]
)
tables = st.lists(pieces, max_size=60).map(lambda found: "firm_id;name;lat;lon\n" + "".join(found))


def read(**files: bytes) -> TerritoryRows:
    with tempfile.TemporaryDirectory() as folder:
        for stem, content in files.items():
            (Path(folder) / f"{stem}.csv").write_bytes(content)
        return read_folder(Path(folder))


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([header, *rows])
    return text.getvalue().encode()


def flow_table(rows: Sequence[tuple[str, Direction, str, float | None]]) -> bytes:
    return table(HEADER, [(*row, "" if row[3] is None else Unit.TONNE) for row in rows])


def read_flows(rows: Sequence[tuple[str, Direction, str, float | None]]) -> tuple[Flow, ...]:
    found = read(firms=b"firm_id;name\na;A\nb;B\n", flows=flow_table(rows))
    assert not found.errors
    return found.flows


def assert_nothing_vanished(rows: TerritoryRows) -> None:
    good = len(rows.firms) + len(rows.flows) + len(rows.synergies)
    bad = {(error.file, error.line) for error in rows.errors if error.line > 1}
    assert rows.rows_read == good + len(bad)
    assert rows.rows_read or rows.errors
    assert all(error.remedy for error in rows.errors)


@patient
@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    assert_nothing_vanished(read(firms=content))
    assert_nothing_vanished(read(firms=b"firm_id;name;lat\n" + content, flows=content, synergies=content))


@patient
@given(tables, st.sampled_from(["utf-8", "cp1252", "utf-16"]))
def test_any_table(text: str, encoding: str) -> None:
    rows = read(firms=text.encode(encoding))
    assert_nothing_vanished(rows)
    assert all(firm.id and firm.name and not set("\0\t\r\n") & set(firm.id + firm.name) for firm in rows.firms)


@patient
@given(st.binary(max_size=60), st.integers(0, 999))
def test_one_bad_row_in_a_thousand(junk: bytes, position: int) -> None:
    lines = [f"f{n};Firme é{n}".encode() for n in range(1_000)]
    lines[position] = junk.replace(b"\n", b"").replace(b"\r", b"").replace(b";", b"") + b";"
    rows = read(firms=b"firm_id;name\n" + b"\n".join(lines) + b"\n")
    assert {firm.id for firm in rows.firms} >= {f"f{n}" for n in range(1_000) if n != position}
    assert len(rows.firms) == 999
    assert_nothing_vanished(rows)


@patient
@given(firms)
def test_written_firms_read_back(written: list[Firm]) -> None:
    header = ("firm_id", "name", "lat", "lon", "headcount", "activity")
    found = read(firms=table(header, [(f.id, f.name, f.lat, f.lon, f.headcount, f.activity) for f in written]))
    assert found.firms == tuple(written)
    assert not found.errors


@patient
@given(flow_rows)
def test_written_flows_read_back(written: list[tuple[str, Direction, str, float | None]]) -> None:
    found = read_flows(written)
    assert [(f.firm_id, f.direction, f.text, f.quantity) for f in found] == written
    assert len({flow.id for flow in found}) == len(written)


@patient
@given(flow_rows, flow_rows)
def test_flow_ids_hold_when_rows_are_added(
    before: list[tuple[str, Direction, str, float | None]],
    added: list[tuple[str, Direction, str, float | None]],
) -> None:
    keys = {row[:3] for row in before}
    others = [row for row in added if row[:3] not in keys]
    old = read_flows(before)
    assert read_flows(before + added)[: len(before)] == old
    assert read_flows(others + before)[len(others) :] == old
