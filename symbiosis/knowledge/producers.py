"""How well an entry of the List of Waste fits whoever throws the thing away: what his trade usually produces."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from symbiosis.domain.knowledge import WasteEntry, WasteOfSector

SECTION = len("10 02")
LEVELS = ((5, 0.6), (4, 0.6), (2, 0.25), (0, 0.15))  # letters of '24.42', '24.4', '24', anybody; and what each counts
NEVER_HEARD = 0.002  # of a trade's waste, under a section nobody named for it
OWN, COUSIN, NOBODYS, OTHERS = 1.0, 0.6, 0.5, 0.3  # the entry's industry is his, of his division, unsaid, another


class Producers:
    """The share of each section of the List in the waste of each trade; made once from the knowledge."""

    def __init__(self, rows: Iterable[WasteOfSector]) -> None:
        """Index the shares by activity."""
        self._shares: dict[str, dict[str, float]] = defaultdict(dict)
        for row in rows:
            self._shares[row.nace][row.section] = row.share
        self.sections = lru_cache(maxsize=2000)(self._sections)

    def _sections(self, donor: str) -> dict[str, float]:
        """Return the share of each section for activities separated by '|', best of them; anybody's for ''."""
        best: dict[str, float] = {}
        for code in donor.split("|"):
            for section, share in self._of_one(code.strip()).items():
                best[section] = max(best.get(section, 0.0), share)
        return best

    def _of_one(self, code: str) -> dict[str, float]:
        known = {code[:n]: weight for n, weight in LEVELS if code[:n] in self._shares}
        total = sum(known.values())
        mixed: dict[str, float] = defaultdict(float)
        for nace, weight in known.items():
            for section, share in self._shares[nace].items():
                mixed[section] += share * weight / total
        return mixed

    def fit(self, entry: WasteEntry, donor: str, power: float) -> float:
        """Return how well the entry fits the activity, 0 to 1."""
        share = self.sections(donor).get(entry.code[:SECTION], 0.0) + NEVER_HEARD
        return float(share**power) * _industry(entry.nace, donor)


def _industry(industries: tuple[str, ...], donor: str) -> float:
    if not industries or not donor:
        return NOBODYS
    codes = tuple(code.strip() for code in donor.split("|") if code.strip())
    if any(c.startswith(industries) for c in codes) or any(nace.startswith(codes) for nace in industries):
        return OWN
    return COUSIN if any(nace.startswith(tuple(c[:2] for c in codes)) for nace in industries) else OTHERS
