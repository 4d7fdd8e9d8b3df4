"""What an account of a Neo4j sees and may do, against the list of what may be read.

The list is that of the reading copy: an account that sees more than the copy holds is not used.
"""

from collections.abc import Iterable, Iterator, Mapping

from neo4j.exceptions import Neo4jError

from symbiosis.domain.answers import Bar, Barred
from symbiosis.domain.readable import LABELS, RELATIONS
from symbiosis.store.session import Row, Store

EDITION = "CALL dbms.components() YIELD edition RETURN edition"
WITHOUT_ROLES = "community"
PRIVILEGES = "SHOW USER PRIVILEGES YIELD access, action"
READING = frozenset({"access", "match", "traverse", "read", "execute", "load"})  # LOAD CSV is refused from the plan
FUNCTIONS = "SHOW FUNCTIONS EXECUTABLE BY CURRENT USER YIELD name, isBuiltIn"


def bar(account: Store) -> Barred | None:
    """Return the first reason not to read with an account, whose store this is; None where there is none.

    On an edition without roles any account may write: there READ mode and the plan are all that stands against it.
    """
    try:
        return next(_bars(account), None)
    except Neo4jError as error:
        return Barred(Bar.UNKNOWN, (str(error.code),))


def too_many(labels: Iterable[str]) -> Barred | None:
    """Return that there are labels beside those that may be read, None where there are none."""
    return _of(Bar.LABELS, set(labels) - set(LABELS))


def _bars(account: Store) -> Iterator[Barred]:
    seen = {row["label"]: row["names"] for row in account.read("reading/properties")}
    between = {row["type"]: row["names"] for row in account.read("reading/relation_properties")}
    withdrawn = account.read("reading/withdrawn")[0]["n"]
    yield from filter(
        None,
        (
            too_many(seen),
            _of(Bar.RELATIONS, set(between) - set(RELATIONS)),
            _of(Bar.PROPERTIES, (*_beside(seen, LABELS), *_beside(between, RELATIONS))),
            Barred(Bar.WITHDRAWN, (str(withdrawn),)) if withdrawn else None,
        ),
    )
    yield from filter(None, (_of(Bar.WRITES, _powers(account)), _of(Bar.FUNCTIONS, _functions(account))))


def beyond_reading(privileges: Iterable[Row]) -> set[str]:
    """Return the actions that are granted and do more than read.

    >>> sorted(beyond_reading([{"access": "GRANTED", "action": "read"}, {"access": "GRANTED", "action": "write"}]))
    ['write']
    """
    return {row["action"] for row in privileges if row["access"] == "GRANTED"} - READING


def _powers(account: Store) -> set[str]:
    editions = {row["edition"] for row in account.ask_server(EDITION)}
    return set() if editions == {WITHOUT_ROLES} else beyond_reading(account.ask_server(PRIVILEGES))


def _functions(account: Store) -> set[str]:
    return {row["name"] for row in account.ask_server(FUNCTIONS) if not row["isBuiltIn"]}


def _beside(seen: Mapping[str, list[str]], allowed: Mapping[str, frozenset[str]]) -> Iterator[str]:
    return (f"{kind}.{name}" for kind, names in seen.items() for name in names if name not in allowed.get(kind, ()))


def _of(why: Bar, names: Iterable[str]) -> Barred | None:
    found = tuple(sorted(set(names)))
    return Barred(why, found) if found else None
