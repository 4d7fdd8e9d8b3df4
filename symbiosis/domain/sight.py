"""How far a reader sees into what is kept back: contacts, and the values that a firm marked as confidential."""

from dataclasses import dataclass

from symbiosis.domain.access import RIGHTS, Account, Right


@dataclass(frozen=True)
class Sight:
    """Everybody's confidential values, or those of one firm, or none: whoever reads the store hands one over."""

    confidential: bool = False
    firm_id: str = ""  # of a company's account, '' for none

    def opens(self, firm_id: str) -> bool:
        """Tell whether the reader may see what this firm keeps back."""
        return self.confidential or (bool(firm_id) and firm_id == self.firm_id)


NOTHING, EVERYTHING = Sight(), Sight(confidential=True)


def of_account(account: Account, firm_id: str = "") -> Sight:
    """Return how far a kind of account sees; `firm_id` is the firm a company's account is tied to."""
    rights = RIGHTS[account]
    return Sight(Right.CONFIDENTIAL in rights, firm_id if Right.OWN_FIRM in rights else "")
