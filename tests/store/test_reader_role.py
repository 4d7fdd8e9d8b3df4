"""The role that reads a Neo4j: made from the list of what may be read, and understood by the server."""

import re

import pytest
from neo4j.exceptions import Neo4jError

from symbiosis.domain.errors import Refused
from symbiosis.domain.readable import LABELS, RELATIONS
from symbiosis.store import reader_role
from symbiosis.store.session import Store

STATEMENTS = list(reader_role.statements("`neo4j`", "`analysts`", "`reader`"))
UNDERSTOOD = "Neo.ClientError.Statement.UnsupportedAdministrationCommand"  # read to its end, and of another edition
SECRET = {"Account", "Session", "Contact", "Secret", "ApiToken", "Trace", "Note", "SavedQuery", "Invitation", "Schema"}


def test_all_that_may_be_read_is_granted_and_nothing_else() -> None:
    granted = [s for s in STATEMENTS if s.startswith("GRANT READ")]
    told = {
        (m[2], m[3]): set(m[1].split(", ")) for s in granted if (m := re.search(r"{(.*)} .*(NODES|REL\w+) (\w+)", s))
    }
    named = {("NODES", label): set(names) for label, names in LABELS.items() if names}
    named |= {("RELATIONSHIPS", kind): set(names) for kind, names in RELATIONS.items() if names}
    assert told == named
    traversed = " ".join(s for s in STATEMENTS if s.startswith("GRANT TRAVERSE"))
    assert set(re.findall(r"\w+", traversed)) >= {*LABELS, *RELATIONS}
    assert not set(re.findall(r"\w+", traversed + " ".join(granted))) & SECRET


def test_what_the_schema_knows_beside_is_denied_whatever_other_role_the_account_has() -> None:
    (denied,) = (s for s in STATEMENTS if s.startswith("DENY MATCH {*}"))
    assert SECRET - {"Contact", "Schema"} <= set(reader_role.hidden())
    assert all(label in denied for label in reader_role.hidden())
    assert not set(reader_role.hidden()) & set(LABELS)
    assert any(s.startswith("DENY WRITE") for s in STATEMENTS)
    assert not any(s.startswith("GRANT") and re.search(r"\b(WRITE|CREATE|SET|DELETE|ALL)\b", s) for s in STATEMENTS)


@pytest.mark.parametrize("statement", [s for s in STATEMENTS if not s.startswith("CREATE USER")])
def test_a_server_without_roles_understands_every_statement_and_says_that_it_has_no_roles(
    neo4j_store: Store, statement: str
) -> None:
    with pytest.raises(Neo4jError) as told:
        neo4j_store.run_schema(statement)
    assert told.value.code == UNDERSTOOD, told.value.message


def test_the_script_is_statements_and_comments_and_takes_only_names() -> None:
    text = reader_role.script("neo4j", "analysts", "reader")
    body = [line for line in text.splitlines() if not line.startswith("//")]
    assert [line.replace("`", "") for line in body] == [f"{s};".replace("`", "") for s in STATEMENTS]
    assert "SET w.withdrawn = true" in text
    for evil in ("x` TO y; DROP DATABASE z; //", "", "a b", "é"):
        with pytest.raises(Refused):
            reader_role.script("neo4j", evil, "reader")
