"""Whatever a company's browser sends to any of its forms is answered with a page, and nothing of it becomes one."""

import re

import pytest
from flask import Flask

from symbiosis.domain.access import Right
from symbiosis.store.session import Store
from symbiosis.web.access import HELD_IN
from tests.databases import ask
from tests.web.company import enter
from tests.web.test_access import VALUES
from tests.web.test_words import ROOT

FIRM = "t-golf"
SENT = ("<script>alert(1)</script>", "\x00", "9" * 400, "é" * 60_000, "//evil.example", "a\r\nX-Bad: 1")
LEFT_ALONE = ("sign_in.out", "mine.ask_erasure", "account.end_others")
FIELD = re.compile(r'name="([a-z_]+)"')


def forms(app: Flask) -> list[str]:
    """Return the addresses of a company's forms."""
    return [
        re.sub(r"<(?:[^:>]+:)?(\w+)>", lambda name: VALUES[name[1]], rule.rule)
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and rule.endpoint not in LEFT_ALONE
        and getattr(app.view_functions[rule.endpoint], HELD_IN) in (Right.OWN_FIRM, Right.SIGNED_IN)
    ]  # fmt: skip


def fields() -> set[str]:
    """Return the names of all fields of all templates."""
    found = {name for file in (ROOT / "templates").glob("*.html") for name in FIELD.findall(file.read_text())}
    return found - {"csrf_token", "viewport"}


@pytest.mark.parametrize("sent", SENT, ids=range(len(SENT)))
def test_every_form_of_a_company_bears_nonsense(app: Flask, town: Store, sent: str) -> None:
    client = enter(app, town, FIRM)
    before = ask(town, "MATCH (:Firm {id: $firm})-[d]->(w:Flow) RETURN count(w) AS n", firm=FIRM)
    token = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/mine").text)
    assert token and len(forms(app)) > 9
    some = sent if len(sent) < 1000 else "é"  # one field that fills the form, the others as usual
    for path in forms(app):
        data = dict.fromkeys(fields(), some) | {"text": sent, "whole": sent, "csrf_token": token[1]}
        answer = client.post(path, data=data)
        assert answer.status_code < 500, (path, answer.status_code)
        assert (answer.location or "/").startswith("/") and not (answer.location or "").startswith("//"), path
        assert "<script>alert" not in answer.text and "X-Bad" not in answer.headers, path
    assert ask(town, "MATCH (:Firm {id: $firm})-[d]->(w:Flow) RETURN count(w) AS n", firm=FIRM) == before
    assert client.get("/mine").status_code == 200
