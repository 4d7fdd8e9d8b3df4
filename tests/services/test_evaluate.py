"""Evaluation files: read, answered in order, judged; every mistake in them is one sentence."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from symbiosis.domain.errors import Refused
from symbiosis.services.evaluate import TASKS, evaluate

HEADER = "case_id,site,place,material_fr,material_en,donor_nace,receiver_nace,use_fr,use_en,low_code"
QUERIES = f"""{HEADER}
2,S,S,Drêches,Spent grain,11.05,01.41,Aliment pour bétail,Cattle feed,
1,S,S,Sciure,Sawdust,16.10,,,,03 01 05
"""
TRAIN = f"""{HEADER}
9,Z,Z,drêches,grain,11.05,01.41,a,b,02 07 04
"""
DECLARED = "id,text_fr\nb,palettes cassées et pneus\na,marc de café 3 kg/j\n"


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    return written(tmp_path / "queries.csv", QUERIES)


def written(file: Path, text: str) -> Path:
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize("task", ["T1", "T2", "T3", "T5"])
def test_one_line_per_query_in_their_order(queries: Path, task: str) -> None:
    lines = [json.loads(line) for line in evaluate(queries, task, "fr").lines]
    assert [line["case_id"] for line in lines] == ["2", "1"]
    assert {line["task"] for line in lines} == {f"{task}.fr"}
    assert all(set(line) == {"case_id", "task", "ranked"} and line["ranked"] for line in lines)


def test_one_id_for_two_texts_is_refused(tmp_path: Path) -> None:
    twice = written(tmp_path / "twice.csv", "id,text_fr\n1,sciure\n1,pneus\n")
    with pytest.raises(Refused, match="id 1 stands for two different texts"):
        evaluate(twice, "D", "fr")


def test_a_truth_that_says_neither_true_nor_false_is_refused(tmp_path: Path) -> None:
    pairs = written(tmp_path / "pairs.csv", "id,offer_text,need_text,compatible\n1,sciure,litière,oui\n")
    with pytest.raises(Refused, match=r"pairs.csv: 1: compatible is 'oui'"):
        evaluate(pairs, "P", "fr", pairs)


def test_an_empty_pair_is_not_compatible(tmp_path: Path) -> None:
    pairs = written(tmp_path / "pairs.csv", "id,offer_text,need_text\n1,,\n")
    (line,) = map(json.loads, evaluate(pairs, "P", "fr").lines)
    assert (line["compatible"], line["probability"]) == (False, 0.0)


def test_a_park_ranks_its_other_firms(tmp_path: Path) -> None:
    park = tmp_path / "park"
    park.mkdir()
    written(
        park / "firms.csv", "firm_id,name,activity_fr,nace\nA,Brasserie,,11.05\nB,Garage,,45.20\nC,Ferme laitière,,\n"
    )
    written(park / "flows.csv", "case_id,donor_id,material_fr\n1,A,drêches de brasserie\n")
    written(park / "truth.csv", "case_id,gold\n1,C\n")
    found = evaluate(tmp_path, "T4", "fr", tmp_path)
    assert [json.loads(line)["ranked"] for line in found.lines] == [["C", "B"]]
    assert found.figures["ranked"]["hit@1"] == 1.0
    with pytest.raises(Refused, match="no park"):
        evaluate(tmp_path / "park" / "firms.csv", "T4", "fr")


def test_a_situation_gives_one_line_with_its_groups(tmp_path: Path) -> None:
    head = "situation_id,id,naf,commune,headcount,text_fr\n"
    asked = written(
        tmp_path / "s.csv",
        f"{head}2,a,56.10,Pompey,9,Biodéchets de cuisine\n1,a,62.01,Pompey,9,Une crèche le jour\n"
        "1,b,62.01,Pompey,9,Trois berceaux\n2,b,55.10,Pompey,9,Restes de repas\n",
    )
    truth = written(tmp_path / "t.csv", "situation_id,expected,firms\n1,together,a|b\n2,apart,a|b\n")
    found = evaluate(asked, "G", "fr", truth)
    lines = [json.loads(line) for line in found.lines]
    assert [(line["case_id"], line["task"]) for line in lines] == [("2", "G.fr"), ("1", "G.fr")]
    assert [group["firms"] for line in lines for group in line["groups"]] == [["a", "b"], ["a", "b"]]
    assert found.figures["ranked"] == {"found": 1.0, "exact": 1.0, "right": 0.5, "joined_apart": 1.0}
    with pytest.raises(Refused, match="lacks the column text_en"):
        evaluate(asked, "G", "en")


def test_a_declaration_gives_a_line_per_thing(tmp_path: Path) -> None:
    lines = [json.loads(line) for line in evaluate(written(tmp_path / "d.csv", DECLARED), "D", "fr").lines]
    assert [(line["case_id"], line["part"]) for line in lines] == [("b", 1), ("b", 2), ("a", 1)]


def test_the_same_queries_give_the_same_bytes(queries: Path) -> None:
    assert evaluate(queries, "T1", "en") == evaluate(queries, "T1", "en")


def test_train_adds_baselines_beside_and_truth_figures_for_each(queries: Path, tmp_path: Path) -> None:
    truth = written(tmp_path / "truth.csv", "case_id,gold\n2,01\n1,16|35\n")
    found = evaluate(queries, "T1", "fr", truth, written(tmp_path / "train.csv", TRAIN))
    assert all({"popularity", "neighbour"} <= set(json.loads(line)) for line in found.lines)
    assert set(found.figures) == {"ranked", "popularity", "neighbour"}
    assert found.figures["popularity"]["hit@1"] == 0.5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no row"),
        (HEADER, "no row"),
        ("case_id,material_en\n1,sawdust\n", "lacks the column material_fr, donor_nace"),
        ("rubbish", "no row"),
        ("\0\0\n\0", "lacks the column"),
    ],
    ids=["empty", "header only", "columns", "rubbish", "zero bytes"],
)
def test_a_bad_file_is_refused_in_one_sentence(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        evaluate(written(tmp_path / "bad.csv", text), "T1", "fr")


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "latin.csv"
    file.write_bytes(QUERIES.encode("latin-1"))
    with pytest.raises(Refused, match="UTF-8"):
        evaluate(file, "T1", "fr")


def test_declarations_need_a_text_in_one_language(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="text_fr and text_en"):
        evaluate(written(tmp_path / "d.csv", "id,text\n1,palettes\n"), "D", "fr")


def test_no_baseline_answers_declarations(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="no baseline"):
        evaluate(written(tmp_path / "d.csv", DECLARED), "D", "fr", train=written(tmp_path / "t.csv", TRAIN))


def test_semicolons_and_a_byte_order_mark_are_no_matter(queries: Path, tmp_path: Path) -> None:
    other = written(tmp_path / "other.csv", "\ufeff" + QUERIES.replace(",", ";"))
    assert evaluate(other, "T1", "fr") == evaluate(queries, "T1", "fr")


@pytest.mark.parametrize("task", [task for task in TASKS if task.startswith("T")])
def test_the_figures_are_those_of_the_reference_scorer(tmp_path: Path, shared: Path, task: str) -> None:
    cases = shared / "cases"
    files = [cases / "parks"] * 2 if task == "T4" else [cases / f"{task}_{what}.csv" for what in ("queries", "truth")]
    found = evaluate(files[0], task, "fr", files[1])
    predicted, told = written(tmp_path / "p.jsonl", "\n".join(found.lines)), tmp_path / "told.json"
    command = [sys.executable, str(cases / "score.py"), "--data", str(cases), "--pred", str(predicted)]
    subprocess.run([*command, "--json", str(told)], check=True, capture_output=True)
    reference = json.loads(told.read_text())[f"{task}.fr all"]
    ours = {name.replace("section_", "sec_"): value for name, value in found.figures["ranked"].items()}
    assert ours == {name: pytest.approx(reference[name][0]) for name in ours}
