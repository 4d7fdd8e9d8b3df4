"""Several leads at once: decided with a preview and an outcome each, compared, kept as a view, taken away."""

from symbiosis.domain.enums import Judgement
from symbiosis.domain.views import Filters, SynergyLine
from symbiosis.services import browse, decide
from symbiosis.store.session import Store
from tests.web.conftest import Visitor
from tests.web.reading import Node


def first(town: Store, n: int) -> tuple[SynergyLine, ...]:
    return browse.queue(town, Filters(), 1).lines[:n]


def picks(*lines: SynergyLine) -> list[str]:
    return [f"{line.id}:{line.version}" for line in lines]


def hidden(page: Node, name: str) -> list[str]:
    return [i.attributes["value"] for i in page.all("input") if i.attributes.get("name") == name]


def test_nothing_is_ticked_beforehand_and_nothing_is_decided_by_looking(visitor: Visitor, town: Store) -> None:
    one, two = first(town, 2)
    page = visitor.get("/synergies/bulk")
    boxes = [i for i in page.all("input") if i.attributes.get("type") == "checkbox"]
    assert len(boxes) > 1 and not any("checked" in box.attributes for box in boxes)
    visitor.look(visitor.post("/synergies/bulk/preview", judgement="confirmed"), 422)
    visitor.look(visitor.post("/synergies/bulk/preview", pick=picks(one), judgement="refused"), 422)  # type: ignore[arg-type]
    preview = visitor.post("/synergies/bulk/preview", pick=picks(one, two), judgement="confirmed")  # type: ignore[arg-type]
    assert hidden(visitor.look(preview), "pick") == picks(one, two)
    assert [browse.synergy(town, line.id).line for line in (one, two)] == [one, two]


def test_each_item_says_what_came_of_it_and_all_can_be_taken_back(visitor: Visitor, town: Store) -> None:
    one, two, three = first(town, 3)
    decide.decide(town, decide.Order(two.id, two.version, Judgement.REFUSED, "Bruno", reason="cost"))
    asked = [*picks(one, two, three), "sub-none:1"]
    fields = {"pick": asked, "judgement": "confirmed", "reason": "", "until": "", "note": "ensemble"}
    for _ in range(2):  # a second click tells the same
        page = visitor.look(visitor.post("/synergies/bulk/apply", **fields))  # type: ignore[arg-type]
        assert "2 pistes décidées" in page.text and "Bruno" in page.text and "2 laissées de côté" in page.text
    assert browse.synergy(town, one.id).decisions[0].note == "ensemble"
    assert browse.synergy(town, two.id).line.judgement is Judgement.REFUSED
    back = hidden(page, "pick")
    page = visitor.look(visitor.post("/synergies/bulk/undo", pick=back))  # type: ignore[arg-type]
    assert "2 décisions annulées" in page.text
    assert browse.synergy(town, one.id).line.judgement is Judgement.PROPOSED
    decide.undo(town, two.id, two.version + 1, "Bruno")


def test_two_leads_are_compared_line_by_line(visitor: Visitor, town: Store) -> None:
    lines = browse.queue(town, Filters(kind="substitution"), 1).lines[:2]
    answer = visitor.post("/synergies/compare", pick=picks(*lines))  # type: ignore[arg-type]
    page = visitor.get(answer.location)
    header = page.all("thead")[0].text
    assert all(party.name in header for line in lines for party in line.parties)
    names = [th.text for th in page.all("tbody")[0].all("th")]
    assert "Points" in names and "distance" in names
    visitor.get("/synergies/compare?id=none&id=none", 404)


def test_a_view_keeps_the_filters_and_leads_whoever_has_its_address(visitor: Visitor, english: Visitor) -> None:
    query = "kind=mutualisation&evil=1&page=3&guesses=0"
    answer = visitor.post("/views", list="queue", query=query, name="Mes <groupes>")
    assert answer.location == "/synergies?kind=mutualisation&guesses=0"
    page = visitor.get("/synergies")
    link = next(a for a in page.all("a") if a.text == "Mes <groupes>")
    assert english.client.get(link.attributes["href"]).location == answer.location
    form = next(f for f in page.all("form") if f.attributes["action"].endswith("/forget"))
    visitor.post(form.attributes["action"])
    assert visitor.client.get(link.attributes["href"]).status_code == 404
    assert visitor.post("/views", list="nonsense", name="x", query="").status_code == 400


def test_files_say_what_they_are(visitor: Visitor) -> None:
    for address in ("/synergies/export", "/follow-up/export", "/firms/export"):
        for ending, head in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")):
            answer = visitor.client.get(f"{address}.{ending}?kind=substitution")
            assert answer.status_code == 200 and answer.data.startswith(head)
            assert answer.headers["Content-Disposition"].startswith("attachment")
    assert visitor.client.get("/synergies/export.pdf").status_code == 404
