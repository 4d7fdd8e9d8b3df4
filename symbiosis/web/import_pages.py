"""What the pages of imports are given."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from symbiosis.domain.imports import Deed, Import, ImportState
from symbiosis.domain.views import Page
from symbiosis.services.imports import ImportFile
from symbiosis.services.perimeter import Perimeter
from symbiosis.web.forms import Form

BUSY = (ImportState.READING, ImportState.QUEUED, ImportState.RUNNING, ImportState.UNDOING)


@dataclass(frozen=True)
class ImportsPage:
    """What can be loaded, and who loaded what."""

    template: ClassVar[str] = "imports.html"
    history: Page[Import]
    form: Form
    perimeter: Perimeter


@dataclass(frozen=True)
class ImportPage:
    """One import; `renewed` unless the reader asked for a page that stays."""

    template: ClassVar[str] = "import.html"
    file: ImportFile
    renewed: bool

    @property
    def busy(self) -> bool:
        """Tell whether its job waits or runs."""
        return self.file.imported.state in BUSY

    @property
    def live(self) -> bool:
        """Tell whether the page renews itself."""
        return self.busy and self.renewed


def deed_asked(args: Mapping[str, str]) -> Deed | None:
    """Return which sort of rows an address asks for, None for none that there is."""
    wanted = args.get("deed", "")
    return Deed(wanted) if wanted in set(Deed) else None
