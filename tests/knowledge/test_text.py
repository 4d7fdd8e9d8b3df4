"""Words brought to a form in which they can be compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.fold import fold
from symbiosis.knowledge.text import words


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Drêches de brasserie", ("dreche", "brasserie")),
        ("DRÊCHES  DE\tBRASSERIE", ("dreche", "brasserie")),
        ("12,5 t/an de drêches de brasserie", ("dreche", "brasserie")),
        ("palettes (environ 300 pièces)", ("palette", "environ", "piece")),
        ("1.5 tonnes de copeaux", ("copeau",)),
        ("100 m³ d'eau", ("eau",)),
        ("métaux ferreux", ("metal", "ferreux")),
        ("verre", ("verre",)),
        ("gas", ("gas",)),
        ("œufs", ("oeuf",)),
        ("ﬁlms plastiques", ("film", "plastique")),
        ("compress", ("compress",)),
    ],
)
def test_what_people_type_is_brought_to_telling_words(typed: str, expected: tuple[str, ...]) -> None:
    found = words(typed)
    assert found == words(" ".join(expected))
    assert {*"éêèœ³"}.isdisjoint("".join(found))


@pytest.mark.parametrize("typed", ["", "   ", "?!…", "🏭♻️", "木材"])
def test_what_holds_no_letter_we_know_has_no_words(typed: str) -> None:
    assert words(typed) == ()


@given(st.text(max_size=60))
def test_any_text_becomes_plain_lower_case_words(text: str) -> None:
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words(text))


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.sampled_from("abés 1,"), max_size=30))
def test_case_and_spaces_around_are_no_matter(text: str) -> None:
    assert words(f"  {text.upper()} ") == words(text)


def test_letters_typed_apart_from_their_accent_are_no_matter() -> None:
    assert words("eau a\u0300 60 degre\u0301s") == words("eau à 60 degrés")
