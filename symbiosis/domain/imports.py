"""Files that people load: what was found in them, what that would change, and what became of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import PurePath

from symbiosis.domain.amounts import Amount, Usual
from symbiosis.domain.firms import Firm, Intercommunality
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import KnownSynergy, RowError

Thing = Firm | Flow | KnownSynergy
OWN = "own"  # the option that names the only firm whose rows an import may hold


class ImportKind(StrEnum):
    """What sort of file an import reads."""

    SIRENE = "sirene"
    COMPANIES = "companies"
    IREP = "irep"
    TRACKDECHETS = "trackdechets"
    TERRITORY = "territory"
    WORKBOOK = "workbook"
    IDENTIFIED = "identified"


class ImportState(StrEnum):
    """The life of an import."""

    READING = "reading"  # its preview is being made
    PREVIEWED = "previewed"
    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    UNDOING = "undoing"
    UNDONE = "undone"


class Deed(StrEnum):
    """What an import does with one row, the most urgent to look at first."""

    REFUSED = "refused"  # wrong: not loaded, and said why
    NOTED = "noted"  # said for information; nothing is lost
    CLOSED = "closed"
    UPDATED = "updated"
    CREATED = "created"
    UNCHANGED = "unchanged"
    REMOVED = "removed"  # by an undo
    RESTORED = "restored"  # by an undo
    KEPT = "kept"  # left as people have it, and said why


@dataclass(frozen=True)
class Told:
    """One thing that a row says, and where: `line` 1 is the header, 0 the file as a whole."""

    thing: Thing
    file: str
    line: int


@dataclass(frozen=True)
class Found:
    """What a reader found: good rows, and a line for each of the others.

    `name` and `synthetic` say which territory a folder is of; other sources leave them empty. `communes` become the
    territory's own, which had none of its own yet.
    """

    rows: tuple[Told, ...] = ()
    errors: tuple[RowError, ...] = ()  # lost rows, files that could not be read
    notes: tuple[RowError, ...] = ()  # nothing lost: what was left aside on purpose, and how much
    rows_read: int = 0
    name: str = ""
    synthetic: bool | None = None
    communes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Asked:
    """What a reader may know besides its files: the firms held, communes by code, what was chosen.

    `sectors` are the French names of activities by their NACE code.
    """

    firms: tuple[Firm, ...] = ()
    commune_names: Mapping[str, str] = field(default_factory=dict)
    sectors: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)
    progress: Callable[[int, int], None] = lambda _done, _total: None
    measure: Callable[[str, Usual], Amount] = lambda typed, _usual: Amount(typed=typed)  # what a quantity's words say
    owners: Mapping[str, str] = field(default_factory=dict)  # of every flow held, the firm
    intercommunalities: Mapping[str, Intercommunality] = field(default_factory=dict)  # those known, by their SIREN
    kept_communes: frozenset[str] = frozenset()  # those that somebody chose for the territory

    @property
    def communes(self) -> frozenset[str]:
        """Return the codes of the territory's communes."""
        return self.kept_communes or frozenset(self.commune_names)

    @cached_property
    def by_siret(self) -> dict[str, Firm]:
        """Return the firms held by their SIRET; a firm named by it has no other."""
        return {firm.siret or firm.id: firm for firm in self.firms}


@dataclass(frozen=True)
class Held:
    """What the graph holds already of all that a plan speaks of, by id."""

    firms: Mapping[str, Firm]
    flows: Mapping[str, Flow]
    synergies: Mapping[str, KnownSynergy]
    touched: frozenset[str] = frozenset()  # flows that people changed or withdrew, firms that they wrote
    erased: frozenset[str] = frozenset()  # firms that were erased
    former: Mapping[str, str] = field(default_factory=dict)  # of firms that were merged, the one they are now


@dataclass(frozen=True)
class Step:
    """What is to be done with one row: the thing as it was (None: new) and as it is to be."""

    deed: Deed
    told: Told
    id: str
    before: Thing | None
    after: Thing
    why: str = ""  # it is left as it is


@dataclass(frozen=True)
class Plan:
    """What an import would do, row by row in file order, and the rows that it refuses."""

    steps: tuple[Step, ...]
    refused: tuple[RowError, ...]
    notes: tuple[RowError, ...]

    def writes(self) -> Sequence[Step]:
        """Return the steps that change something."""
        return [step for step in self.steps if step.deed not in (Deed.UNCHANGED, Deed.KEPT)]


@dataclass(frozen=True)
class OutcomeLine:
    """One line of a preview or of an outcome, as it is shown and downloaded."""

    deed: Deed
    noun: str = ""  # firm, flow, synergy; '' for what could not be read
    id: str = ""
    name: str = ""
    file: str = ""
    line: int = 0
    column: str = ""
    value: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Import:
    """Who loads what, when, and how far it is; `counts` by deed."""

    id: str
    kind: ImportKind
    paths: tuple[str, ...]
    sha256: str
    who: str
    at: str
    state: ImportState
    options: Mapping[str, str]
    counts: Mapping[Deed, int]
    rows_read: int = 0
    done_at: str = ""
    message: str = ""  # a code, for what went wrong

    @property
    def files(self) -> tuple[str, ...]:
        """Return the names of its files."""
        return tuple(PurePath(path).name for path in self.paths)
