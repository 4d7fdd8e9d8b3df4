"""Seeds that cannot be read say where and why."""

import shutil
from pathlib import Path

import pytest

from symbiosis.knowledge import seeds


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for file in seeds.SEEDS.glob("*.csv"):
        shutil.copy(file, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("stem", "before", "after", "says"),
    [
        ("resources", ",material,", ",mineral,", "mineral"),
        ("resources", ",t,no,", ",stone,no,", "stone"),
        ("resources", ",t,no,", ",t,perhaps,", "perhaps"),
        ("usable_as", ",common,", ",rare,", "rare"),
        ("performs", ",0.6,", ",much,", "much"),
        ("sharing", ",offer|share,", ",offer|give,", "give"),
        ("sharing", ",3,20,", ",three,20,", "three"),
    ],
)
def test_a_wrong_cell_names_its_file_and_line(copy: Path, stem: str, before: str, after: str, says: str) -> None:
    file = copy / f"{stem}.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(rank for rank, line in enumerate(lines, start=1) if before in line)
    lines[number - 1] = lines[number - 1].replace(before, after)
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ValueError, match=f"^{stem}.csv, line {number}: .*{says}"):
        seeds.read_knowledge(copy)


def test_a_missing_column_is_named(copy: Path) -> None:
    (copy / "sectors.csv").write_text("nace,fr\n01,Agriculture\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"^sectors.csv, line 2: 'en'"):
        seeds.read_knowledge(copy)


def test_a_row_cut_short_names_its_file_and_line(copy: Path) -> None:
    with (copy / "performs.csv").open("a", encoding="utf-8") as stream:
        stream.write("10.71,soil_fertilising\n")
    lines = len((copy / "performs.csv").read_text(encoding="utf-8").splitlines())
    with pytest.raises(ValueError, match=f"^performs.csv, line {lines}: "):
        seeds.read_knowledge(copy)


def test_reading_twice_gives_the_same_rows(copy: Path) -> None:
    assert seeds.read_knowledge(copy) == seeds.read_knowledge()


def test_the_version_changes_with_any_cell_and_with_nothing_else(copy: Path) -> None:
    assert seeds.version(copy) == seeds.version()
    with (copy / "uses.csv").open("a", encoding="utf-8") as stream:
        stream.write("x,X,X,false,me,2026-11,draft\n")
    assert seeds.version(copy) != seeds.version()


def test_every_commune_is_read() -> None:
    assert len({commune.id for commune in seeds.read_communes()}) == 13


def test_a_cell_over_several_lines_keeps_the_count_of_lines(copy: Path) -> None:
    rows = 'nace,use_id,weight,share,source\n01,fuel,0.5,1,"a\nb"\n02,fuel,much,1,c\n'
    (copy / "performs.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(ValueError, match=r"^performs.csv, line 4: "):
        seeds.read_knowledge(copy)
