"""The explorer on a real engine: the same knowledge as the seeds, and the firms of the territory."""

import json

from symbiosis.domain.enums import Direction
from symbiosis.domain.explored import Asked, Basis
from symbiosis.services.explore import as_data, explore
from symbiosis.services.know import Known
from symbiosis.store import flows as store_flows
from symbiosis.store.session import Store


def test_the_territory_answers_who_could_take_and_who_could_provide(loaded: Store) -> None:
    known = Known().current(loaded)
    assert Known().current(loaded).rows == known.rows
    found = explore(loaded, known, Asked("drêches de brasserie", near="f-brewery"))
    assert found.near == "Brasserie du Test" and found.answer.asked.nace == "11.05"
    first = found.firms.lines[0]
    assert (first.id, first.basis, first.words) == ("f-farm", Basis.SAME, "drêches")
    assert first.km is not None and 5 < first.km < 7
    assert "f-brewery" not in {hit.id for hit in found.firms.lines}
    offered = explore(loaded, known, Asked("sciure", supply=True, near="54430"))
    assert offered.firms.lines[0].id == "f-mill" and offered.near
    shared = explore(loaded, known, Asked("chariot élévateur", near="nowhere"))
    assert {"f-shop", "f-mill", "f-store"} <= {h.id for h in shared.firms.lines if h.basis is Basis.SAME}
    assert shared.near == "" and all(hit.km is None for hit in shared.firms.lines)
    beyond = explore(loaded, known, Asked("chariot élévateur"), 99)
    assert beyond.firms.number == beyond.firms.pages

    data = json.loads(json.dumps(as_data(found)))
    assert data["firms"]["lines"][0]["basis"] == "same" and data["verdict"] == "no"
    nothing = as_data(explore(loaded, known, Asked("zorglub qwrtz")))
    assert (nothing["recognised"], nothing["firms"]["total"]) == (False, 0)


def test_only_flows_that_could_fit_are_asked_for(loaded: Store) -> None:
    found = store_flows.about(loaded, {"spent_grain", "sawdust"}, [Direction.OFFER])
    told = {(f.flow.firm_id, f.link.resource_id if f.link else "", f.flow.direction) for f in found}
    assert told == {("f-brewery", "spent_grain", Direction.OFFER), ("f-mill", "sawdust", Direction.OFFER)}
