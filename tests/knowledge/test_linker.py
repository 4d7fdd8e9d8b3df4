"""Text to resource, on the knowledge that is committed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.knowledge import Knowledge, seeds
from symbiosis.knowledge.linker import CODE_ALONE, RECOGNISED, SURE, Linker
from symbiosis.knowledge.text import words
from tests.matching.worlds import resource

NAMES = [(r, name) for r in seeds.read_knowledge().resources for name in (r.fr, r.en, *r.synonyms_fr, *r.synonyms_en)]
SOME = NAMES[::11]  # spread over all resources: reading every name in every spelling takes minutes
GRAIN = resource("grain", fr="Drêches de brasserie", synonyms_fr=("drêche",), waste_codes=("02 07 04",))
YEAST = resource("yeast", fr="Levures", waste_codes=("02 07 04", "02 07 01"))
OIL = resource("oil", fr="Huiles usées", waste_codes=("13 02 05*",))
LINKER = Linker([GRAIN, YEAST, OIL])
GARBAGE = ["", " ", "x", "à", "12", "12,5 t/an", "🏭♻️", "????", "木材", "\0", "<b></b>", "';--", "asdfghjkl qwertz"]


def wrong(knowledge: Knowledge, write: str) -> list[tuple[str, str, str]]:
    """Return which names, written so, do not link to their own resource first."""
    names = NAMES if write == "{}" else SOME
    found = [(r.id, write.format(name), knowledge.linker.best(write.format(name))) for r, name in names]
    return [
        (own, text, link.resource_id if link else "")
        for own, text, link in found
        if not link or link.resource_id != own
    ]


@pytest.mark.parametrize("write", ["{}", "  {} ", "{}.", "12,5 t/an de {}", "{} (3 000 kg)", "{} : 40 m³ par an"])
def test_every_name_and_synonym_links_to_its_own_resource_first(knowledge: Knowledge, write: str) -> None:
    assert wrong(knowledge, write) == []


@pytest.mark.parametrize("spell", [str.upper, str.lower, str.title], ids=["upper", "lower", "title"])
def test_case_is_no_matter(knowledge: Knowledge, spell: type[str]) -> None:
    links = [(r.id, knowledge.linker.best(spell(name))) for r, name in SOME]
    assert [(own, link) for own, link in links if link is None or link.resource_id != own] == []


def test_every_name_as_it_stands_is_sure(knowledge: Knowledge) -> None:
    links = [knowledge.linker.best(name) for _, name in SOME]
    assert {link.confidence for link in links if link} == {SURE}


@pytest.mark.parametrize(
    ("typed", "resource_id"),
    [
        ("drêches", "spent_grain"),
        ("dreches de brasserie", "spent_grain"),
        ("DRÊCHE", "spent_grain"),
        ("12,5 t/an de drêches de brasserie", "spent_grain"),
        ("environ 30 tonnes de drêches par an", "spent_grain"),
        ("drèches de braserie", "spent_grain"),
        ("brewers spent grains", "spent_grain"),
        ("marcs de pommes", "fruit_pomace"),
        ("cartons", "cardboard"),
        ("<b>drêches</b>", "spent_grain"),
        ("eaux glacées", "cold"),
    ],
)
def test_what_people_write_is_understood(knowledge: Knowledge, typed: str, resource_id: str) -> None:
    link = knowledge.linker.best(typed)
    assert link is not None
    assert link.resource_id == resource_id


def test_one_wrong_letter_in_a_long_name_is_forgiven(knowledge: Knowledge) -> None:
    long = [(r.id, name) for r, name in SOME if len(name) >= 14 and words(name) == tuple(words(name.lower()))]
    misspelled = [(own, name[:6] + "q" + name[7:]) for own, name in long if name[6].isalpha()]
    found = [(own, knowledge.linker.best(text)) for own, text in misspelled]
    understood = sum(link is not None and link.resource_id == own for own, link in found)
    assert understood >= 0.85 * len(misspelled)


def test_a_link_says_what_matched_and_how_surely() -> None:
    (link,) = LINKER.link("des drêches fraîches", "")
    assert (link.resource_id, link.why) == ("grain", "drêche")
    assert RECOGNISED <= link.confidence < SURE


def test_exact_words_are_surer_than_words_within_and_those_than_misspelled_ones() -> None:
    typed = (
        "drêches de brasserie",
        "drêches de brasserie du lundi",
        "drêches de brasserie en vrac pour éleveur du coin",
    )
    exact, within, lost = (LINKER.link(text, "")[0].confidence for text in typed)
    assert exact > within > lost
    assert exact > LINKER.link("drêches de brazzerie", "")[0].confidence


def test_a_waste_code_alone_names_its_family() -> None:
    links = LINKER.link("voir le bordereau", "02 07 04")
    assert {(link.resource_id, link.confidence, link.why) for link in links} == {
        ("grain", CODE_ALONE, "02 07 04"),
        ("yeast", CODE_ALONE, "02 07 04"),
    }


@pytest.mark.parametrize("code", ["13 02 05", "13 02 05*"])
def test_the_asterisk_of_a_code_is_no_matter(code: str) -> None:
    assert [link.resource_id for link in LINKER.link("", code)] == ["oil"]


def test_a_code_that_agrees_makes_the_text_surer() -> None:
    alone, agreeing = LINKER.link("drêches fraîches", "")[0], LINKER.link("drêches fraîches", "02 07 04")[0]
    assert agreeing.confidence > alone.confidence
    assert agreeing.why == "drêche, 02 07 04"
    assert LINKER.link("drêche", "02 07 04")[0].confidence == SURE


def test_a_code_decides_between_two_things_the_text_names_alike() -> None:
    without, coded = LINKER.link("levures, drêche", ""), LINKER.link("levures, drêche", "02 07 01")
    assert {link.confidence for link in without} == {without[0].confidence}
    assert (without[0].resource_id, coded[0].resource_id) == ("grain", "yeast")


def test_words_are_believed_before_a_code_that_contradicts_them() -> None:
    assert LINKER.link("drêches fraîches", "13 02 05*") == LINKER.link("drêches fraîches", "")


@pytest.mark.parametrize("code", ["99 99 99", "*", "rubbish"])
def test_a_code_nobody_knows_changes_nothing(code: str) -> None:
    assert LINKER.link("drêche", code) == LINKER.link("drêche", "")
    assert LINKER.best("voir le bordereau", code) is None


@pytest.mark.parametrize("typed", GARBAGE)
def test_garbage_is_left_to_be_made_clear(knowledge: Knowledge, typed: str) -> None:
    assert knowledge.linker.best(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["a" * 10_000, "z " * 5_000, "<script>alert('x')</script>", "é" * 10_000, "1" * 10_000, "quelque chose " * 700],
    ids=lambda text: text[:12],
)
def test_what_is_far_too_long_or_no_text_at_all_means_nothing(knowledge: Knowledge, typed: str) -> None:
    assert knowledge.linker.best(typed) is None


@given(typed=st.text(max_size=200), code=st.text(max_size=12))
def test_no_text_raises_and_every_link_is_recognised(knowledge: Knowledge, typed: str, code: str) -> None:
    links = knowledge.linker.link(typed, code)
    assert all(RECOGNISED <= link.confidence <= SURE and link.why for link in links)
    assert [link.confidence for link in links] == sorted((link.confidence for link in links), reverse=True)
    assert len({link.resource_id for link in links}) == len(links)


@given(st.permutations([GRAIN, YEAST, OIL]), st.sampled_from(["levures, drêche", "huile usée", "dreche"]))
def test_the_order_of_resources_is_no_matter(resources: list[Resource], typed: str) -> None:
    assert Linker(resources).link(typed, "02 07 04") == LINKER.link(typed, "02 07 04")


def test_alternatives_are_few(knowledge: Knowledge, rows: KnowledgeRows) -> None:
    everything = " ".join(r.fr for r in rows.resources)
    assert 0 < len(knowledge.linker.link(everything)) <= 5
