"""The session that an invitation opens: an account of its own, for one firm, ended with the invitation."""

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import account_id
from symbiosis.domain.invitations import Invitation
from symbiosis.services import accounts, own_access, sign_in
from symbiosis.services.accounts import Wanted
from symbiosis.web import visitor
from symbiosis.web.state import store

NAME, SHORT = 40, 4


def prepare(held: Invitation) -> None:
    """Make the account that the invitation opens, unless it is there."""
    printable = "".join(c if c.isprintable() else " " for c in held.firm_name)
    name = f"{' '.join(printable.split())[:NAME]} ({held.id[-SHORT:]})"
    accounts.add(store(), Wanted(held.id, name, Account.COMPANY, held.firm_id, subject=held.id))


def open_(held: Invitation) -> None:
    """Enter as the invitation's firm; NotFound where the account was removed meanwhile."""
    account = accounts.find(store(), held.id)
    visitor.enter(sign_in.open_session(store(), account_id(held.id), account.stamp))


def close(invitation_id: str) -> None:
    """End what an invitation opened, and the password that was chosen since."""
    own_access.end(store(), invitation_id)
