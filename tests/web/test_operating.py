"""Health, readiness, metrics and logs: who may read what, and that nobody's data is in them."""

import json
import logging

import pytest
from flask import request

from symbiosis.domain.errors import EngineDown
from symbiosis.services import readiness
from symbiosis.settings import Settings, read
from symbiosis.store.session import Store
from symbiosis.web import create_app
from symbiosis.web.logs import AsJson
from tests.web.conftest import Visitor


def test_ready_on_a_whole_database(visitor: Visitor) -> None:
    answer = visitor.client.get("/readyz")
    assert (answer.status_code, answer.text) == (200, "ready\n")


def test_not_ready_says_what_lacks_and_names_nobody(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost() -> None:
        raise EngineDown("secret host name")

    client = create_app(settings, Store(lost)).test_client()  # type: ignore[arg-type]
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready: database\n")
    assert client.get("/healthz").text == "ok"


def test_old_knowledge_is_said(town: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "_shipped", lambda: "newer")
    assert readiness.lacking(town) == (readiness.Lack.KNOWLEDGE,)


@pytest.mark.parametrize(
    ("address", "headers", "status"),
    [("127.0.0.1", {}, 200), ("::1", {}, 200), ("203.0.113.9", {}, 404), ("", {}, 404),
     ("127.0.0.1", {"X-Forwarded-For": "127.0.0.1"}, 404), ("127.0.0.1", {"Forwarded": "for=127.0.0.1"}, 404)],
)  # fmt: skip
def test_metrics_answer_this_machine_alone(
    visitor: Visitor, address: str, headers: dict[str, str], status: int
) -> None:
    answer = visitor.client.get("/metrics", headers=headers, environ_base={"REMOTE_ADDR": address})
    assert answer.status_code == status


@pytest.mark.parametrize(("sent", "status"), [("Bearer t0ken", 200), ("Bearer other", 404), ("", 404), ("t0ken", 404)])
def test_with_a_token_only_the_token_counts(town: Store, settings: Settings, sent: str, status: int) -> None:
    told = read({"SYMBIOSIS_HOME": str(settings.home), "SYMBIOSIS_SECRET": "x", "METRICS_TOKEN": "t0ken"})
    client = create_app(told, town).test_client()
    assert client.get("/metrics", headers={"Authorization": sent} if sent else {}).status_code == status


def test_metrics_hold_patterns_never_addresses(visitor: Visitor) -> None:
    visitor.client.get("/firms/t-alpha?q=Dupont")
    visitor.client.open("/firms", method="ZORGLUB")
    text = visitor.client.get("/metrics").text
    assert 'route="/firms/<firm_id>"' in text
    assert "t-alpha" not in text and "Dupont" not in text and "ZORGLUB" not in text


def test_logs_hold_no_personal_data(visitor: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="symbiosis"):
        visitor.client.get("/firms/t-alpha?q=Dupont", environ_base={"REMOTE_ADDR": "203.0.113.9"})
        for address in ("/nowhere/Dupont", "/firms/Dupont%0aERROR", "/pictures/network?firm=Dupont"):
            assert visitor.client.get(address).status_code == 404
    lines = [AsJson().format(record) for record in caplog.records]
    assert any(json.loads(line).get("route") == "/firms/<firm_id>" for line in lines)
    assert not any(word in line for line in lines for word in ("Dupont", "t-alpha", "203.0.113.9"))


def test_an_error_is_one_line_of_json_with_its_trace() -> None:
    try:
        raise ValueError("éclair\nsecond line")
    except ValueError as error:
        record = logging.LogRecord(
            "symbiosis.x", logging.ERROR, "f", 1, "a %s", ("b",), (ValueError, error, error.__traceback__)
        )
    line = AsJson().format(record)
    assert "\n" not in line and json.loads(line)["trace"].startswith("Traceback") and json.loads(line)["event"] == "a b"


@pytest.mark.parametrize(("proxies", "scheme"), [("0", "http"), ("1", "https")])
def test_a_proxy_is_believed_only_where_one_is_told(town: Store, settings: Settings, proxies: str, scheme: str) -> None:
    app = create_app(
        read({"SYMBIOSIS_HOME": str(settings.home), "SYMBIOSIS_SECRET": "x", "SYMBIOSIS_PROXIES": proxies}), town
    )
    seen: list[str] = []
    app.before_request(lambda: seen.append(request.scheme))
    app.test_client().get("/healthz", headers={"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"})
    assert seen == [scheme]
