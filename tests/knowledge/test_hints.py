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
    assert tyre > wheel == bread == 0


def test_words_beside_each_other_tell_more_than_apart() -> None:
    assert HINTS.of("bande de roulement")[0] > HINTS.of("roulement, bande")[0]


def test_a_word_of_several_tells_less_of_each() -> None:
    alone = Hints(("tyre", "wheel", "bread"), [Phrase("wheel", "roulement", 0.5)])
    assert 0 < HINTS.of("roulement")[1] < alone.of("roulement")[1]


def test_what_surely_means_a_thing_tells_more_than_what_may() -> None:
    sure, may = (Hints(("a", "b"), [Phrase("a", "rechapage", weight)]) for weight in (1.0, 0.5))
    assert sure.of("rechapage")[0] > may.of("rechapage")[0]


@given(st.text(max_size=80))
def test_every_text_tells_between_nothing_and_everything(text: str) -> None:
    told = HINTS.of(text)
    assert ((told >= 0) & (told <= 1)).all()


@given(st.lists(st.sampled_from(["carcasse", "rechapage", "roulement", "veille", "zzz"]), max_size=6))
def test_more_words_never_tell_less(words: list[str]) -> None:
    fewer, more = HINTS.of(" ; ".join(words[:-1])), HINTS.of(" ; ".join(words))
    assert (more >= fewer - 1e-12).all() or np.allclose(more, fewer)


def test_a_mistake_names_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "resource_words"
    folder.mkdir()
    (folder / "water.csv").write_text("id,lang,strength,phrases\nrain,fr,perhaps,citerne\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"water.csv, line 2: 'perhaps'"):
        read_phrases(tmp_path)
