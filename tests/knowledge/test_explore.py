"""What the explorer understands, and that nothing typed ever breaks it or makes it harmless."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.enums import Hazard
from symbiosis.domain.explored import Answer, Asked, Verdict
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import Knowledge, build, seeds
from symbiosis.knowledge.question import read
from symbiosis.knowledge.receivers import MOST_SECTORS

SEEDS = build(seeds.read_knowledge())


def ask(text: str, **given: object) -> Answer:
    return SEEDS.explorer.explore(Asked(text, **given))  # type: ignore[arg-type]


def divisions(answer: Answer) -> set[str]:
    return {line.nace[:2] for line in answer.sectors}


def test_spent_grain_goes_to_cattle_with_reasons_and_precedence_by_share() -> None:
    answer = ask("drêches de brasserie", nace="11.05")
    assert answer.recognised and answer.understood[0].label.id == "spent_grain"
    assert answer.understood[0].why and answer.understood[0].confidence == 1
    assert "01" in divisions(answer) and answer.verdict is Verdict.NO
    shares = [line.share for line in answer.sectors]
    assert shares == sorted(shares, reverse=True) and 0 < len(shares) <= MOST_SECTORS
    assert all(line.reasons for line in answer.sectors)
    assert answer.codes[0].label.id == "02 07 04"


def test_both_languages_mean_the_same() -> None:
    french, english = ask("drêches de brasserie"), ask("brewer's spent grain")
    assert french.understood[0].label == english.understood[0].label
    assert french.outlets == english.outlets


def test_every_reason_leads_through_something_understood() -> None:
    answer = ask("palettes bois")
    meant = {u.label.id for u in answer.understood}
    assert {reason.resource.id for line in answer.sectors for reason in line.reasons} <= meant
    assert {o.resource.id for o in answer.outlets} <= meant


@pytest.mark.parametrize(
    "text", ["palettes imprégnées de cyanure", "sable radioactif", "cartons tachés de sang", "sawdust with asbestos"]
)
def test_a_danger_told_in_passing_is_heard(text: str) -> None:
    assert ask(text).verdict is not Verdict.NO


@pytest.mark.parametrize("text", ["palettes cassées", "drêches de brasserie", "cardboard"])
def test_what_tells_no_danger_is_harmless(text: str) -> None:
    assert ask(text).verdict is Verdict.NO


def test_words_and_a_code_that_do_not_agree_are_told() -> None:
    assert ask("palettes 17 06 05*").at_odds and ask("sciure", code="17 06 05*").at_odds
    assert not ask("palettes 15 01 03").at_odds and not ask("17 06 05*").at_odds and not ask("palettes").at_odds


def test_who_could_provide_a_use_names_what_serves_it() -> None:
    answer = ask("litière", supply=True)
    assert {"sawdust", "straw"} & {o.resource.id for o in answer.outlets}
    assert {o.use.id for o in answer.outlets} == {u.label.id for u in answer.understood if u.kind is None}
    assert "16" in divisions(answer)


def test_things_without_a_use_lead_to_those_who_share_them() -> None:
    answer = ask("chariot élévateur")
    assert answer.outlets == () and answer.sectors
    assert all(reason.use is None for line in answer.sectors for reason in line.reasons)


@pytest.mark.parametrize("text", ["huile de vidange", "chiffons souillés d'huile", "batteries plomb", "bois créosoté"])
def test_what_is_dangerous_goes_to_licensed_treatment_alone(text: str) -> None:
    answer = ask(text)
    assert answer.verdict in (Verdict.YES, Verdict.MIRROR, Verdict.UNKNOWN)
    if answer.verdict is Verdict.YES:
        treatments = {u.id for u in SEEDS.rows.uses if u.treatment}
        reached = {r.use.id if r.use else "" for line in answer.sectors for r in line.reasons}
        assert reached | {o.use.id for o in answer.outlets} <= treatments


def test_a_dangerous_code_outweighs_harmless_words() -> None:
    assert ask("sciure de bois").verdict is Verdict.NO
    answer = ask("sciure de bois", code="03 01 04*")
    assert answer.verdict is Verdict.YES
    treatments = {u.id for u in SEEDS.rows.uses if u.treatment}
    assert {o.use.id for o in answer.outlets} <= treatments


def test_a_mirror_code_asks_for_an_analysis() -> None:
    answer = ask("15 02 03")
    assert answer.verdict is not Verdict.NO
    assert [m.id for m in answer.codes[0].mirrors] == ["15 02 02*"]


def test_an_asterisk_typed_on_a_harmless_code_leaves_a_doubt() -> None:
    assert ask("15 01 03").verdict is Verdict.NO
    assert ask("15 01 03*").verdict is Verdict.UNKNOWN


@pytest.mark.parametrize("typed", ["15 01 03", "150103", "15.01.03", " 15 01 03 * ", "150103*"])
def test_a_bare_code_is_read_however_it_is_written(typed: str) -> None:
    answer = ask(typed)
    assert answer.recognised and answer.codes[0].label.id == "15 01 03"
    assert not answer.code_unknown


def test_a_code_inside_words_is_found_and_quantities_are_not_codes() -> None:
    assert read(Asked("palettes 15 01 03 cassées")).code == "15 01 03"
    assert read(Asked("palettes 15 01 03 cassées")).text == "palettes cassées"
    assert read(Asked("120000 kg de palettes")).code == ""


def test_a_code_that_does_not_exist_is_said_with_its_neighbours() -> None:
    answer = ask("15 01 99")
    assert not answer.recognised and answer.code_unknown
    assert answer.suggestions and all(label.id.startswith("15 01") for label in answer.suggestions)
    words = ask("palettes bois", code="99 99 99")
    assert words.recognised and words.code_unknown and words.codes


@pytest.mark.parametrize(
    "text", ["", " ", "a", "😀", "<script>alert(1)</script>", "qwrtz asdfgh", "¿?", "99 99 99", "\x00"]
)
def test_what_means_nothing_is_not_recognised(text: str) -> None:
    answer = ask(text)
    assert not answer.recognised
    assert (answer.codes, answer.outlets, answer.sectors, answer.precedents) == ((), (), (), ())


def test_nearly_meant_words_get_suggestions() -> None:
    answer = ask("huile")
    assert answer.recognised or answer.suggestions
    assert ask("zorglub usagé").suggestions == ()


def test_markup_is_read_past() -> None:
    assert ask("<b>palettes</b>").understood[0].label.id == ask("palettes").understood[0].label.id


def test_ten_thousand_letters_are_answered_quickly() -> None:
    assert not ask("x" * 10_000).recognised
    assert ask("palettes " * 1200).recognised


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.text(max_size=12), st.sampled_from(["", "10", "10.71", "99.99", "x|y"]), st.booleans())
def test_nothing_typed_ever_breaks_it(text: str, code: str, nace: str, supply: bool) -> None:
    answer = ask(text, code=code, nace=nace, supply=supply)
    assert answer.recognised or not answer.sectors


NAMES = [name for r in SEEDS.rows.resources for name in (r.fr, r.en)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from([e.code for e in SEEDS.rows.waste]), st.booleans())
def test_a_dangerous_thing_or_code_is_never_called_harmless(text: str, code: str, supply: bool) -> None:
    answer = ask(text, code=code, supply=supply)
    dangerous = SEEDS.catalogue.entries[code].hazardous or answer.understood[0].hazard is Hazard.YES
    assert not dangerous or answer.verdict is not Verdict.NO


def test_without_knowledge_nothing_is_recognised() -> None:
    empty = build(KnowledgeRows((), (), (), (), (), ()))
    assert isinstance(empty, Knowledge)
    assert not empty.explorer.explore(Asked("palettes")).recognised
