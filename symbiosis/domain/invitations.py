"""A link that lets a firm in: tied to it, good for some days and for one use, taken back at a click."""

from dataclasses import dataclass
from enum import StrEnum

DAYS = 14


class LinkTrouble(StrEnum):
    """Why a link opens nothing."""

    FORGED = "forged"
    EXPIRED = "expired"
    USED = "used"
    REVOKED = "revoked"
    OTHER_FIRM = "other_firm"


@dataclass(frozen=True)
class Invitation:
    """An invitation and what became of it; moments ISO-8601, '' for what did not happen."""

    id: str
    firm_id: str
    firm_name: str
    made_at: str
    made_by: str
    until: str
    used_at: str
    revoked_at: str

    def trouble(self, at: str) -> LinkTrouble | None:
        """Return why the link opens nothing at a moment, None where it does."""
        if self.revoked_at:
            return LinkTrouble.REVOKED
        if self.used_at:
            return LinkTrouble.USED
        return LinkTrouble.EXPIRED if self.until <= at else None
