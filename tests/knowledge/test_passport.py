"""The rules a lead meets: which questions, to whom; never an answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from symbiosis.domain.enums import Hazard, ResourceKind, Rhythm, SynergyKind, Unit
from symbiosis.domain.knowledge import Resource, Use
from symbiosis.domain.passport import Case, Subject
from symbiosis.knowledge import passport as module
from symbiosis.knowledge import seeds
from symbiosis.knowledge.passport import CASES, hazardous, load_t, passport, read_rules

WOOD = Resource(
    "wood", ResourceKind.MATERIAL, "bois", "wood", (), (), Unit.TONNE, Hazard.NO, (), 1, 1, 0, 1, "", family="wood"
)
PLAIN = Subject(SynergyKind.SUBSTITUTION, WOOD)


def cases(subject: Subject) -> set[Case]:
    return {rule.applies_to for rule in passport(subject)}


def of(**changes: object) -> Subject:
    return replace(PLAIN, resource=replace(WOOD, **changes))  # type: ignore[arg-type]


def test_every_case_has_a_question_and_every_question_a_case_source_and_date() -> None:
    assert {rule.applies_to for rule in read_rules()} == set(Case) == set(CASES)
    assert all(r.fr and r.en and r.source and r.date for r in read_rules())
    assert all(r.fr.count("?") and r.en.count("?") for r in read_rules() if r.applies_to not in (Case.MIRROR,))


def test_nothing_is_ever_said_to_be_allowed() -> None:
    for rule in read_rules():
        assert "autorisé" not in rule.fr and "allowed" not in rule.en


def test_the_four_conditions_are_asked_of_what_may_be_a_by_product_and_not_of_what_is_hazardous() -> None:
    asked = [rule for rule in passport(PLAIN) if rule.applies_to is Case.BYPRODUCT]
    assert len(asked) == 4
    assert Case.BYPRODUCT not in cases(of(hazard=Hazard.YES))
    assert Case.BYPRODUCT not in cases(replace(PLAIN, use=Use("x", "x", "x", True, "")))


@pytest.mark.parametrize(
    ("tonnes", "rhythm", "hazard", "case"),
    [
        (100.0, Rhythm.WEEKLY, Hazard.NO, Case.LOAD_OTHER),
        (20.0, Rhythm.WEEKLY, Hazard.NO, None),
        (20.0, Rhythm.WEEKLY, Hazard.YES, Case.LOAD_HAZARDOUS),
        (4.0, Rhythm.WEEKLY, Hazard.YES, None),
        (100.0, None, Hazard.NO, Case.LOAD_UNKNOWN),
        (None, Rhythm.ONCE, Hazard.NO, Case.LOAD_UNKNOWN),
    ],
)
def test_a_load_is_declared_from_its_threshold_on(
    tonnes: float | None, rhythm: Rhythm | None, hazard: Hazard, case: Case | None
) -> None:
    subject = replace(of(hazard=hazard), tonnes=tonnes, rhythm=rhythm)
    loads = {Case.LOAD_OTHER, Case.LOAD_HAZARDOUS, Case.LOAD_UNKNOWN}
    assert cases(subject) & loads == ({case} if case else set())


def test_a_code_with_a_star_is_hazardous_whatever_it_is_and_settles_the_mirror() -> None:
    mirror = of(hazard=Hazard.MIRROR)
    assert Case.MIRROR in cases(mirror) and not hazardous(mirror)
    starred = replace(mirror, waste_code="17 02 04*")
    assert hazardous(starred) and Case.MIRROR not in cases(starred)


@pytest.mark.parametrize(
    ("subject", "case"),
    [
        (replace(PLAIN, use=Use("composting", "", "", False, "")), Case.COMPOSTING),
        (replace(PLAIN, use=Use("anaerobic_digestion", "", "", False, "")), Case.DIGESTION),
        (replace(PLAIN, use=Use("cattle_feed", "", "", False, "")), Case.FEED),
        (of(family="food"), Case.BIOWASTE),
        (of(family="textile"), Case.TEXTILE),
        (of(kind=ResourceKind.WATER, family="water"), Case.WATER),
        (of(kind=ResourceKind.ENERGY, family="heat"), Case.ENERGY),
        (replace(of(kind=ResourceKind.SKILL), kind=SynergyKind.MUTUALISATION), Case.SKILL),
    ],
)
def test_what_a_lead_is_decides_what_is_asked(subject: Subject, case: Case) -> None:
    assert case in cases(subject)
    assert case not in cases(PLAIN)


def test_no_waste_law_for_what_is_no_matter() -> None:
    assert not cases(of(kind=ResourceKind.ENERGY)) & {Case.WASTE, Case.BYPRODUCT, Case.HAZARDOUS, Case.LOAD_UNKNOWN}
    assert load_t(replace(PLAIN, tonnes=0.0, rhythm=Rhythm.ONCE)) == 0


def test_the_uses_named_in_the_cases_exist() -> None:
    known = {use.id for use in seeds.read_knowledge().uses}
    for named in (module.COMPOST, module.BURN, module.FEED, module.GIFT, module.SPREAD):
        assert set(named) <= known


def test_a_broken_row_names_its_line(tmp_path: Path) -> None:
    lines = (seeds.SEEDS / "rules.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "rules.csv").write_text("\n".join([lines[0], lines[1].replace("waste", "nonsense", 1)]))
    with pytest.raises(ValueError, match=r"rules.csv, line 2"):
        read_rules(tmp_path)
