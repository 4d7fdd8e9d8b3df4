"""People to speak to in a firm: personal data, kept sealed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Contact:
    """One person; `consent_on` is the ISO day of their consent to `consent_wording`, '' where they gave none."""

    id: str  # '' until it is written
    firm_id: str
    name: str
    role: str = ""
    phone: str = ""
    mail: str = ""
    consent_on: str = ""
    consent_wording: str = ""

    @property
    def consents(self) -> bool:
        """Tell whether the person agreed to be named to a partner after an introduction."""
        return bool(self.consent_on)
