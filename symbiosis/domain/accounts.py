"""Accounts: who holds one, how long a session lasts, how often one may try, which passwords are good enough."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from symbiosis.domain.access import RIGHTS, Account, Right
from symbiosis.domain.ids import stable_id

LOGIN = re.compile(r"[a-z0-9][a-z0-9._%+@-]{1,99}")
SHORTEST, LONGEST, FEWEST_DIFFERENT = 12, 200, 6
LONGEST_NAME = 60
IDLE_SECONDS = 4 * 3600  # without a page asked for
SESSION_SECONDS = 12 * 3600  # whatever one does
BY_LINK = "invitation-"  # how the subject of an account begins that an invitation opened
RESERVED = (BY_LINK, "demonstration-")  # logins that the service gives itself


@dataclass(frozen=True)
class Holder:
    """Who holds an account; `firm_id` for a company only, `subject` for who signs in through a provider.

    `subject` is the invitation's id for a company that came by its link, whether or not it chose a password since.
    `stamp` changes with every change of the account: a session opened before is over.
    """

    id: str
    login: str
    name: str
    role: Account
    stamp: str
    firm_id: str = ""
    firm_name: str = ""
    subject: str = ""
    demonstration: bool = False
    must_change: bool = False
    made_at: str = ""
    signed_in_at: str = ""

    def may(self, right: Right) -> bool:
        """Tell whether the holder has a right."""
        return right in RIGHTS[self.role]

    @property
    def invited(self) -> bool:
        """Tell whether an invitation opened the account."""
        return self.subject.startswith(BY_LINK)

    @property
    def by_password(self) -> bool:
        """Tell whether a password opens the account: one it was given, or one its company chose."""
        return not self.demonstration and (not self.subject or (self.invited and self.login != self.subject))


@dataclass(frozen=True)
class NewAccount:
    """An account to make; `password` is a hash, '' for whoever enters without one."""

    login: str
    name: str
    role: Account
    password: str = ""
    subject: str = ""
    demonstration: bool = False
    must_change: bool = False


class Ended(StrEnum):
    """Why a session is over."""

    IDLE = "idle"
    TOO_OLD = "too_old"
    ROLE = "role"
    PASSWORD = "password"
    EVERYWHERE = "everywhere"
    REMOVED = "removed"
    CLOSED = "closed"


class BadAccount(StrEnum):
    """What is wrong with an account one wants to make or change."""

    LOGIN = "login"
    LOGIN_TAKEN = "login_taken"
    NAME = "name"
    NAME_TAKEN = "name_taken"
    FIRM = "firm"
    PASSWORD = "password"
    LAST_ADMIN = "last_admin"
    OLD_PASSWORD = "old_password"
    TOO_OFTEN = "too_often"


@dataclass(frozen=True)
class Limit:
    """At most `most` attempts in `seconds` under one key."""

    key: str
    most: int
    seconds: int


def same_login(text: str) -> str:
    """Return a login as it is compared: without case, outer spaces or look-alike forms."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def account_id(login: str) -> str:
    """Return the id of the account of a login."""
    return stable_id("account", same_login(login))


def limits(login: str, origin: str) -> tuple[Limit, ...]:
    """Return how often one may try to sign in; `origin` is where from, in any form that tells places apart.

    Few times per person and place, more per person from anywhere, and more still per place, which an office shares.
    """
    who = same_login(login)
    return (
        Limit(stable_id("throttle", "both", who, origin), 5, 300),
        Limit(stable_id("throttle", "login", who), 20, 900),
        Limit(stable_id("throttle", "origin", origin), 100, 900),
    )


def own_limit(account_id: str) -> tuple[Limit]:
    """Return how often one may try to change how one enters: an open session must not serve to guess."""
    return (Limit(stable_id("throttle", "own", account_id), 10, 300),)


def good_password(password: str, login: str) -> bool:
    """Tell whether a password may be used: long, of different letters, and not made of the login."""
    varied = len(set(password)) >= FEWEST_DIFFERENT
    return SHORTEST <= len(password) <= LONGEST and varied and same_login(login) not in same_login(password)
