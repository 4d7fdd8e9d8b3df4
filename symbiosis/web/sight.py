"""How far the reader sees into what is kept back, and the firm they speak for."""

from dataclasses import dataclass

from flask import url_for

from symbiosis.domain.access import Right
from symbiosis.domain.sight import Sight
from symbiosis.web.visitor import firm_id, may


def sight() -> Sight:
    """Return how far the reader sees: everything, their own firm, or nothing that is kept back."""
    return Sight(may(Right.CONFIDENTIAL), firm_id())


@dataclass(frozen=True)
class Side:
    """Where somebody changes a firm's flows from: the firm's own space, or an animator's page about it."""

    firm_id: str
    own: bool

    def to(self, what: str, **values: str) -> str:
        """Return the address of a page about the firm's flows: flow, edit, confirm, withdraw, restore."""
        if self.own:
            return url_for(f"mine.{what}", **values)  # type: ignore[arg-type]
        return url_for(f"firm_flows.{what}", firm_id=self.firm_id, **values)  # type: ignore[arg-type]

    @property
    def home(self) -> str:
        """Return the page that lists the firm's flows."""
        return url_for("mine.home") if self.own else url_for("firms.firm", firm_id=self.firm_id)
