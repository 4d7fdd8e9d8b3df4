"""The role of a Neo4j with roles (Enterprise, Aura) that reads what the reading copy holds, as a script to run once.

What is not granted is hidden, also what comes later. What is denied stays so whatever other role the account gets.
"""

import re
from collections.abc import Iterator, Mapping

from symbiosis.domain.errors import Refused
from symbiosis.domain.readable import LABELS, RELATIONS
from symbiosis.store import queries, schema

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,62}")
CALLED = "db.ping, dbms.components"  # the second one tells the edition when the account is looked at
HEAD = """\
// For a Neo4j with roles: Enterprise edition or Aura. As an administrator, on the database `system`:
//   cypher-shell -d system -P "password => 'A LONG RANDOM TEXT'" -f FILE
"""
MARK = """\
// Once, on the database {database} and not on `system`: flows withdrawn before this version carry no mark yet.
"""


def script(database: str, role: str, user: str) -> str:
    """Return the statements that make the role and an account with it; Refused where a name is none."""
    for name in (database, role, user):
        if not NAME.fullmatch(name):
            raise Refused(f"{name!r} is not a name: letters, digits, dots, dashes and underscores.")
    quoted, named = (f"`{database}`", f"`{role}`")
    body = "".join(f"{line};\n" for line in statements(quoted, named, f"`{user}`"))
    mark = "".join(f"//   {line}\n" for line in queries.text("flows/mark_withdrawn").splitlines()[1:])
    return HEAD + body + MARK.format(database=database) + mark


def hidden() -> list[str]:
    """Return the labels that the schema knows and nobody may read."""
    return sorted(schema.labels() - set(LABELS))


def statements(database: str, role: str, user: str) -> Iterator[str]:
    """Yield the statements, of names in back quotes."""
    graph = f"ON GRAPH {database}"
    yield f"CREATE ROLE {role} IF NOT EXISTS"
    yield f"GRANT ACCESS ON DATABASE {database} TO {role}"
    yield from _granted(graph, "NODES", LABELS, role)
    yield from _granted(graph, "RELATIONSHIPS", RELATIONS, role)
    yield f"DENY TRAVERSE {graph} FOR (n:Flow) WHERE n.withdrawn = true TO {role}"
    yield f"DENY MATCH {{*}} {graph} NODES {', '.join(hidden())} TO {role}"
    yield f"DENY WRITE {graph} TO {role}"
    for power in ("INDEX", "CONSTRAINT", "NAME"):
        yield f"DENY {power} MANAGEMENT ON DATABASE {database} TO {role}"
    yield f"DENY LOAD ON ALL DATA TO {role}"
    yield f"GRANT EXECUTE PROCEDURES {CALLED} ON DBMS TO {role}"
    yield f"DENY EXECUTE BOOSTED PROCEDURES * ON DBMS TO {role}"
    yield f"DENY EXECUTE ADMIN PROCEDURES ON DBMS TO {role}"
    yield f"DENY EXECUTE USER DEFINED FUNCTIONS * ON DBMS TO {role}"
    yield f"CREATE USER {user} IF NOT EXISTS SET PASSWORD $password CHANGE NOT REQUIRED SET HOME DATABASE {database}"
    yield f"GRANT ROLE {role} TO {user}"


def _granted(graph: str, of: str, allowed: Mapping[str, frozenset[str]], role: str) -> Iterator[str]:
    yield f"GRANT TRAVERSE {graph} {of} {', '.join(sorted(allowed))} TO {role}"
    for kind, names in sorted(allowed.items()):
        if names:
            yield f"GRANT READ {{{', '.join(sorted(names))}}} {graph} {of} {kind} TO {role}"
