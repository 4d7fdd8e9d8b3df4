"""Danger is never guessed away, and what is harmless is not frightening."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import Hazard
from symbiosis.knowledge.declaration import Declarations
from symbiosis.knowledge.hazard import UNKNOWN, hazard_of
from tests.knowledge.dangers import EN, FR

DANGEROUS = [(lang, text) for lang, texts in (("fr", FR), ("en", EN)) for text in texts.strip().split("\n")]
WORDS = ["amiante", "solvants", "acide chlorhydrique", "DASRI", "PCB", "aérosols", "asbestos", "pesticides", "syringes"]


@pytest.mark.parametrize("write", ["{}", "{}, 3 bennes par mois", "environ 40 kg de {} à enlever", "{} (local fermé)"])
def test_a_dangerous_thing_is_never_called_harmless(declarations: Declarations, write: str) -> None:
    found = [(text, declarations.understand(write.format(text), "", "offer", lang)) for lang, text in DANGEROUS]
    assert [text for text, things in found if any(thing.hazard == Hazard.NO for thing in things)] == []


@given(st.text(max_size=40), st.sampled_from(WORDS), st.text(max_size=40), st.booleans())
def test_a_word_of_danger_is_heard_wherever_it_stands(before: str, word: str, after: str, known: bool) -> None:
    text = f"{before.replace('-', ' ')}. {word} . {after}"
    assert hazard_of(text, [Hazard.NO] if known else [], known) != Hazard.NO


@pytest.mark.parametrize(
    "text",
    [
        "palettes cassées",
        "marc de café",
        "cartons à plat",
        "chutes d'inox",
        "drêches de brasserie",
        "clean wood shavings",
    ],
)
def test_what_is_harmless_is_called_so(declarations: Declarations, text: str) -> None:
    assert [thing.hazard for thing in declarations.understand(text)] == [Hazard.NO]


@pytest.mark.parametrize("text", ["bois sans solvants", "sciure non traitée, sans amiante", "wood without solvents"])
def test_a_danger_that_is_said_to_be_absent_is_none(text: str) -> None:
    assert hazard_of(text, [Hazard.NO], True) == Hazard.NO


@pytest.mark.parametrize(
    "text", ["bidons sans étiquette", "on ne sait pas ce que c'est", "unlabelled drums", "unknown powder"]
)
def test_what_the_speaker_does_not_know_is_unknown(text: str) -> None:
    assert hazard_of(text, [Hazard.NO], True) == UNKNOWN


@pytest.mark.parametrize("text", ["cabine de peinture à partager avec les voisins", "we look for crushed concrete"])
def test_what_is_wanted_or_shared_is_no_waste_to_doubt_of(declarations: Declarations, text: str) -> None:
    assert [thing.hazard for thing in declarations.understand(text)] == [Hazard.NO]


def test_what_nobody_recognises_is_unknown() -> None:
    assert hazard_of("xyzzy", [], False) == UNKNOWN


@given(st.text(max_size=80), st.booleans())
def test_the_worst_that_is_known_counts(text: str, recognised: bool) -> None:
    assert hazard_of(text, [Hazard.NO, Hazard.YES], recognised) in (Hazard.YES, UNKNOWN)
    assert hazard_of(text, [Hazard.MIRROR, Hazard.NO], recognised) != Hazard.NO
