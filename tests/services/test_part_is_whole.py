"""What somebody does is matched at once, and that comes to what a full run would make: on random territories."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from symbiosis.domain.enums import Answer, Direction, Judgement, Provenance, RefusalReason, SynergyKind, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.sight import EVERYTHING
from symbiosis.handlers import HANDLERS
from symbiosis.knowledge import Knowledge
from symbiosis.services import ask, decide, own
from symbiosis.services.record import record
from symbiosis.services.rematch import rematch
from symbiosis.services.work import work_once
from symbiosis.store import firms, flows, nominees, synergies, territory
from symbiosis.store.session import Row, Store
from tests.databases import forget_territory
from tests.services.conftest import quiet

WORDS = ("sciure", "palettes perdues", "drêches", "cartons d'emballage", "chaleur à 60 °C", "chariot élévateur", "zzz")
TRADES = ("16.10", "01.41", "11.05", "17.12", "38.21", "23.61", "55.10", "")
PLACES = tuple((48.75 + step / 100, 6.15) for step in (0, 1, 2, 5, 20))
DEEDS = ("tell", "withdraw", "edit", "yes", "no", "refuse", "put off")
told_flows = st.tuples(
    st.sampled_from("abcdefgh"), st.sampled_from((Direction.OFFER, Direction.OFFER, Direction.NEED, Direction.SHARE)),
    st.sampled_from(WORDS[:4] * 3 + WORDS), st.sampled_from((None, 40.0, 400.0)),
    st.sampled_from((Provenance.DECLARED, Provenance.OBSERVED)),
)  # fmt: skip


@dataclass(frozen=True)
class Town:
    """Firms with a trade and a place, what they told, and what then happens."""

    firms: tuple[Firm, ...]
    flows: tuple[Flow, ...]
    deeds: tuple[tuple[str, int], ...]  # what somebody does, and to which of those there are
    more: tuple[Flow, ...]


def _flow(rank: str, told: Any) -> Flow:
    firm, direction, text, quantity, provenance = told
    unit = Unit.TONNE if quantity else None
    return Flow(
        f"flow-{rank}", firm, direction, text, quantity=quantity, unit=unit, provenance=provenance, as_of="2026"
    )


@st.composite
def towns(draw: st.DrawFn) -> Town:
    where = [(draw(st.sampled_from(TRADES)), draw(st.sampled_from(PLACES))) for _ in "abcdefgh"]
    people = tuple(
        Firm(name, name, (trade,) if trade else (), "54430", *place)
        for name, (trade, place) in zip("abcdefgh", where, strict=True)
    )
    said = draw(st.lists(told_flows, min_size=4, max_size=16))
    deeds = st.tuples(st.sampled_from(DEEDS), st.integers(0, 99))
    what = draw(st.lists(deeds, min_size=1, max_size=3))
    more = draw(st.lists(told_flows, min_size=len(what), max_size=len(what)))
    return Town(
        people, tuple(_flow(f"{n:02}", told) for n, told in enumerate(said)), tuple(what),
        tuple(_flow(f"more-{n}", told) for n, told in enumerate(more)),
    )  # fmt: skip


def leads(store: Store) -> list[Row]:
    """Return pairs and groups: chains are left to the full run."""
    return [
        row for row in synergies.standing(store)
        if row["kind"] == SynergyKind.MUTUALISATION or len(row["firm_ids"]) == 2
    ]  # fmt: skip


def settle_in(store: Store, knowledge: Knowledge, town: Town) -> None:
    forget_territory(store)
    territory.put(store, "Ville", synthetic=True, folder="")
    firms.put(store, town.firms, frozenset())
    flows.put(store, [knowledge.understand(flow) for flow in town.flows])
    rematch(store, quiet)


def seen_now(store: Store, knowledge: Knowledge, flow: Flow) -> own.Seen:
    version = own.one(store, knowledge, flow.id, EVERYTHING).version
    return own.Seen(flow.id, flow.firm_id, version, "Anne")


def act(store: Store, knowledge: Knowledge, deed: tuple[str, int], said: Flow) -> None:
    what, which = deed
    standing, told = leads(store), flows.every(store)
    asked = ask.call_list(store, knowledge).lines
    if what == "tell":
        record(store, knowledge, said)
    elif what in ("withdraw", "edit") and told:
        flow = told[which % len(told)].flow
        seen = seen_now(store, knowledge, flow)
        own.withdraw(store, knowledge, seen) if what == "withdraw" else own.edit(store, knowledge, seen, said)
    elif what in ("yes", "no") and asked:
        ask.answer(store, knowledge, asked[which % len(asked)].question.guess.id, ask.Said(Answer(what), "Anne"))
    elif what == "put off" and standing:
        lead = standing[which % len(standing)]
        decide.decide(store, decide.Order(lead["id"], 1, Judgement.DEFERRED, "Anne", until="2099-01-01"))
        decide.follow(store, knowledge, lead["id"])
        assert work_once(store, HANDLERS)
    elif what == "refuse" and standing:
        lead = standing[which % len(standing)]
        about = {"reason": RefusalReason.FIRM_DECLINES, "firm": lead["firm_ids"][0]}
        decide.decide(store, decide.Order(lead["id"], 1, Judgement.REFUSED, "Anne", **about))
        decide.follow(store, knowledge, lead["id"])


@pytest.fixture
def play(ready: Store, knowledge: Knowledge) -> Callable[[Town], None]:
    """Return what plays a town: the knowledge, printed with a failure, would be three million letters."""
    return lambda town: _play(ready, knowledge, town)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(town=towns())
def test_what_is_matched_at_once_is_what_a_full_run_makes(play: Callable[[Town], None], town: Town) -> None:
    play(town)


def _play(ready: Store, knowledge: Knowledge, town: Town) -> None:
    settle_in(ready, knowledge, town)
    for deed, said in zip(town.deeds, town.more, strict=True):
        act(ready, knowledge, deed, said)
        at_once, guesses = leads(ready), sorted(nominees.every(ready))
        rematch(ready, quiet)
        assert at_once == leads(ready)
        assert guesses == sorted(nominees.every(ready))


@pytest.mark.parametrize("better", [True, False])
def test_a_firms_guesses_give_way_to_a_better_one_and_come_back(
    ready: Store, knowledge: Knowledge, better: bool
) -> None:
    """Five firms know of one alone that might want their sawdust: three guesses are shown, the best ones."""
    taker = Firm("farm", "farm", ("01.41",), "54430", 48.75, 6.15)
    givers = [Firm(f"m{n}", f"m{n}", (), "54430", 48.75 + n / 100, 6.15) for n in range(1, 6)]
    told = [Flow(f"f{n}", f"m{n}", Direction.OFFER, "sciure", as_of="2026") for n in range(1, 6)]
    settle_in(ready, knowledge, Town((taker, *givers), tuple(told[1:] if better else told[:-1]), (), ()))
    before = {row["flow_ids"][0] for row in leads(ready) if row["hypothetical"]}
    new = told[0] if better else told[-1]
    record(ready, knowledge, new)
    shown = {row["flow_ids"][0] for row in leads(ready) if row["hypothetical"]}
    assert (len(before), len(shown), new.id in shown) == (3, 3, better)
    own.withdraw(ready, knowledge, seen_now(ready, knowledge, new))
    assert {row["flow_ids"][0] for row in leads(ready) if row["hypothetical"]} == before
