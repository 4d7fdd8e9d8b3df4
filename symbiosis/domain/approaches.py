"""Firms asked whether they want to be introduced."""

from dataclasses import dataclass

from symbiosis.domain.contacts import Contact
from symbiosis.domain.views import PartyFile, SynergyFile


@dataclass(frozen=True)
class Asked:
    """Who asked a firm, and when."""

    who: str
    at: str


@dataclass(frozen=True)
class Reached:
    """A firm of a lead: what is known of it, its people, and who asked it already, latest first."""

    party: PartyFile
    people: tuple[Contact, ...]
    asked: tuple[Asked, ...]

    @property
    def guessed(self) -> bool:
        """Tell whether nobody of the firm said its part: it is supposed from its sector."""
        return not any(flow.provenance != "hypothesis" for flow in self.party.flows)


@dataclass(frozen=True)
class Outreach:
    """A lead and the firms to write to."""

    file: SynergyFile
    firms: tuple[Reached, ...]
