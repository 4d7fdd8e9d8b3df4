"""Drawings: words are escaped, names stay inside, nothing breaks where there is little or very much to draw."""

import re
from xml.etree import ElementTree

import pytest
from flask import Flask
from markupsafe import Markup

from symbiosis.counting import funnel, network, places, sankey, spread
from symbiosis.domain.effects import Range
from symbiosis.domain.enums import Direction, Judgement, SynergyKind, Unit
from symbiosis.domain.pictured import SHOWN, Scene, Step, Wanted
from symbiosis.domain.pictures import AMOUNTS, KM
from symbiosis.web import chart_flows, chart_funnel, chart_map, chart_network, chart_spread, svg
from symbiosis.web.indicator_words import interval, told
from tests.counting.scenes import BOTH, COMMUNES, THREE, TOLD, firm, flow, group, pair, scene

NASTY = "<script>alert('&')</script>\"><i>"
WORDS = svg.Words(NASTY, NASTY)
ANY = Wanted()
Drawn = list[Markup]


def draw(here: Scene) -> Drawn:
    """Return every picture of a scene, each with hostile names."""
    drawn = [
        chart_flows.sankey(
            WORDS, sankey.flows(here, ANY, kind, 6), lambda _c, node: f"{node} {NASTY}", lambda r: f"/{NASTY}"
        )
        for kind in SynergyKind
    ]
    drawn += [chart_map.draw(WORDS, places.by_commune(here, ANY), {}, lambda spot: f"/?{spot}{NASTY}")[0]]
    drawn += [chart_map.draw(WORDS, places.by_firm(here, ANY, c.id, 300), {}, lambda spot: spot)[0] for c in COMMUNES]
    if here.firms:
        centre = next(iter(here.firms))
        names = {f: f"{f} {NASTY}" for f in here.firms} | {"": NASTY}
        drawn.append(chart_network.draw(WORDS, network.around_firm(here, ANY, centre, 300), names, str))
        drawn.append(chart_network.draw(WORDS, network.around_resource(here, Wanted(resource="wood"), 300), names, str))
    columns, rows = chart_spread.bands(KM, list("12345"), NASTY[:4]), chart_spread.bands(AMOUNTS, list("abcde"), "?")
    drawn.append(chart_spread.heat(WORDS, spread.spread(here, ANY, Unit.TONNE), columns, rows, ("km", NASTY[:5])))
    said = chart_funnel.Said(lambda stage, n, part: f"{stage} {n} <{part}>", ("<a>", "<b>"), "<23 %>")
    drawn.append(chart_funnel.draw(WORDS, funnel.funnel(here, []), said))
    return drawn


CROWD = tuple(
    firm(f"f{i:03}", f"{10 + i % 80}.1", "12"[i % 2], (48.7 + (i % 20) / 100, 6.1 + i / 9000)) for i in range(400)
)
SCENES = {
    "empty": scene(),
    "one firm": scene((), THREE[:1]),
    "one firm in a group": scene((group("g", "a"),), THREE[:1]),
    "no coordinates": scene(BOTH, tuple(firm(f, at=None, commune="", nace="") for f in "abc"), TOLD),
    "all in one place": scene(BOTH, tuple(firm(f) for f in "abc"), TOLD, {"to-b": 0.0}),
    "a million tonnes": scene((BOTH[0],), THREE, (flow("out", "a", Direction.OFFER, 1e6),), {"to-b": 1e4}),
    "lead about firms that are gone": scene((pair("p", "x", "y"),), ()),
    "every step": scene(
        tuple(pair(f"p{i}", "a", "b") for i in range(4)), THREE, TOLD,
        judged={"p0": Judgement.IMPLEMENTED, "p1": Judgement.STUDIED, "p2": Judgement.REFUSED},
    ),
    "a crowd": scene(tuple(pair(f"p{i}", f"f{i % 400:03}", f"f{i * 7 % 400:03}") for i in range(3000)), CROWD),
}  # fmt: skip


@pytest.mark.parametrize("name", SCENES)
def test_every_picture_is_well_formed_escaped_and_finite(name: str) -> None:
    for picture in draw(SCENES[name]):
        ElementTree.fromstring(picture)  # raises where a word broke out
        assert "<script" not in picture and "<i>" not in picture
        assert "nan" not in picture and "inf" not in picture.replace("info", "")
        assert "style=" not in picture


@pytest.mark.parametrize("name", SCENES)
def test_every_picture_has_its_title_its_description_and_no_negative_size(name: str) -> None:
    for picture in draw(SCENES[name]):
        assert picture.count('id="picture-title"') == picture.count('id="picture-description"') == 1
        assert not re.search(r'(width|height|r)="-', picture)


def test_steps_differ_without_colour() -> None:
    assert len({svg.FILLS[step] for step in SHOWN}) == len(SHOWN)
    assert svg.DASHES[Step.SUGGESTED] != svg.DASHES[Step.IDENTIFIED] != svg.DASHES[Step.CONFIRMED] == "none"


def test_bars_of_the_sankey_are_as_long_as_their_numbers() -> None:
    found = sankey.flows(SCENES["a crowd"], ANY, SynergyKind.SUBSTITUTION, 6)
    counts = chart_flows.totals(found)
    assert {sum(column.values()) for column in counts} == {3000}


def test_a_network_of_a_crowd_holds_at_most_300_firms() -> None:
    found = network.around_resource(SCENES["a crowd"], Wanted(resource="wood"), 300)
    drawn = chart_network.draw(WORDS, found, {f: f for f in SCENES["a crowd"].firms} | {"": "w"}, str)
    assert drawn.count("<circle") <= 301 + 1  # the firms, the middle, the pattern of dots


def test_official_outlines_are_drawn_where_there_are_some() -> None:
    ring = [[6.0, 48.6], [6.3, 48.6], [6.3, 48.9], [6.0, 48.6]]
    outlines = {
        "1": {"type": "Polygon", "coordinates": [ring]},
        "2": {"type": "MultiPolygon", "coordinates": [[ring], [ring]]},
    }
    found = places.by_commune(scene(BOTH, THREE), ANY)
    official, schematic = (chart_map.draw(WORDS, found, o, str)[0] for o in (outlines, {}))
    assert official.count("<polygon") == 3 and "schematic" not in official
    assert "schematic" in schematic


@pytest.mark.parametrize(("value", "digits"), [(0.0, 0.0), (123456.0, 123000.0), (-0.012345, -0.0123), (1e9, 1e9)])
def test_three_telling_digits(value: float, digits: float) -> None:
    assert told(value) == digits


def test_a_range_of_one_number_is_one_number(app: Flask) -> None:
    with app.test_request_context():
        assert interval(Range(3.0, 3.0)) == "3"
        assert interval(Range(0.0, 1_000_000.0)).replace("\u202f", " ") == "0 à 1 000 000"
