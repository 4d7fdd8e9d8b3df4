"""What can go wrong, in the words of the trade; each layer above says it to its own reader."""

from dataclasses import dataclass


class SymbiosisError(Exception):
    """Base of every error the product raises on purpose; its text is one clear sentence."""


class NotFound(SymbiosisError):
    """No such firm, synergy, flow or job."""


class EngineDown(SymbiosisError):
    """The graph database does not answer; the same call may succeed later."""


class BadSetting(SymbiosisError):
    """A setting is missing or wrong; the text says which and what to write."""


class VaultShut(SymbiosisError):
    """The key that opens contacts and confidential values is missing or is another one."""


class Refused(SymbiosisError):
    """An operation that would harm: the text says why and what to do instead."""


class ProviderTrouble(SymbiosisError):
    """An identity provider does not answer, or says what is not so; the text is for the log."""


@dataclass(frozen=True)
class AlreadyDecided(SymbiosisError):
    """Somebody else decided first."""

    synergy_id: str
    judgement: str
    who: str
    when: str

    def __str__(self) -> str:
        """Return one sentence for a log."""
        return f"{self.synergy_id} was {self.judgement} by {self.who} at {self.when}"


class AlreadyAnswered(SymbiosisError):
    """Somebody else noted another answer to the same question first."""


class FlowChanged(SymbiosisError):
    """Somebody else changed the flow first."""
