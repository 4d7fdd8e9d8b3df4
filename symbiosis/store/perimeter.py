"""Which communes are the territory's own."""

from uuid import uuid4

from symbiosis.store.session import Writer


def chosen(store: Writer) -> frozenset[str]:
    """Return the codes of the communes that were chosen for the territory, none before."""
    return frozenset(code for row in store.read("territory/get") for code in row["communes"] or ())


def inside(store: Writer) -> frozenset[str]:
    """Return the codes of the territory's communes: those chosen for it, else those we know by name."""
    return chosen(store) or frozenset(row["id"] for row in store.read("communes/list") if row["name"])


def cover(store: Writer, codes: frozenset[str], by: str) -> None:
    """Say which communes are the territory's, none for those we know by name; `by` whom, or by which import."""
    store.write("territory/cover", communes=sorted(codes), by=by, version=uuid4().hex)
    store.write("firms/cover", communes=sorted(codes))


def uncover(store: Writer, import_id: str) -> None:
    """Take back what an import said of the territory's communes, unless somebody chose others since."""
    if any(row["communes_by"] == import_id for row in store.read("territory/get")):
        cover(store, frozenset(), "")
