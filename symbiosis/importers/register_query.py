"""The rows of a table of any size whose key is wanted, how many there were, and what was unreadable."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from symbiosis.domain.folder import RowError
from symbiosis.importers.register_files import Source, piped
from symbiosis.importers.tabular import SHOWN, clean

MEMORY = "512MB"
MOST_REJECTS = 10_000
LINE = "line"  # of a row taken, as text; the header is line 1, a cell of several lines counts as one
PAUSE_SECONDS = 0.5
ROW = '"the number of a row"'  # a name that no register gives a column
WHY = {
    "MISSING COLUMNS": "il manque des cellules : compter les séparateurs",
    "TOO MANY COLUMNS": "il y a trop de cellules : mettre entre guillemets un texte qui a des séparateurs",
    "UNQUOTED VALUE": "guillemets mal fermés : en ouvrir et en fermer une paire par cellule",
    "INVALID ENCODING": "caractère illisible : enregistrer le fichier en « CSV UTF-8 »",
    "LINE SIZE OVER MAXIMUM": "ligne démesurée : des guillemets n'y sont sans doute pas fermés",
}
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Taken:
    """The rows taken, each a text per column asked for ('' for none) with its `LINE`, and what else there was."""

    rows: tuple[dict[str, str], ...]
    read: int  # rows that could be read, taken or not
    errors: tuple[RowError, ...]


def take(source: Source, columns: Sequence[str], key: str, wanted: Iterable[str], progress: Progress) -> Taken:
    """Return the rows whose `key` is one of `wanted`, ordered by it; columns that the table lacks are ''.

    A file that stops in the middle raises BadFileError, one that is no table duckdb.Error.
    """
    try:
        return _take(source, columns, key, wanted, progress)
    except duckdb.InvalidInputException:
        if source.mixed or source.parquet:
            raise
        return _take(replace(source, path=None, mixed=True), columns, key, wanted, progress)


def _take(source: Source, columns: Sequence[str], key: str, wanted: Iterable[str], progress: Progress) -> Taken:
    present = [name for name in columns if source.has(name)]
    seen = [0]

    def count(many: int) -> None:
        seen[0] += many

    with duckdb.connect() as connection, piped(source, count) as path:
        connection.execute(f"SET memory_limit = '{MEMORY}'; SET threads = 2; SET enable_progress_bar_print = false")
        connection.execute("CREATE TABLE wanted AS SELECT unnest($1::VARCHAR[]) AS k", [sorted(set(wanted))])
        with ThreadPoolExecutor(1) as pool:
            asked = pool.submit(_ask, connection, _query(source, present, key), path)
            while not asked.done():
                progress(min(seen[0] or _guess(connection, source), source.size), source.size)
                _wait(asked)
            rows, read = asked.result()
        errors = () if source.parquet else _rejects(connection, source)
    lines = _lines([row[LINE] for row in rows], errors, source)
    found = (
        {name: clean(row.get(name) or "") for name in columns} | {LINE: str(line)}
        for row, line in zip(rows, lines, strict=True)
    )
    return Taken(tuple(sorted(found, key=lambda row: row[key])), read, errors)


def _lines(ranks: Sequence[int], errors: Sequence[RowError], source: Source) -> list[int]:
    """Return the lines of rows by their rank among those that could be read; unreadable lines stand between them."""
    lost = sorted(error.line for error in errors if error.line)
    lines: dict[int, int] = {}
    before = 0
    for rank in sorted(ranks):
        while before < len(lost) and lost[before] <= rank + (not source.parquet) + before:
            before += 1
        lines[rank] = rank + (not source.parquet) + before
    return [lines[rank] for rank in ranks]


def _ask(connection: duckdb.DuckDBPyConnection, query: str, path: str) -> tuple[list[dict[str, Any]], int]:
    # All rows are asked for, though there is one: what was rejected is only written down at the end.
    row = connection.execute(query, [path]).fetchall()[0]
    return row[0] or [], row[1]


def _query(source: Source, present: Sequence[str], key: str) -> str:
    """Return one pass over the table: the rows taken as a list, and how many there were."""
    fields = ", ".join(f"{_literal(name)}: CAST({_identifier(name)} AS VARCHAR)" for name in present)
    columns = ", ".join(map(_identifier, present))
    table = "read_parquet($1)" if source.parquet else _csv(source)
    numbered = f"SELECT {columns}, row_number() OVER () AS {ROW} FROM {table}"
    taken = f"CAST({_identifier(key)} AS VARCHAR) IN (SELECT k FROM wanted)"
    return f"SELECT list({{{fields}, '{LINE}': {ROW}}}) FILTER (WHERE {taken}), count(*) FROM ({numbered})"


def _csv(source: Source) -> str:
    columns = ", ".join(f"{_literal(name)}: 'VARCHAR'" for name in source.columns)
    return (
        f"read_csv($1, auto_detect = false, header = true, delim = {_literal(source.separator)}, quote = '\"', "
        f"escape = '\"', columns = {{{columns}}}, ignore_errors = true, store_rejects = true, "
        f"rejects_limit = {MOST_REJECTS})"
    )


def _rejects(connection: duckdb.DuckDBPyConnection, source: Source) -> tuple[RowError, ...]:
    query = (
        "SELECT line, any_value(column_name), any_value(error_type::VARCHAR), any_value(csv_line) FROM reject_errors "
        "GROUP BY line ORDER BY line"
    )
    try:
        lines = connection.execute(query).fetchall()
    except duckdb.CatalogException:  # there is no such table where nothing was rejected
        return ()
    errors = [_reject(source, *line) for line in lines]
    if len(errors) >= MOST_REJECTS:
        remedy = f"au moins {MOST_REJECTS} lignes illisibles, la suite n'est pas listée : est-ce le bon fichier ?"
        errors.append(RowError(source.name, 0, "", "", remedy))
    return tuple(errors)


def _reject(source: Source, line: int, column: str | None, kind: str, raw: str | None) -> RowError:
    remedy = WHY.get(kind, "ligne illisible : la corriger ou l'enlever")
    more = (raw or "").count("\n")
    if more:
        remedy += f" ; avec elle, {more} ligne(s) suivante(s) ont été prises pour la même"
    return RowError(source.name, int(line), column or "", clean(raw or "")[:SHOWN], remedy)


def _guess(connection: duckdb.DuckDBPyConnection, source: Source) -> int:
    share = connection.query_progress()
    return int(max(share, 0.0) / 100 * source.size)


def _wait(asked: Any) -> None:
    try:
        asked.result(timeout=PAUSE_SECONDS)
    except TimeoutError:
        return


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _identifier(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
