"""Texts are recognised by all their words where the names they resemble mislead."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction
from symbiosis.domain.flows import Link
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.declaration_score import right
from tools.judged_declarations import HANDS, judged


@pytest.mark.parametrize(
    ("text", "resource"),
    [
        ("comptable à temps partagé", "accountant"),
        ("rejet de chaleur 70 °C", "heat_medium"),
        ("Co-voiturage - plusieurs sites", "commuter_mobility"),
    ],
)
def test_what_all_the_words_mean_goes_before_the_name_they_resemble(
    knowledge: Knowledge, text: str, resource: str
) -> None:
    link = knowledge.recognition.best(text)
    assert link is not None
    assert link.resource_id == resource
    assert link.why


def test_the_very_words_of_a_name_are_never_corrected(knowledge: Knowledge) -> None:
    for resource in knowledge.rows.resources:
        for name in (resource.fr, resource.en):
            assert knowledge.recognition.link(name) == knowledge.linker.link(name)


def test_a_waste_code_that_does_not_agree_keeps_what_was_named(knowledge: Knowledge) -> None:
    corrected, kept = (knowledge.recognition.best("rejet de chaleur 70 °C", code) for code in ("", "15 01 03"))
    assert corrected is not None
    assert kept is not None
    assert corrected.resource_id != kept.resource_id


def test_judged_texts_are_recognised_better_than_by_names_alone(knowledge: Knowledge) -> None:
    def hits(recognise: Callable[[str], Link | None]) -> int:
        links = [(row.words, recognise(row.text)) for row in judged(HANDS)]
        meant = [(words, knowledge.catalogue.resources[link.resource_id]) for words, link in links if link]
        return sum(right(words, resource.fr, resource.en) for words, resource in meant)

    assert hits(knowledge.recognition.best) > hits(knowledge.linker.best)


@settings(max_examples=30)
@given(text=st.text(max_size=60), kind=st.sampled_from([None, *Direction]))
def test_whatever_is_typed_the_surest_comes_first(knowledge: Knowledge, text: str, kind: Direction | None) -> None:
    found = [link.confidence for link in knowledge.recognition.link(text, "", kind)]
    assert found == sorted(found, reverse=True)
    assert all(0 <= confidence <= 1 for confidence in found)
