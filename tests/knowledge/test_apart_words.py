"""Details of two texts that rule a pair out: same side, out of reach, the other way, too short, another clock."""

import pytest

from symbiosis.knowledge.attribute_seeds import read_attributes
from symbiosis.knowledge.attributes import Reader
from symbiosis.knowledge.beyond import beyond
from symbiosis.knowledge.designations import designations
from symbiosis.knowledge.dimensions import compare_sizes, dimensions
from symbiosis.knowledge.headings import headings
from symbiosis.knowledge.measures import measures
from symbiosis.knowledge.rhythm import clash
from symbiosis.knowledge.sides import same_side
from symbiosis.knowledge.slots import moments

READER = Reader(read_attributes())


@pytest.mark.parametrize(
    ("offer", "need", "against"),
    [
        ("On recherche un soudeur alu", "Il nous faut un soudeur alu", True),
        ("Palettes cassées à donner", "Qui peut nous débarrasser de palettes cassées ?", True),
        ("Soudeur alu disponible", "Il nous faut un soudeur alu", False),
        ("On cherche un autre site pour partager la tournée", "Il nous faut une tournée cartons", False),
        ("Collecte de palettes cassées", "Qui peut nous débarrasser de palettes cassées ?", False),
        ("We are looking for a welder", "We need a welder", True),
    ],
)
def test_two_who_seek_and_two_who_give_do_not_meet(offer: str, need: str, against: bool) -> None:
    assert bool(list(same_side(offer, need, served=False))) is against


@pytest.mark.parametrize(
    ("offer", "need", "against"),
    [
        ("Vapeur en surplus, à 14 km", "Atelier à chauffer", True),
        ("Vapeur en surplus, à 400 m, usine à 2 km du bourg", "Atelier à chauffer", False),
        ("Cantine, 25 couverts", "Faire déjeuner 250 ouvriers", True),
        ("Cantine, 300 couverts", "Faire déjeuner 250 ouvriers", False),
        ("Local de 30 m2", "Stocker 200 palettes", True),
        ("Entrepôt de 800 m2", "Stocker 200 palettes", False),
        ("Granulés en vrac, 5 t mini", "10 sacs de granulés de 15 kg", True),
        ("Granulés en vrac, 5 t mini", "Granulés, 12 t par an", False),
        ("4 palettes par an", "500 palettes par semaine", True),
        ("Terrain de 200 m²", "Parcelle de 3 ha", True),
    ],
)
def test_what_is_out_of_reach_is_held_against_a_pair(offer: str, need: str, against: bool) -> None:
    sides = ((text, READER.read(text), measures(text)) for text in (offer, need))
    assert bool(list(beyond(*sides))) is against


@pytest.mark.parametrize(
    ("offer", "need", "against"),
    [
        ("Camion vide de Rennes vers Lyon le jeudi", "3 palettes Lyon → Rennes", True),
        ("Camion vide de Rennes vers Lyon le jeudi", "3 palettes Rennes → Lyon", False),
        ("Rennes vers Lyon et retour", "3 palettes Lyon → Rennes et retour", False),
        ("Camion pour Lyon", "3 palettes Lyon → Rennes", False),
    ],
)
def test_a_lorry_that_goes_the_other_way_takes_nothing(offer: str, need: str, against: bool) -> None:
    assert bool(list(headings(offer, need))) is against


@pytest.mark.parametrize(
    ("offer", "need", "against"),
    [
        ("Chutes de poutre, longueur 40 cm max", "Poutres de 6 m", True),
        ("Poutres de 7 m", "Poutres de 6 m", False),
        ("Chutes de tôle jusqu'à 40x60 cm", "Plaques 20x30 cm", False),
        ("Chutes de tôle 10x15 cm", "Plaques 20x30 cm", True),
    ],
)
def test_a_larger_piece_can_be_cut_a_shorter_one_cannot_grow(offer: str, need: str, against: bool) -> None:
    assert bool(list(compare_sizes(dimensions(offer), dimensions(need), cut=True))) is against


def test_a_family_of_alloys_takes_its_members() -> None:
    assert not list(designations("Copeaux alu 6060", "Tournures d'aluminium série 6000"))
    assert list(designations("Copeaux alu 7075", "Tournures d'aluminium série 6000"))


@pytest.mark.parametrize(
    ("offer", "need", "kind"),
    [
        ("Room free only after 6pm", "Course Mon-Tue 9am-5pm", "hour"),
        ("Salle libre uniquement après 18h", "formation 9h-17h", "hour"),
        ("Soudeur à prêter jusqu'en juin", "Renfort mars-avril", ""),
        ("Soudeur à prêter jusqu'en juin", "Renfort en octobre", "month"),
    ],
)
def test_hours_and_months_are_read_as_people_write_them(offer: str, need: str, kind: str) -> None:
    assert clash(moments(offer), moments(need)) == kind


@pytest.mark.parametrize(
    ("text", "pair", "kind"),
    [
        ("Substrat, bio si possible", ("claim", "organic"), "welcomes"),
        ("Substrat bio", ("claim", "organic"), "has"),
        ("Béton, diagnostic amiante négatif", ("taint", "asbestos"), "lacks"),
        ("Agent habilité BS", ("electric_licence", "electric_licence_2"), "has"),
    ],
)
def test_wishes_and_findings_of_nothing_are_told_apart(text: str, pair: tuple[str, str], kind: str) -> None:
    assert pair in getattr(READER.read(text), kind)
