"""Giving, wanting, sharing: told from the words."""

import pytest

from symbiosis.domain.enums import Direction, ResourceKind
from symbiosis.knowledge.kind import said, usual


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on cherche de la sciure propre", "need"),
        ("Recherchons palettes EUR", "need"),
        ("besoin de vapeur 6 bars", "need"),
        ("looking for clean pallets", "need"),
        ("we buy regrind", "need"),
        ("qui aurait du broyat ?", "need"),
        ("on jette 3 t de carton", "offer"),
        ("we throw away 3 t of cardboard", "offer"),
        ("cherche repreneur pour copeaux", "offer"),
        ("looking for somebody to take our sludge", "offer"),
        ("fumier à donner", "offer"),
        ("chariot à partager", "share"),
        ("mutualiser une nacelle", "share"),
        ("on cherche à mutualiser un gardien", "share"),
        ("share a forklift with others", "share"),
        ("achat groupé de gaz", "share"),
    ],
)
def test_the_words_tell(text: str, kind: str) -> None:
    assert said(text) is Direction(kind)


@pytest.mark.parametrize("text", ["", "palettes cassées", "sawdust 3 t a week", "à venir chercher", "bois récupéré"])
def test_words_that_tell_nothing_tell_nothing(text: str) -> None:
    assert said(text) is None


def test_when_nothing_is_said_things_are_given_and_tools_shared() -> None:
    assert [usual(k) for k in (ResourceKind.MATERIAL, ResourceKind.WATER, None)] == [Direction.OFFER] * 3
    assert [usual(k) for k in (ResourceKind.EQUIPMENT, ResourceKind.SKILL)] == [Direction.SHARE] * 2
