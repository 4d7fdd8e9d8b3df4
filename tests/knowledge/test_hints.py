"""Words make one think of the resources whose phrases they stand in."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.knowledge.hints import Hints, Phrase, read_phrases

HINTS = Hints(
    ("tyre", "wheel", "bread"),
    [
        Phrase("tyre", "carcasse de poids lourd", 1.0),
        Phrase("tyre", "rechapage", 1.0),
        Phrase("tyre", "bande de roulement", 0.5),
        Phrase("wheel", "roulement", 0.5),
        Phrase("bread", "fournée de la veille", 1.0),
        Phrase("of nothing we know", "rechapage", 1.0),
    ],
)


def test_a_word_of_one_resource_tells_of_it_alone() -> None:
    tyre, wheel, bread = HINTS.of("refusées au rechapage")
    assert tyre > 0 > max(wheel, bread)


def test_a_word_of_several_tells_less_of_each() -> None:
    told = Hints(("tyre", "wheel"), [Phrase("tyre", "roulement", 0.5), Phrase("wheel", "roulement jante", 0.5)])
    assert told.of("roulement")[1] < told.of("jante")[1]


def test_what_surely_means_a_thing_tells_more_than_what_may() -> None:
    phrases = [Phrase("a", "rechapage", 1.0), Phrase("b", "rechapage", 0.5), Phrase("b", "pain", 0.5)]
    sure, may = Hints(("a", "b"), phrases).of("rechapage")
    assert sure > may


def test_plurals_capitals_and_accents_are_one_word() -> None:
    assert np.array_equal(HINTS.of("Fournees"), HINTS.of("fournée"))


@given(st.text(max_size=80))
def test_every_text_tells_something_finite(text: str) -> None:
    assert np.isfinite(HINTS.of(text)).all()


@given(st.lists(st.sampled_from(["carcasse", "rechapage", "roulement", "veille", "zzz"]), unique=True))
def test_what_a_text_tells_is_the_sum_of_its_words(words: list[str]) -> None:
    each = sum((HINTS.of(word) for word in words), np.zeros(3))
    assert HINTS.of(" ".join(words)) == pytest.approx(each)


@given(st.permutations(["carcasse", "de", "poids", "lourd", "roulement"]), st.integers(1, 3))
def test_neither_order_nor_repetition_counts(words: list[str], times: int) -> None:
    assert HINTS.of(" ".join(words * times)) == pytest.approx(HINTS.of("carcasse de poids lourd, roulement"))


@pytest.mark.parametrize("text", ["", "zzz", "12 °"])
def test_what_nobody_ever_said_tells_nothing(text: str) -> None:
    assert not HINTS.of(text).any()


def test_why_is_told_in_the_words_that_were_written() -> None:
    assert HINTS.heard("Deux Carcasses pour le Rechapage, svp", 0) == ("Carcasses", "Rechapage")
    assert HINTS.heard("svp", 0) == HINTS.heard("", 0) == ()


def test_without_any_phrase_nothing_is_told() -> None:
    assert not Hints(("tyre",), []).of("rechapage").any()


def test_a_mistake_names_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "resource_words"
    folder.mkdir()
    (folder / "water.csv").write_text("id,lang,strength,phrases\nrain,fr,perhaps,citerne\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"water.csv, line 2: 'perhaps'"):
        read_phrases(tmp_path)
