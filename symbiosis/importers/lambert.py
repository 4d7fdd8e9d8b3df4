"""Lambert-93 (EPSG:2154), in which INSEE writes where establishments are, → degrees WGS 84."""

from functools import cache

from pyproj import Transformer

# Metropolitan France with room around; elsewhere INSEE uses other projections under the same column names.
WEST, EAST, SOUTH, NORTH = 0.0, 1_300_000.0, 6_000_000.0, 7_200_000.0


def wgs84(x: float, y: float) -> tuple[float, float] | None:
    """Return (latitude, longitude), None outside metropolitan France."""
    if not (WEST < x < EAST and SOUTH < y < NORTH):
        return None
    lon, lat = _transformer().transform(x, y)
    return round(lat, 6), round(lon, 6)


@cache
def _transformer() -> Transformer:
    return Transformer.from_crs(2154, 4326, always_xy=True)
