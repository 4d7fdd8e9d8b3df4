"""What every question's file keeps to, and that none is left without a case."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import symbiosis
from symbiosis.store import queries
from tests import contract
from tests.contract.registry import tested

PARAMETER = re.compile(r"\$(\w+)")
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE|UNWIND|DETACH DELETE)\b\s*[($\w]")
PYTHON = sorted(Path(symbiosis.__file__).parent.rglob("*.py"))
NAMES = queries.names()


def comment_and_body(name: str) -> tuple[str, str]:
    lines = queries.text(name).splitlines()
    first = next(number for number, line in enumerate(lines) if not line.startswith("//"))
    return "\n".join(lines[:first]), "\n".join(lines[first:])


def test_every_question_has_a_case_and_every_case_a_question() -> None:
    for module in pkgutil.iter_modules(contract.__path__):
        importlib.import_module(f"tests.contract.{module.name}")
    assert tested == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_says_what_it_takes_and_gives(name: str) -> None:
    comment, _ = comment_and_body(name)
    assert re.match(r"// takes \S", comment)
    assert re.search(r"\bgives\s+\S", comment)


@pytest.mark.parametrize("name", NAMES)
def test_the_comment_names_the_parameters_and_no_other(name: str) -> None:
    comment, body = comment_and_body(name)
    assert set(PARAMETER.findall(comment)) == set(PARAMETER.findall(body))
    assert ("takes nothing" in comment) == (not PARAMETER.findall(body))


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_one_short_statement_without_a_place_to_paste_into(name: str) -> None:
    text = queries.text(name)
    assert len(text.splitlines()) <= 40
    assert ";" not in comment_and_body(name)[1]
    assert not re.search(r"%[sd(]|\{\w*\}|\{\{|\+ *\$", comment_and_body(name)[1])


@pytest.mark.parametrize("name", NAMES)
def test_no_path_is_unbounded(name: str) -> None:
    assert not re.search(r"\*\s*(\d+\s*\.\.\s*)?\]", comment_and_body(name)[1])


def test_cypher_is_in_the_graph_folder_and_in_backups_only() -> None:
    found = {file.name for file in PYTHON for text in _texts(file) if CYPHER.search(text)}
    # register_query.py speaks SQL to DuckDB; reader_role.py prints what an administrator runs, and runs nothing
    assert found == {"backup.py", "register_query.py", "reader_role.py"}


def test_a_question_is_asked_by_its_name_never_by_a_made_up_text() -> None:
    asked = [(file, call) for file in PYTHON for call in _questions(file)]
    assert len(asked) > 40
    for file, question in asked:
        assert isinstance(question, ast.Constant | ast.Name), f"{file}:{question.lineno}"


def test_the_questions_python_names_exist() -> None:
    named = {q.value for file in PYTHON for q in _questions(file) if isinstance(q, ast.Constant)}
    assert named <= set(NAMES)


def _texts(file: Path) -> list[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    documentation = {ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, _DOCUMENTED)}
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [text for text in texts if text not in documentation]


def _questions(file: Path) -> list[ast.expr]:
    calls = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    return [call.args[0] for call in calls if call.args and _asks(call.func)]


def _asks(function: ast.expr) -> bool:
    if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Name):
        return False
    return (function.value.id, function.attr) in {("tx", "run")} or (
        function.value.id in {"store", "self"} and function.attr in {"read", "write", "write_rows"}
    )


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
