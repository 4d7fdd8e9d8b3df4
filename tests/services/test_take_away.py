"""Files hold exactly what a list shows, and nothing that is confidential."""

import csv
import io

from openpyxl import load_workbook

from symbiosis.domain.enums import Judgement
from symbiosis.domain.exported import Table
from symbiosis.domain.follow_up import Wanted
from symbiosis.domain.views import Filters
from symbiosis.exports.csv_file import csv_file
from symbiosis.exports.xlsx_file import xlsx_file
from symbiosis.services import browse, take_away
from symbiosis.services.decide import Order, decide
from symbiosis.store import exports
from symbiosis.store.session import Store
from tests.databases import ask
from tests.services.test_decide import first_lead

NASTY = ("=1+1", "+33 1", "-2", "@cmd", "\tx", 'plain; "quoted"\nline', "\x00null", "", None, 1.5, 1e-7, -3, 12)


def read(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_csv_opens_in_a_french_spreadsheet_and_holds_no_formula() -> None:
    rows = read(csv_file(Table("t", ("a", "b"), tuple((value, "é") for value in NASTY))))
    assert rows[0] == ["a", "b"] and len(rows) == len(NASTY) + 1
    cells = [row[0] for row in rows[1:]]
    assert cells[:5] == ["'=1+1", "'+33 1", "'-2", "'@cmd", "'\tx"]
    assert cells[-5:] == ["", "1,5", "0,0000001", "-3", "12"]


def test_a_workbook_keeps_texts_as_texts_and_numbers_as_numbers() -> None:
    table = Table("a/b:c" * 20, ("h",), tuple((value,) for value in NASTY))
    book = load_workbook(io.BytesIO(xlsx_file((table, table))))
    sheet = book.worksheets[0]
    held = [sheet.cell(row, 1) for row in range(2, len(NASTY) + 2)]
    assert [c.data_type for c in held[:4]] == ["s"] * 4 and held[0].value == "'=1+1"
    assert [c.value for c in held[-4:]] == [1.5, 1e-7, -3, 12] and len(book.sheetnames) == 2


def test_the_queue_leaves_as_it_is_filtered_in_its_order(loaded: Store) -> None:
    for filters in (Filters(), Filters(kind="mutualisation"), Filters(guesses=False), Filters(resource="none")):
        taken = take_away.queue(loaded, filters)
        assert [row.id for row in taken.rows] == [line.id for line in browse.queue(loaded, filters, 1).lines]
        assert taken.left_out == 0
    lead = next(iter(take_away.queue(loaded, Filters(kind="substitution")).rows))
    assert {f.quantity for f in lead.flows} == {900.0, 700.0} and lead.parties[0].commune


def test_what_rests_on_a_confidential_flow_never_leaves(loaded: Store) -> None:
    before = tuple(take_away.queue(loaded, Filters()).rows)
    flow = ask(loaded, "MATCH (:Synergy)-[:RESTS_ON]->(w:Flow) RETURN w.id AS id ORDER BY id LIMIT 1")[0]["id"]
    ask(loaded, "MATCH (w:Flow {id: $id}) SET w.confidential = true RETURN w.id AS id", id=flow)
    taken = take_away.queue(loaded, Filters())
    after = {row.id for row in taken.rows}
    assert taken.left_out > 0 and len(after) + taken.left_out == len(before)
    resting = ask(loaded, "MATCH (s:Synergy)-[:RESTS_ON]->(:Flow {id: $id}) RETURN s.id AS id", id=flow)
    assert not {row["id"] for row in resting} & after
    assert list(exports.leads(loaded, [str(row["id"]) for row in resting])) == []


def test_the_follow_up_leaves_under_its_filters(loaded: Store) -> None:
    lead = first_lead(loaded)
    decide(loaded, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    assert [row.lead.id for row in take_away.followed(loaded, Wanted()).rows] == [lead]
    assert tuple(take_away.followed(loaded, Wanted(stage="implemented")).rows) == ()
