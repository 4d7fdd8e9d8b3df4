"""Invitations: an animator makes a link for one firm, the firm enters by it once, and it can be taken back."""

from datetime import datetime, timedelta
from uuid import uuid4

from symbiosis.domain.clock import now
from symbiosis.domain.errors import NotFound
from symbiosis.domain.invitations import DAYS, Invitation
from symbiosis.store import invitations
from symbiosis.store.session import Row, Store


def make(store: Store, firm_id: str, who: str) -> str:
    """Make an invitation of a firm and return its id; NotFound without the firm."""
    at = now()
    until = (datetime.fromisoformat(at) + timedelta(days=DAYS)).isoformat(timespec="milliseconds")
    row: Row = {"id": f"invitation-{uuid4().hex}", "firm": firm_id, "made_at": at, "made_by": who, "until": until}
    if not invitations.put(store, row):
        raise NotFound(f"firm {firm_id}")
    return str(row["id"])


def of_firm(store: Store, firm_id: str) -> tuple[Invitation, ...]:
    """Return a firm's invitations, latest first."""
    return tuple(_read(row | {"firm": firm_id, "firm_name": ""}) for row in invitations.of_firm(store, firm_id))


def get(store: Store, invitation_id: str) -> Invitation:
    """Return one invitation; NotFound when there is none."""
    row = invitations.get(store, invitation_id)
    if row is None:
        raise NotFound(invitation_id)
    return _read(row)


def use(store: Store, invitation_id: str) -> bool:
    """Use an invitation; tell whether it was still good: of two at once, one enters."""
    return invitations.use(store, invitation_id, now())


def ask_again(store: Store, invitation_id: str) -> bool:
    """Ask the people of the territory for a new link; tell whether that may be: not after one was taken back."""
    return invitations.ask_again(store, invitation_id, now())


def revoke(store: Store, invitation_id: str, who: str) -> None:
    """Take an invitation back."""
    invitations.revoke(store, invitation_id, now(), who)


def _read(row: Row) -> Invitation:
    return Invitation(
        row["id"], row["firm"], row["firm_name"], row["made_at"], row["made_by"], row["until"], row["used_at"] or "",
        row["revoked_at"] or "",
    )  # fmt: skip
