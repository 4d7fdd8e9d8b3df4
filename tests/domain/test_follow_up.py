from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Judgement, Origin, SynergyKind
from symbiosis.domain.follow_up import ACTIVE, FOLLOWED, Measure, Only, Result, Track, Wanted, may_become, standing
from symbiosis.domain.steps import NOTHING_PLANNED, NextStep

TODAY = date(2026, 11, 30)


def track(stage: Judgement = Judgement.CONTACTED, moved: int = 0, planned: int | None = None) -> Track:
    step = NextStep("rappeler", (TODAY + timedelta(days=planned)).isoformat(), "Léa") if planned is not None else None
    at = f"{(TODAY - timedelta(days=moved)).isoformat()}T08:00:00.000+00:00"
    kind, origin = SynergyKind.SUBSTITUTION, Origin.MATCHER
    return Track(f"{stage}-{moved}-{planned}", stage, kind, origin, "sawdust", at, step or NOTHING_PLANNED)


def test_a_step_is_late_from_the_day_after_it_was_due() -> None:
    assert [track(planned=day).late(TODAY) for day in (1, 0, -1, -10)] == [0, 0, 1, 10]
    assert track(Judgement.IMPLEMENTED, planned=-5).late(TODAY) == 0


def test_a_lead_sleeps_when_nothing_happened_and_nothing_is_planned() -> None:
    assert [track(moved=days).asleep(TODAY, 30) for days in (29, 30, 45)] == [0, 30, 45]
    assert track(moved=45, planned=3).asleep(TODAY, 30) == 0
    assert track(moved=45, planned=-3).asleep(TODAY, 30) == 45
    assert track(Judgement.ABANDONED, moved=400).asleep(TODAY, 30) == 0


def test_late_steps_come_first_then_what_sleeps_then_what_is_planned() -> None:
    mixed = [track(moved=1), track(planned=5), track(moved=50), track(planned=-2), track(planned=-9)]
    ordered = sorted(mixed, key=lambda t: t.urgency(TODAY, 30))
    assert [(t.late(TODAY), t.asleep(TODAY, 30) > 0, t.step.on != "") for t in ordered] == [
        (9, False, True), (2, False, True), (0, True, False), (0, False, True), (0, False, False),
    ]  # fmt: skip


def test_filters_keep_what_they_name() -> None:
    late, asleep, fine = track(planned=-1), track(moved=31), track(planned=4)
    for only, kept in ((Only.LATE, late), (Only.ASLEEP, asleep)):
        assert [t for t in (late, asleep, fine) if Wanted(only=only).passes(t, TODAY)] == [kept]
    assert Wanted(stage="contacted", resource="sawdust", by="Léa").passes(late, TODAY)
    assert not Wanted(by="Zoë").passes(late, TODAY) and not Wanted(stage="studied").passes(late, TODAY)


@given(st.sampled_from(Judgement), st.sampled_from(Judgement))
def test_nothing_is_contacted_or_later_before_somebody_confirmed_it(before: Judgement, after: Judgement) -> None:
    later = set(FOLLOWED) - {Judgement.CONFIRMED}
    if before not in FOLLOWED and after in later:
        assert not may_become(before, after)
    if before in FOLLOWED and after is before:
        assert may_become(before, after)
    assert all(may_become(stage, Judgement.ABANDONED) for stage in ACTIVE)


def result(year: int, measure: Measure, amount: float | None, at: str) -> Result:
    return Result(at, year, measure, amount, "facture", "Léa", at)


def test_the_latest_figure_of_a_year_and_unit_holds_unless_taken_back() -> None:
    noted = (
        result(2026, Measure.EURO, None, "5"), result(2025, Measure.TONNE, 8.0, "4"),
        result(2026, Measure.TONNE, 3.0, "3"), result(2026, Measure.TONNE, 2.0, "2"),
        result(2026, Measure.EURO, 10.0, "1"),
    )  # fmt: skip
    assert [(r.year, r.measure, r.amount) for r in standing(noted)] == [
        (2026, Measure.TONNE, 3.0), (2025, Measure.TONNE, 8.0),
    ]  # fmt: skip
