"""Several things in one text: told apart when each has a name of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.knowledge.declaration import Declarations


def named(declarations: Declarations, text: str, lang: str = "fr") -> list[str]:
    return [thing.resources[0].resource.id for thing in declarations.understand(text, lang=lang) if thing.resources]


@pytest.mark.parametrize(
    ("text", "lang", "how_many"),
    [
        ("papier, cartons et palettes", "fr", 2),  # paper and cardboard go into one bin
        ("cartons et palettes cassées", "fr", 2),
        ("huile et graisse de friture", "fr", 1),
        ("tôles et chutes d'acier", "fr", 1),
        ("on récupère : petit-lait, drêches, marc de café", "fr", 3),
        ("whey, spent grain and used tyres", "en", 3),
        ("palettes cassées, 200 par semaine, propres", "fr", 1),
        ("huile de vidange, cuve de 1500 L", "fr", 1),
        ("carton, en balles", "fr", 1),
        ("DASRI : bacs jaunes + cartons", "fr", 1),  # what a danger leads is dangerous in whatever it is packed
        ("pneus usagés. Et aussi des palettes cassées", "fr", 2),
        ("chutes de verre, 3 bennes par mois + sable de sablage", "fr", 2),
        ("huile soluble usée, on vidange 2 fois par an, env 3 000 L à chaque coup", "fr", 1),
        ("used tyres, plus broken pallets", "en", 2),
    ],
)
def test_things_are_told_apart(declarations: Declarations, text: str, lang: str, how_many: int) -> None:
    found = named(declarations, text, lang)
    assert len(found) >= how_many if how_many > 1 else len(found) == 1
    assert len(set(found)) == len(found)


def test_each_thing_keeps_its_own_quantity(declarations: Declarations) -> None:
    things = declarations.understand("sciure 10 t/mois et cartons 3 t/mois")
    assert [thing.quantity.value for thing in things if thing.quantity] == [10, 3]


@given(st.lists(st.sampled_from(["cartons", "drêches", "pneus usagés", "sciure"]), min_size=1, max_size=4, unique=True))
def test_a_list_of_things_is_as_many_lines_in_any_order(declarations: Declarations, things: list[str]) -> None:
    assert len(declarations.understand(", ".join(things))) == len(things)
