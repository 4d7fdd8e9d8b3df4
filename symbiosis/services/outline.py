"""Give the communes their official outlines."""

from dataclasses import dataclass
from pathlib import Path

from symbiosis.importers.outlines import read_outlines
from symbiosis.store import pictured, territory
from symbiosis.store.session import Store


@dataclass(frozen=True)
class Outlined:
    """How many communes have an outline now, the codes that are none of ours, and what could not be read."""

    communes: int
    unknown: tuple[str, ...]
    troubles: tuple[str, ...]


def load_outlines(store: Store, file: Path, source: str) -> Outlined:
    """Write the outlines of a GeoJSON file; Refused where it is none."""
    found = read_outlines(file)
    written = pictured.put_outlines(store, found.geometries, source)
    if written:
        territory.touch(store)
    return Outlined(len(written), tuple(sorted(set(found.geometries) - set(written))), found.troubles)
