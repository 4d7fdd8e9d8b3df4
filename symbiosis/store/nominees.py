"""The one guess that each offer makes, shown or not: what decides which of a firm's guesses are shown."""

from collections.abc import Iterable

from symbiosis.domain.synergies import Nominee
from symbiosis.store.session import Row, Writer


def every(store: Writer) -> list[Nominee]:
    """Return the guesses of all offers, in no order."""
    return [Nominee(*row) for block in store.read("nominees/every") for row in block["rows"]]


def replace(store: Writer, before: Iterable[Nominee], after: Iterable[Nominee]) -> None:
    """Make some guesses into others; only what changed is written."""
    held, made = ({n.offer_id: n for n in some} for some in (before, after))
    rows: list[Row] = [{"id": offer, "firm": None, "score": None} for offer in sorted(held.keys() - made.keys())]
    rows += [
        {"id": offer, "firm": n.firm_id, "score": n.score} for offer, n in sorted(made.items()) if held.get(offer) != n
    ]
    store.write_rows("nominees/put", rows)
