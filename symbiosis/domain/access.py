"""Who may do what: the kinds of account, the rights, and which has which."""

from enum import StrEnum


class Account(StrEnum):
    """What kind of person an account is for."""

    COMPANY = "company"
    ANALYST = "analyst"
    ANIMATOR = "animator"
    ADMIN = "admin"


class Right(StrEnum):
    """What one may be allowed; every address needs exactly one of them."""

    PUBLIC = "public"  # nobody in particular: figures without names, legal pages, signing in
    SIGNED_IN = "signed_in"  # any account, about itself
    OWN_FIRM = "own_firm"  # the firm of one's own account, and nothing of others
    LEARN = "learn"  # what the trade knows, which holds nothing about any firm
    READ = "read"  # names and flows of firms, leads
    CONFIDENTIAL = "confidential"  # confidential values and contacts
    JUDGE = "judge"  # decide, follow up, introduce, declare for a firm
    CORRECT = "correct"  # correct the knowledge
    IMPORT = "import"  # imports and workshops
    ANALYSE = "analyse"  # console, API, pictures of everything
    ADMINISTER = "administer"  # accounts, backups


EVERYBODY = frozenset({Right.PUBLIC})
RIGHTS: dict[Account, frozenset[Right]] = {
    Account.COMPANY: EVERYBODY | {Right.SIGNED_IN, Right.LEARN, Right.OWN_FIRM},
    Account.ANALYST: EVERYBODY | {Right.SIGNED_IN, Right.LEARN, Right.READ, Right.CORRECT, Right.ANALYSE},
    Account.ANIMATOR: frozenset(Right) - {Right.OWN_FIRM, Right.ADMINISTER},
    Account.ADMIN: frozenset(Right) - {Right.OWN_FIRM},
}
