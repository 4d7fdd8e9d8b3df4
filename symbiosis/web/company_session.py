"""The session that an invitation opens."""

from flask import session

from symbiosis.domain.invitations import Invitation


def open_(held: Invitation) -> None:
    """Enter as the invitation's firm."""
    session["firm"], session["who"] = held.firm_id, held.firm_name[:60]


def close(invitation_id: str) -> None:
    """End what an invitation opened."""
