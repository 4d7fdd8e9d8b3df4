"""Words that stand in the same lists point the same way."""

from itertools import combinations

import numpy as np
import pytest

from symbiosis.knowledge.word_space import word_space

THINGS, WARMTH = (
    ("pallet", "palette", "crate", "caisse", "box", "carton"),
    ("heat", "chaleur", "steam", "vapeur", "warm"),
)
LISTS = [frozenset(pair) for words in (THINGS, WARMTH) for pair in combinations(words, 3)]
APART = [words for words in LISTS if not {"crate", "palette"} <= words and not {"chaleur", "steam"} <= words]
OTHERS = [frozenset({f"{topic} {one}", f"{topic} {other}"}) for topic in range(80) for one, other in ("ab", "bc", "ca")]
SPACE = word_space([*APART, *OTHERS])


def likeness(one: str, other: str) -> float:
    return float(SPACE.vector([one]) @ SPACE.vector([other]))


@pytest.mark.parametrize(("one", "other", "far"), [("crate", "palette", "heat"), ("chaleur", "steam", "box")])
def test_words_that_never_stand_together_are_alike_by_their_company(one: str, other: str, far: str) -> None:
    assert likeness(one, other) > 0.5
    assert abs(likeness(one, far)) < 0.2


def test_a_text_of_unknown_words_points_nowhere() -> None:
    assert not np.any(SPACE.vector(["unheard"]))
    assert likeness("crate", "crate") == pytest.approx(1.0)


def test_the_same_lists_give_the_same_directions() -> None:
    assert np.array_equal(word_space([*APART, *OTHERS]).weighed, SPACE.weighed)
