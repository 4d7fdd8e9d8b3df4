"""The 4 400 fictitious firms: sector, size and place."""

from collections import defaultdict
from dataclasses import dataclass

from tools.demonstration.dice import Dice
from tools.demonstration.places import Places, point
from tools.demonstration.tables import Sector, rows, sectors

GOLDEN = 0.6180339887498949
Bands = list[tuple[int, int, float]]


@dataclass(frozen=True)
class DemoFirm:
    """One fictitious firm, as written in firms.csv."""

    firm_id: str
    name: str
    nace: str
    commune: str
    lat: float
    lon: float
    headcount: int
    activity: str


def make_firms(dice: Dice) -> list[DemoFirm]:
    """Return the firms of all sectors, in the order of the tables."""
    maker = FirmMaker(dice)
    return [maker.make(sector, number) for sector in sectors() for number in range(1, sector.firms + 1)]


class FirmMaker:
    """Makes firms one after the other; the first of a sector take the fixed sizes of anchors.csv."""

    def __init__(self, dice: Dice) -> None:
        """Read the tables."""
        self._dice, self._places, self._sizes, self._made = dice, Places(), Sizes(), 0
        self._anchors: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for row in rows("anchors"):
            self._anchors[row["nace"]].append((int(row["headcount"]), row["zone"]))

    def make(self, sector: Sector, number: int) -> DemoFirm:
        """Return the `number`th firm of a sector."""
        self._made += 1
        headcount, zone = self._size_and_zone(sector)
        lat, lon = point(self._places.zones[zone], sector.place, self._dice)
        return DemoFirm(
            firm_id=f"demo-{self._made:04d}", name=f"{sector.name} nº {number}", nace=sector.nace,
            commune=self._places.zones[zone].commune, lat=lat, lon=lon, headcount=headcount,
            activity=sector.activity,
        )  # fmt: skip

    def _size_and_zone(self, sector: Sector) -> tuple[int, str]:
        if self._anchors[sector.nace]:
            return self._anchors[sector.nace].pop(0)
        return self._sizes.next(sector.profile), self._places.draw(sector.place, self._dice).id


class Sizes:
    """Head-counts that follow the bands of each profile evenly, so that a total does not hang on luck."""

    def __init__(self) -> None:
        """Read headcounts.csv."""
        self._bands: dict[str, Bands] = defaultdict(list)
        self._turn: dict[str, int] = defaultdict(int)
        for row in rows("headcounts"):
            self._bands[row["profile"]].append((int(row["low"]), int(row["high"]), float(row["share"])))

    def next(self, profile: str) -> int:
        """Return the head-count of the next firm of that profile."""
        self._turn[profile] += 1
        left = (self._turn[profile] * GOLDEN) % 1.0
        for low, high, share in self._bands[profile]:
            if left < share:
                return low + int(left / share * (high - low + 1))
            left -= share
        return self._bands[profile][0][0]
