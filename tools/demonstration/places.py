"""Where firms stand: a zone of the right kind, then a point in it."""

from tools.demonstration.dice import Dice
from tools.demonstration.tables import Zone, rows, zones

M_PER_DEGREE = 111_200.0
LON_SHRINK = 0.6593  # cosine of 48.75°, written down so that no platform's maths library is asked
SPREAD = {"home": 1.0, "farm": 1.3}


class Places:
    """The zones of the territory, ready to be drawn from."""

    def __init__(self) -> None:
        """Read the zones and the inhabitants."""
        self.zones = {zone.id: zone for zone in zones()}
        self._people = {row["commune"]: float(row["population"]) for row in rows("population")}

    def draw(self, kind: str, dice: Dice) -> Zone:
        """Return a zone for a firm of that kind; town centres weigh as much as their inhabitants."""
        wanted = "town" if kind in SPREAD else kind
        found = [zone for zone in self.zones.values() if zone.kind == wanted]
        return dice.weighted(found, [self._weight(zone, kind) for zone in found])

    def _weight(self, zone: Zone, kind: str) -> float:
        if kind == "farm":
            return 1.0
        return self._people[zone.commune] if zone.kind == "town" else zone.weight


def point(zone: Zone, kind: str, dice: Dice) -> tuple[float, float]:
    """Return a latitude and a longitude inside the zone, at most 1.3 radius away for farms."""
    reach = zone.radius_m * SPREAD.get(kind, 1.0) / M_PER_DEGREE
    while True:
        x, y = dice.between(-1, 1), dice.between(-1, 1)
        if x * x + y * y <= 1:
            return round(zone.lat + y * reach, 5), round(zone.lon + x * reach / LON_SHRINK, 5)
