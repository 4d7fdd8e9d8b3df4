"""What is sent compressed, to whom, and that nothing is lost on the way."""

import gzip

import pytest
from werkzeug.test import TestResponse

from symbiosis.store import exports
from symbiosis.web import assets
from tests.web.conftest import TOKEN, Visitor

GZIP = {"Accept-Encoding": "br;q=1.0, gzip"}


def unpacked(answer: TestResponse) -> str:
    assert answer.headers["Content-Encoding"] == "gzip"
    return gzip.decompress(answer.get_data()).decode()


def steady(html: str) -> str:
    """Return a page without the tokens of its forms, which tell the second."""
    return TOKEN.sub("", html)


def test_a_page_arrives_whole_in_less_than_a_third(visitor: Visitor) -> None:
    plain, packed = visitor.client.get("/synergies"), visitor.client.get("/synergies", headers=GZIP)
    assert steady(unpacked(packed)) == steady(plain.text)
    assert len(packed.get_data()) < len(plain.get_data()) / 3
    assert all("Accept-Encoding" in answer.headers.getlist("Vary") for answer in (packed, plain))
    assert packed.headers["Content-Security-Policy"] == plain.headers["Content-Security-Policy"]


def test_styles_and_pages_of_errors_too(visitor: Visitor) -> None:
    assert ".skip" in unpacked(visitor.client.get(assets.address("app.css"), headers=GZIP))
    assert "</html>" in unpacked(visitor.client.get("/nowhere", headers=GZIP))


def test_a_file_is_the_same_file(visitor: Visitor) -> None:
    plain, packed = (visitor.client.get("/synergies/export.csv", headers=h) for h in ({}, GZIP))
    assert gzip.decompress(packed.get_data()) == plain.get_data()


@pytest.mark.parametrize("accepted", ["", "identity", "gzip;q=0", "br"])
def test_nobody_gets_what_they_do_not_read(visitor: Visitor, accepted: str) -> None:
    answer = visitor.client.get("/synergies", headers={"Accept-Encoding": accepted})
    assert "Content-Encoding" not in answer.headers and "</html>" in answer.text


def test_what_is_short_unchanged_or_asked_without_body_is_left_alone(visitor: Visitor) -> None:
    style = visitor.client.get(assets.address("app.css"))
    unchanged = visitor.client.get(assets.address("app.css"), headers=GZIP | {"If-None-Match": style.headers["ETag"]})
    head = visitor.client.head("/synergies", headers=GZIP)
    for answer in (unchanged, head, visitor.client.get("/healthz", headers=GZIP)):
        assert "Content-Encoding" not in answer.headers
    assert unchanged.status_code == 304


def test_a_file_leaves_while_it_is_written(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []
    real = exports.Around.read

    def counted(self: exports.Around, rows: list[dict[str, object]]) -> None:
        written.append(len(rows))
        real(self, rows)

    monkeypatch.setattr(exports, "BLOCK", 1)
    monkeypatch.setattr(exports.Around, "read", counted)
    answer = visitor.client.get("/synergies/export.csv", buffered=False)
    begun = len(written)
    answer.get_data()
    assert 0 < begun < len(written) and answer.headers["X-Left-Out"] == "0"
