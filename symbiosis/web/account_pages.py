"""What the pages of signing in and of accounts are given."""

from dataclasses import dataclass, field
from typing import ClassVar

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import Holder
from symbiosis.domain.traces import Did, Trace
from symbiosis.domain.views import Page
from symbiosis.web.forms import Form


@dataclass(frozen=True)
class SignInPage:
    """The door: `message` says why one stands here, `kept` what was typed and not recorded, by field."""

    template: ClassVar[str] = "sign_in.html"
    next: str
    form: Form
    message: str
    demonstration: tuple[Account, ...]
    kept: dict[str, str]
    unsafe: bool
    contact: str
    provider: str


@dataclass(frozen=True)
class ForbiddenPage:
    """Signed in, but without the right: who has it, and whom to ask."""

    template: ClassVar[str] = "forbidden.html"
    advice: str
    able: tuple[Account, ...]
    administrators: tuple[str, ...]


@dataclass(frozen=True)
class UnknownPage:
    """Vouched for by the identity provider, and not let in: why, and whom to ask."""

    template: ClassVar[str] = "unknown.html"
    advice: str
    contact: str


@dataclass(frozen=True)
class AccountPage:
    """One's own account."""

    template: ClassVar[str] = "account.html"
    holder: Holder
    form: Form = field(default_factory=Form)


@dataclass(frozen=True)
class AccountsPage:
    """Every account, and the form of a new one."""

    template: ClassVar[str] = "accounts.html"
    holders: tuple[Holder, ...]
    form: Form = field(default_factory=Form)
    problem: str = ""


@dataclass(frozen=True)
class HolderPage:
    """One account, to change."""

    template: ClassVar[str] = "holder.html"
    holder: Holder
    form: Form = field(default_factory=Form)
    problem: str = ""


@dataclass(frozen=True)
class SecretPage:
    """A password that was made up, shown once."""

    template: ClassVar[str] = "secret.html"
    holder: Holder
    secret: str


@dataclass(frozen=True)
class AuditPage:
    """What people saw and did; `did` and `who` are what is filtered, '' for all."""

    template: ClassVar[str] = "audit.html"
    kinds: ClassVar[tuple[Did, ...]] = tuple(Did)
    did: str
    who: str
    found: Page[Trace]

    def role(self, line: Trace) -> Account:
        """Return the role somebody had then."""
        return Account(line.role)
