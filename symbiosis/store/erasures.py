"""What firms ask to be erased, and erasing it: what decisions need to keep stays without words, figures or a name."""

from urllib.parse import quote_plus

from symbiosis.domain.kept_back import CRITERIA
from symbiosis.store import import_memory
from symbiosis.store.session import Row, Store, Transaction

TELLING = 4  # letters of a name that is not found in others' words by chance


def ask(store: Store, firm_id: str, at: str, by: str) -> None:
    """Note that a firm asks for erasure; asking twice is asking once."""
    store.write("erasures/ask", firm=firm_id, at=at, by=by)


def every(store: Store) -> list[Row]:
    """Return what firms asked for, oldest first."""
    return store.read("erasures/list")


def take_back(store: Store, firm_id: str) -> None:
    """Take back what a firm asked for."""
    store.write("erasures/take_back", firm=firm_id)


def erased(store: Store) -> frozenset[str]:
    """Return the firms that were erased."""
    return frozenset(row["id"] for row in store.read("erasures/erased"))


def erase(store: Store, firm: Row) -> None:
    """Erase a firm {firm, was (its name), name (what stands for it), at, by} in one transaction."""
    store.together(lambda tx: _erase(tx, firm))


def _erase(tx: Transaction, firm: Row) -> None:
    flows = tx.run("erasures/flows", firm=firm["firm"])
    for row in flows:
        tx.run("synergies/keep_back", flow=row["id"], criteria=sorted(CRITERIA))
    import_memory.forget(tx, firm["firm"], firm["was"], [row["id"] for row in flows])
    tx.run("erasures/remove_proposals", firm=firm["firm"])
    _forget(tx, firm["firm"], firm["was"], firm["name"])
    tx.run("erasures/empty_flows", ids=[row["id"] for row in flows if row["judged"]])
    tx.run("erasures/remove_flows", ids=[row["id"] for row in flows if not row["judged"]])
    tx.run("erasures/empty_firm", **{name: firm[name] for name in ("firm", "name", "at", "by")})


def _forget(tx: Transaction, firm: str, was: str, stands: str) -> None:
    """Take out what stands around a firm: what was said, heard, kept or seen under the name it had."""
    tx.run("erasures/forget_traces", firm=firm, name=stands)
    tx.run("erasures/remove_around", firm=firm)
    tx.run("erasures/remove_said", firm=firm)
    tx.run("erasures/forget_former", firm=firm)
    tx.run("erasures/forget_aliases", firm=firm)
    words = [firm, *(form for form in (was, quote_plus(was)) if len(was) >= TELLING)]
    tx.run("erasures/forget_views", words=words)
    tx.run("erasures/forget_asked", words=words)
