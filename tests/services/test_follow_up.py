"""A confirmed lead is moved on, its results noted; two people never overwrite each other, and history stays."""

from datetime import date, timedelta

import pytest

from symbiosis.domain.enums import Judgement
from symbiosis.domain.errors import AlreadyDecided, Refused
from symbiosis.domain.follow_up import Measure, Only, Result, Wanted, standing
from symbiosis.domain.steps import NOTHING_PLANNED, NextStep
from symbiosis.services import follow_up
from symbiosis.services.decide import Order, decide, undo
from symbiosis.services.rematch import rematch
from symbiosis.store.session import Store
from tests.databases import ask
from tests.services.conftest import quiet
from tests.services.test_decide import first_lead

SOON = NextStep("rappeler", (date.today() + timedelta(days=5)).isoformat(), "Anne")
PAST = NextStep("rappeler", (date.today() - timedelta(days=5)).isoformat(), "Bruno")


def confirmed(store: Store) -> str:
    lead = first_lead(store)
    decide(store, Order(lead, 1, Judgement.CONFIRMED, "Anne"))
    return lead


def figure(amount: float | None, who: str = "Anne") -> Result:
    return Result("", 2026, Measure.TONNE, amount, "pesées", who, "")


def test_a_lead_goes_on_stage_by_stage_and_each_step_keeps_what_the_lead_looked_like(loaded: Store) -> None:
    lead = confirmed(loaded)
    for version, stage in enumerate((Judgement.CONTACTED, Judgement.STUDIED, Judgement.IMPLEMENTED), 2):
        decide(loaded, Order(lead, version, stage, "Anne", step=SOON))
    rematch(loaded, quiet)
    file = follow_up.file(loaded, lead)
    assert file.decisions[0].after is Judgement.IMPLEMENTED and len(file.decisions) == 4
    assert file.step == SOON
    rows = ask(loaded, "MATCH (d:Decision) RETURN d.score AS s, size(d.points) AS n, d.model AS m")
    assert len({tuple(row.items()) for row in rows}) == 1 and rows[0]["n"]


@pytest.mark.parametrize("stage", [Judgement.CONTACTED, Judgement.STUDIED, Judgement.IMPLEMENTED, Judgement.ABANDONED])
def test_what_nobody_confirmed_cannot_be_moved_on(loaded: Store, stage: Judgement) -> None:
    with pytest.raises(Refused):
        decide(loaded, Order(first_lead(loaded), 1, stage, "Anne"))


def test_undo_brings_back_the_stage_and_the_plan(loaded: Store) -> None:
    lead = confirmed(loaded)
    decide(loaded, Order(lead, 2, Judgement.CONTACTED, "Anne", step=SOON))
    decide(loaded, Order(lead, 3, Judgement.ABANDONED, "Anne", reason="cost"))
    assert undo(loaded, lead, 4, "Anne") is Judgement.CONTACTED
    assert follow_up.file(loaded, lead).step == SOON
    assert undo(loaded, lead, 5, "Bruno") is Judgement.ABANDONED
    assert follow_up.file(loaded, lead).step == NOTHING_PLANNED


def test_the_board_counts_what_is_late_and_lists_it_first(loaded: Store) -> None:
    lead = confirmed(loaded)
    other = str(ask(loaded, "MATCH (s:Synergy {judgement: 'proposed'}) RETURN s.id AS id ORDER BY id LIMIT 1")[0]["id"])
    decide(loaded, Order(other, 1, Judgement.CONFIRMED, "Anne", step=PAST))
    board = follow_up.board(loaded, Wanted())
    column = next(c for c in board.columns if c.stage is Judgement.CONFIRMED)
    assert [line.line.id for line in column.lines] == [other, lead] and column.total == 2
    late = (date.today() - date.fromisoformat(PAST.on)).days  # not 5 where midnight passes meanwhile
    assert (board.late, column.lines[0].late, board.people) == (1, late, ("Bruno",))
    assert [f.line.id for f in follow_up.listed(loaded, Wanted(only=Only.LATE), 1).lines] == [other]
    assert follow_up.listed(loaded, Wanted(commune="99999"), 1).total == 0


def test_a_figure_is_noted_once_and_never_over_somebody_elses_change(loaded: Store) -> None:
    lead = confirmed(loaded)
    for _ in range(2):  # a double click
        follow_up.realise(loaded, lead, 2, figure(12.5))
    with pytest.raises(AlreadyDecided) as told:
        follow_up.realise(loaded, lead, 2, figure(99.0, "Bruno"))
    assert told.value.who == "Anne"
    follow_up.realise(loaded, lead, 3, figure(None))
    results = follow_up.file(loaded, lead).results
    assert [r.amount for r in results] == [None, 12.5] and standing(results) == ()


def test_a_lead_that_nobody_confirmed_has_no_figures(loaded: Store) -> None:
    with pytest.raises(Refused):
        follow_up.realise(loaded, first_lead(loaded), 1, figure(1.0))
