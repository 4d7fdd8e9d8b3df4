"""What the templates of a firm's file are given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from symbiosis.domain.contacts import Contact
from symbiosis.domain.firm_file import FirmDossier, Merger
from symbiosis.domain.firms import Commune, Firm
from symbiosis.domain.views import FirmLine, Page
from symbiosis.web.forms import Form


@dataclass(frozen=True)
class DossierPage:
    """People and notes of a firm; `editing` is the person whose form is filled in."""

    template: ClassVar[str] = "dossier.html"
    dossier: FirmDossier
    note: Form
    person: Form
    today: date
    editing: Contact | None


@dataclass(frozen=True)
class WriteFirmPage:
    """The form of a firm; `firm` None for a new one, `known` the id of the one that is there already."""

    template: ClassVar[str] = "write_firm.html"
    firm: Firm | None
    form: Form
    seen: str
    communes: tuple[Commune, ...]
    known: str = ""
    conflict: bool = False

    def value(self, name: str) -> str:
        """Return what stands in a field: what was typed, else what is known."""
        if self.form.values or self.firm is None:
            return self.form.get(name)
        held = getattr(self.firm, name)
        return " ".join(held) if isinstance(held, tuple) else "" if held is None else str(held)


@dataclass(frozen=True)
class MergePage:
    """Two records that may be one firm: which other one, or what merging them moves."""

    template: ClassVar[str] = "merge_firms.html"
    firm: Firm
    text: str
    found: Page[FirmLine] | None
    merger: Merger | None = None
    communes: Mapping[str, str] = field(default_factory=dict)  # names by id
    unsure: bool = False  # the box that says that it cannot be undone was not ticked


@dataclass(frozen=True)
class EnterPage:
    """A synergy entered by hand: its firms so far, the search for more, the form."""

    template: ClassVar[str] = "enter_synergy.html"
    parties: tuple[FirmLine, ...]
    text: str
    found: Page[FirmLine] | None
    form: Form

    def ids(self, without: str = "", more: str = "") -> list[str]:
        """Return the firms' ids, without one or with one more."""
        return [p.id for p in self.parties if p.id != without] + ([more] if more else [])
