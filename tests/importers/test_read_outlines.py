"""Outlines: what is read, what is left out and why, what is refused."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from symbiosis.domain.errors import Refused
from symbiosis.importers.outlines import read_outlines

RING = [[6.1, 48.7], [6.2, 48.7], [6.2, 48.8], [6.1, 48.7]]


def feature(code: object, kind: str = "Polygon", coordinates: object = None) -> dict[str, object]:
    shape = {"type": kind, "coordinates": [RING] if coordinates is None else coordinates}
    return {"type": "Feature", "properties": {"code": code}, "geometry": shape}


def write(folder: Path, *features: object) -> Path:
    file = folder / "outlines.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), encoding="utf-8")
    return file


def test_polygons_and_islands_are_read(tmp_path: Path) -> None:
    found = read_outlines(write(tmp_path, feature("54430"), feature(54215, "MultiPolygon", [[RING], [RING]])))
    assert sorted(found.geometries) == ["54215", "54430"] and not found.troubles


@pytest.mark.parametrize(
    "bad",
    [feature(None), feature("1", "Point", [6.1, 48.7]), feature("1", coordinates=[]),
     feature("1", coordinates=[[["a", "b"]]]),
     feature("1", coordinates=[[[926000, 6850000]]]),
     "text", None, {"properties": {"code": "1"}}],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_stops_nothing(tmp_path: Path, bad: object) -> None:
    found = read_outlines(write(tmp_path, bad, feature("54430")))
    assert list(found.geometries) == ["54430"]
    assert len(found.troubles) == 1 and "feature 1" in found.troubles[0]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"features": 3}', "\x00", "[" * 100_000])
def test_what_is_no_geojson_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "odd.geojson"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=r"odd\.geojson"):
        read_outlines(file)


names = st.sampled_from(["type", "properties", "geometry", "coordinates", "code"])
json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=True) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner),
    max_leaves=12,
)  # fmt: skip


@given(st.lists(json_values, max_size=4))
@example([{"geometry": {"type": []}}])
def test_no_feature_vanishes_without_a_word(tmp_path_factory: pytest.TempPathFactory, features: list[object]) -> None:
    found = read_outlines(write(tmp_path_factory.mktemp("outlines"), *features))
    assert len(found.geometries) + len(found.troubles) <= len(features)
    assert len(found.troubles) == len(features) or found.geometries


def test_the_thirteen_real_outlines(shared: Path) -> None:
    file = shared / "data" / "geo" / "bassin_pompey_communes_ign2018.geojson"
    if not file.exists():
        pytest.skip("no outlines")
    found = read_outlines(file)
    assert len(found.geometries) == 13 and not found.troubles
