"""Invitations of companies, in the graph; the link itself is signed and is nowhere in it."""

from symbiosis.store.session import Row, Store


def put(store: Store, row: Row) -> bool:
    """Make an invitation {id, firm, made_at, made_by, until}; tell whether there is such a firm."""
    return bool(store.write("invitations/put", row=row))


def of_firm(store: Store, firm_id: str) -> list[Row]:
    """Return a firm's invitations, latest first."""
    return store.read("invitations/of_firm", firm=firm_id)


def get(store: Store, invitation_id: str) -> Row | None:
    """Return an invitation with its firm, None when there is none."""
    rows = store.read("invitations/get", id=invitation_id)
    return rows[0] if rows else None


def use(store: Store, invitation_id: str, at: str) -> bool:
    """Use an invitation; tell whether it was still good."""
    return bool(store.write("invitations/use", id=invitation_id, at=at))


def ask_again(store: Store, invitation_id: str, at: str) -> bool:
    """Note that a new link is asked for in place of one that opens nothing; tell whether that may be."""
    return bool(store.write("invitations/ask_again", id=invitation_id, at=at))


def asked_again(store: Store) -> list[Row]:
    """Return the firms that wait for a new link: firm, firm_name, asked_at, longest waiting first."""
    return store.read("invitations/asked_again")


def revoke(store: Store, invitation_id: str, at: str, by: str) -> None:
    """Take an invitation back."""
    store.write("invitations/revoke", id=invitation_id, at=at, by=by)
