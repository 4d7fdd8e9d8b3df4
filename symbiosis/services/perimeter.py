"""Which communes are the territory's own: those that imports of registers read unless told otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from symbiosis.domain.errors import Refused
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.places import communes_of
from symbiosis.knowledge import seeds
from symbiosis.store import firms, perimeter, territory
from symbiosis.store.session import Store


@dataclass(frozen=True)
class Perimeter:
    """The territory's communes, (code, name) by name, '' where we know none; `chosen` by somebody, or those we know."""

    communes: tuple[tuple[str, str], ...]
    chosen: bool


def look(store: Store) -> Perimeter:
    """Return the territory's communes."""
    names = {row["id"]: row["name"] or "" for row in firms.communes(store)}
    chosen = perimeter.chosen(store)
    codes = chosen or frozenset(code for code, name in names.items() if name)
    found = sorted(((code, names.get(code, "")) for code in codes), key=lambda pair: (pair[1] or "~", pair[0]))
    return Perimeter(tuple(found), bool(chosen))


def choose(store: Store, told: str, who: str, tables: Sequence[Path] = ()) -> Perimeter:
    """Make these communes the territory's: their codes, or the SIREN of their EPCI; nothing told: those we know.

    Firms that stand elsewhere stay. `tables` are INSEE's, for EPCIs we do not know. Refused where that makes no sense,
    or before there is a territory.
    """
    if territory.get(store) is None:
        raise Refused("No territory here yet: start one with flask symbiosis territory new NAME")
    try:
        codes = communes_of(told, tables, seeds.read_intercommunalities())
    except BadFileError as bad:
        raise Refused(" ; ".join(f"« {error.value} » : {error.remedy}" for error in bad.errors)) from None
    store.together(lambda tx: perimeter.cover(tx, codes, who))
    return look(store)
