"""What the trades know of a pair: conditions on both sides, and a table whose every row can hold."""

from dataclasses import replace
from pathlib import Path

import pytest

from symbiosis.knowledge.attribute_seeds import read_attributes
from symbiosis.knowledge.attributes import Reader
from symbiosis.knowledge.trade_sense import VERDICTS, Sense, TradeSense, read_senses

HEADER = "offer_fr,need_fr,offer_en,need_en,verdict,reason_fr,reason_en\n"
READER = Reader(read_attributes())


def senses(folder: Path, *lines: str) -> tuple[Sense, ...]:
    (folder / "trade_sense").mkdir(exist_ok=True)
    (folder / "trade_sense" / "some.csv").write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return read_senses(folder)


def known(folder: Path, line: str, offer: str, need: str) -> list[str]:
    return [sense.reason_en for sense in TradeSense(senses(folder, line), READER).of(offer, need)]


COLD = "camion & bache*|tautliner,yaourt*|frais & !conserve,truck & tarp*,chilled,never,Sans froid,No cold"


@pytest.mark.parametrize(
    ("offer", "need", "holds"),
    [
        ("Camion bâché libre le mardi", "Livrer des yaourts", True),
        ("Camions bâchés", "Produits frais à livrer", True),  # inflected
        ("Camion frigorifique", "Livrer des yaourts", False),  # one condition is not told
        ("Camion sans bâche", "Livrer des yaourts", False),  # denied
        ("Camion bâché", "Conserves et produits frais", False),  # what must be absent is told
        ("Livrer des yaourts", "Camion bâché", False),  # the other way round
        ("Curtain-sided truck with tarpaulin", "Chilled goods", True),
    ],
)
def test_a_row_holds_when_each_side_meets_all_its_conditions(
    tmp_path: Path, offer: str, need: str, holds: bool
) -> None:
    assert known(tmp_path, COLD, offer, need) == ["No cold"] * holds


def test_a_reason_is_told_once_whatever_the_rows_that_tell_it(tmp_path: Path) -> None:
    twice = senses(tmp_path, COLD, COLD.replace("bache*", "bach*"))
    found = TradeSense(twice, READER).of("Camion bâché", "Livrer des yaourts")
    assert [sense.reason_en for sense in found] == ["No cold"]


@pytest.mark.parametrize(
    ("line", "about"),
    [
        ("wood,straw,wood,straw,perhaps,x,y", "perhaps"),
        ("wood & ,straw,wood,straw,never,x,y", "without words"),
        ("!wood,straw,wood,straw,never,x,y", "nothing must be told"),
    ],
)
def test_a_row_that_cannot_hold_stops_with_its_line(tmp_path: Path, line: str, about: str) -> None:
    with pytest.raises(ValueError, match=rf"some.csv, line 2: .*{about}"):
        senses(tmp_path, line)


def test_no_row_says_twice_or_both_yes_and_no_of_the_same_words() -> None:
    rows = read_senses()
    conditions = [str(replace(row, verdict="", reason_fr="", reason_en="")) for row in rows]
    assert len(set(conditions)) == len(rows)
    assert {row.verdict for row in rows} == set(VERDICTS)
    assert all(row.reason_fr and row.reason_en for row in rows)
