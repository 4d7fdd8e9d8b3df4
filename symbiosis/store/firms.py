"""Firms and communes, in the graph."""

from collections.abc import Iterable, Sequence
from typing import Any

from symbiosis.domain.errors import NotFound
from symbiosis.domain.firms import Commune, Firm
from symbiosis.domain.fold import fold
from symbiosis.store import perimeter
from symbiosis.store.knowledge_rows import sector_2025, sector_id
from symbiosis.store.per_version import per_version
from symbiosis.store.session import Row, Store, Writer


def put_communes(store: Store, communes: Iterable[Commune]) -> None:
    """Write communes."""
    store.write_rows("communes/put", (dict(vars(c)) for c in communes))


@per_version
def communes(store: Store) -> list[Row]:
    """Return every commune with its number of firms."""
    return store.read("communes/list")


def put(store: Writer, firms: Sequence[Firm], inside: frozenset[str], source: str | None = None) -> None:
    """Write firms with their commune and activities; what turned out to be another firm is left out.

    `inside` are the communes of the territory; `source` is the id of an import.
    """
    gone = former(store)
    firms = [firm for firm in firms if firm.id not in gone]
    store.write_rows("firms/put", (dict(vars(f)) | {"nace": list(f.nace), "import": source} for f in firms))
    placed = [f for f in firms if f.commune]
    rows = ({"id": f.id, "commune": f.commune, "inside": not inside or f.commune in inside} for f in placed)
    store.write_rows("firms/place", rows)
    employed = ({"id": f.id, "sector": sector_id(code), "nace": code} for f in firms for code in f.nace)
    store.write_rows("firms/employ", employed)
    coded = ({"id": f.id, "sector": sector_2025(f.naf2025), "naf2025": f.naf2025} for f in firms if f.naf2025)
    store.write_rows("firms/employ2025", coded)


def delete(store: Writer, ids: Sequence[str]) -> list[str]:
    """Delete firms, except those that something holds on to; return the ids of these."""
    tied = [row["id"] for row in store.read("firms/tied", ids=list(ids))]
    store.write("firms/delete", ids=sorted(set(ids) - set(tied)))
    return tied


def write(store: Store, firm: Firm, at: str, by: str) -> None:
    """Write a firm as a person knows it, in one of the communes of the territory or in none."""
    put(store, [firm], perimeter.inside(store))
    store.write("firms/mark_edited", id=firm.id, at=at, by=by)


def edited(store: Store) -> frozenset[str]:
    """Return the ids of the firms that a person wrote."""
    return frozenset(row["id"] for row in store.read("firms/edited"))


def former(store: Writer) -> dict[str, str]:
    """Return the ids of firms that were merged into another one, with the id of that one."""
    return {row["id"]: row["kept"] for row in store.read("firms/former")}


def every(store: Writer) -> list[Firm]:
    """Return all firms, ordered by id."""
    blocks = store.read("firms/packed")
    firms = [_unpack(packed) for block in blocks for packed in block["rows"]]
    return sorted(firms, key=lambda f: f.id)


def around(store: Store, firm_id: str) -> list[tuple[str, Row]]:
    """Return what people noted of a firm: what it is (the label) and what it says."""
    return [(row["label"], row["properties"]) for row in store.read("firms/around", firm=firm_id)]


@per_version
def known(store: Store) -> list[Firm]:
    """Return all firms, ordered by id, read again only when the territory has changed."""
    return every(store)


def get(store: Store, firm_id: str) -> Row:
    """Return one firm, or the one into which it was merged; NotFound when there is none."""
    rows = store.read("firms/get", id=firm_id) or _became(store, firm_id)
    if not rows:
        raise NotFound(f"firm {firm_id}")
    return rows[0]


def _became(store: Store, firm_id: str) -> list[Row]:
    kept = store.read("firms/became", id=firm_id)
    return store.read("firms/get", id=kept[0]["kept"]) if kept else []


def search(store: Store, text: str, commune: str, skip: int, limit: int) -> tuple[list[Row], int]:
    """Return a page of firms, by name, that hold every word of the text, and how many there are."""
    words = _plain(text).split()
    ids = [i for i, place, told in _index(store) if commune in ("", place) and all(word in told for word in words)]
    return store.read("firms/search", ids=ids[skip : skip + limit]), len(ids)


def lines(store: Store, ids: Sequence[str]) -> list[Row]:
    """Return these firms, as lines of a list, in no order of their own."""
    return store.read("firms/search", ids=list(ids))


@per_version
def _index(store: Store) -> list[tuple[str, str, str]]:
    """Return (id, commune, searchable text) of every firm, by name."""
    found = sorted(known(store), key=lambda firm: (firm.name, firm.id))
    return [(firm.id, firm.commune, _plain(f"{firm.name} {firm.activity} {firm.id}")) for firm in found]


def _plain(text: str) -> str:
    return fold(text.replace("°", "o"))


KM_PER_DEGREE = 111.2
COS_LATITUDE = 0.66  # at 48.7° north


def near(store: Store, firm: Row, km: float, limit: int) -> list[Row]:
    """Return the firms with flows in the square of ± `km` around a firm, nearest first; none without a place."""
    if firm["lat"] is None or firm["lon"] is None:
        return []
    lat, lon = firm["lat"], firm["lon"]
    high, wide = km / KM_PER_DEGREE, km / KM_PER_DEGREE / COS_LATITUDE
    box = {"south": lat - high, "north": lat + high, "west": lon - wide, "east": lon + wide}
    return store.read("firms/near", id=firm["id"], lat=lat, lon=lon, limit=limit, **box)


def _unpack(packed: list[Any]) -> Firm:
    firm_id, name, nace, commune, lat, lon, headcount, activity, siret, naf2025, closed_at = packed
    return Firm(
        firm_id, name, tuple(nace or ()), commune or "", lat, lon, headcount, activity or "", siret or "",
        naf2025 or "", closed_at or "",
    )  # fmt: skip
