"""The house keeps its shape: imports point one way, parts stay small."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted([ROOT / "app.py", *(ROOT / "symbiosis").rglob("*.py")])
MIDDLE = {"matching", "knowledge", "store", "importers", "exports", "identity", "counting"}
# The shell opens files and the store, and hands them to services; the web has them handed to it.
SHELL = {"services", "importers", "store", "assembly", "handlers", "supervise", "settings"}
MAY_IMPORT = {
    "domain": set[str](),
    **{part: set[str]() for part in MIDDLE},
    "services": MIDDLE,
    "web": {"services"},
    "assembly": {"settings", "store", "identity"},
    "handlers": SHELL - {"settings"},
    "supervise": SHELL - {"settings"},
    "commands": SHELL,
    "settings": set[str](),
    "app": {"web", "commands"},
}
FRONT = ROOT / "symbiosis" / "web" / "__init__.py"  # create_app
READS_SETTINGS = {ROOT / "symbiosis" / "assembly.py", FRONT, *(ROOT / "symbiosis" / "commands").glob("*.py")}
SHARED_SERVICE = ("symbiosis.services.record", "symbiosis.services.rematch_part")
HOLDS_STORE = {"handlers", "supervise", "commands"}  # they pass a store on and ask it nothing
AT_HOME = {
    "neo4j": {"store"},
    "cryptography": {"store"},
    "pandas": {"importers", "exports"},
    "openpyxl": {"importers", "exports"},
    "xlsxwriter": {"exports"},
    "rapidfuzz": {"knowledge", "importers"},
    "argon2": {"identity"},
    "authlib": {"identity"},
    "joserfc": {"identity"},
    "requests": {"identity"},
    "duckdb": {"importers"},
    "pyproj": {"importers"},
    "flask": {"web", "commands", "handlers", "supervise", "app"},
    "pyarrow": {"exports"},
    "pydantic": {"web"},
    "numpy": {"domain", "matching", "knowledge", "services"},
}
PLAIN = {
    "domain": {"numpy"},
    "counting": set[str](),
    "matching": {"numpy", "scipy"},
    "knowledge": {"numpy", "scipy", "rapidfuzz", "Stemmer"},
}


def name(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def part(file: Path) -> str:
    """Return the layer, or the module, a file belongs to."""
    inside = file.relative_to(ROOT).with_suffix("").parts
    return inside[1] if len(inside) > 1 else inside[0]


def imports(file: Path) -> Iterator[str]:
    """Yield the full dotted name of everything a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = file.relative_to(ROOT).parts[: -node.level] if node.level else ()
            module = ".".join([*here, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


def targets(file: Path) -> Iterator[tuple[str, str]]:
    """Yield the part and the full name of everything of ours that a file imports from elsewhere."""
    for imported in imports(file):
        top, _, rest = imported.partition(".")
        if top == "symbiosis" and rest.split(".")[0] != part(file):
            yield rest.split(".")[0], imported


def allowed(file: Path) -> set[str]:
    extra = {"settings", "assembly"} if file == FRONT else set()
    return MAY_IMPORT.get(part(file), set()) | extra | {"domain"}


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_imports_point_one_way(file: Path) -> None:
    assert [imported for there, imported in targets(file) if there not in allowed(file)] == []


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_whoever_only_holds_the_store_knows_nothing_else_of_it(file: Path) -> None:
    reached = {imported for there, imported in targets(file) if there == "store" and part(file) in HOLDS_STORE}
    assert reached <= {"symbiosis.store.session.Store"}


@pytest.mark.parametrize("file", [f for f in SOURCES if part(f) == "services"], ids=name)
def test_services_import_no_other_service_but_the_one_way_in(file: Path) -> None:
    others = [imported for imported in imports(file) if imported.startswith("symbiosis.services")]
    assert [imported for imported in others if not imported.startswith(SHARED_SERVICE)] == []


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_settings_are_read_where_the_parts_are_put_together(file: Path) -> None:
    assert file in READS_SETTINGS or "settings" not in {there for there, _ in targets(file)}


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_each_library_is_known_to_its_own_part_alone(file: Path) -> None:
    tops = {imported.split(".")[0] for imported in imports(file)}
    assert {top for top in tops if part(file) not in AT_HOME.get(top, {part(file)})} == set()


@pytest.mark.parametrize("file", [f for f in SOURCES if part(f) in PLAIN], ids=name)
def test_the_core_needs_little_beside_the_standard_library(file: Path) -> None:
    tops = {imported.split(".")[0] for imported in imports(file)} - set(sys.stdlib_module_names)
    assert tops - {"symbiosis"} - PLAIN[part(file)] == set()


def test_every_part_is_one_of_the_plan() -> None:
    assert {part(f) for f in SOURCES} <= {*MAY_IMPORT, "__init__"}


def test_the_graph_folder_holds_no_python() -> None:
    assert [name(f) for f in (ROOT / "graph").rglob("*.py*")] == []


SIZES = [
    *((f, 300) for f in SOURCES),
    *((f, 100) for f in sorted((ROOT / "templates").rglob("*")) if f.is_file()),
    *((f, 40) for f in sorted((ROOT / "graph").rglob("*.cypher")) if f.parent.name != "schema"),
]


@pytest.mark.parametrize(("file", "most"), SIZES, ids=lambda value: name(value) if isinstance(value, Path) else "")
def test_files_stay_small(file: Path, most: int) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= most


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    given = function.args
    names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return names[1:] if names[:1] in (["self"], ["cls"]) else names


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_functions_take_few_parameters(file: Path) -> None:
    assert [f.name for f in functions(file) if len(parameters(f)) > 5] == []
