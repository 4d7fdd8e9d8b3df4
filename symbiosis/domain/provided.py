"""What an identity provider says of somebody, and what that allows: rules written by whoever runs the service."""

from dataclasses import dataclass

from symbiosis.domain.access import Account
from symbiosis.domain.accounts import same_login
from symbiosis.domain.errors import BadSetting


@dataclass(frozen=True)
class Journey:
    """What the browser keeps between leaving for the provider and coming back; each is used once."""

    state: str
    nonce: str
    verifier: str


@dataclass(frozen=True)
class Provided:
    """Somebody a provider vouches for: `subject` names them for good, `siret` is the firm they came in for."""

    issuer: str
    subject: str
    email: str = ""
    name: str = ""
    siret: str = ""
    token: str = ""  # what the provider wants to see at sign-out

    @property
    def id(self) -> str:
        """Return what is the same at each of their sign-ins, and nobody else's."""
        return f"{self.issuer}|{self.subject}"


@dataclass(frozen=True)
class Rule:
    """Gives a role to one address, to all of a domain ('*@example.fr'), or to whoever comes for a firm ('siret')."""

    whom: str
    role: Account

    def fits(self, person: Provided) -> bool:
        """Tell whether the rule speaks of that person."""
        if self.whom == "siret":
            return bool(person.siret)
        email = same_login(person.email)
        if self.whom.startswith("*@"):
            return email.count("@") == 1 and email.endswith(self.whom[1:])
        return bool(email) and email == self.whom


def read_rules(text: str) -> tuple[Rule, ...]:
    """Return the rules of 'lea@example.fr=admin, *@example.fr=animator, siret=company'; BadSetting where it is none."""
    return tuple(_rule(part.strip()) for part in text.split(",") if part.strip())


def role_of(person: Provided, rules: tuple[Rule, ...]) -> Account | None:
    """Return the role the first rule that fits gives, None where nobody knows the person."""
    return next((rule.role for rule in rules if rule.fits(person)), None)


def _rule(part: str) -> Rule:
    whom, _, role = (piece.strip() for piece in part.partition("="))
    if role not in set(Account) or not (whom == "siret" or "@" in whom[:-1]):
        raise BadSetting(
            f"SYMBIOSIS_OIDC_ALLOW: « {part} » is none of lea@example.fr=admin, *@example.fr=animator, siret=company."
        )
    if (whom == "siret") != (role == Account.COMPANY):
        raise BadSetting(f"SYMBIOSIS_OIDC_ALLOW: « {part} »: siret gives the role company, and nothing else does.")
    return Rule(same_login(whom), Account(role))
