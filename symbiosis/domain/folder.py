"""A territory folder, read: good rows, and what is wrong with the others."""

from dataclasses import dataclass

from symbiosis.domain.enums import Judgement, SynergyKind
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow


@dataclass(frozen=True)
class RowError:
    """Something wrong in a file: where, what was read and what to do, for a person."""

    file: str
    line: int  # 1 is the header; 0 the file as a whole
    column: str
    value: str
    remedy: str


@dataclass(frozen=True)
class KnownSynergy:
    """A synergy somebody identified before the matcher; for a substitution the first firm gives, the last takes."""

    kind: SynergyKind
    firm_ids: tuple[str, ...]
    resource_text: str
    use_text: str
    status: Judgement | None  # None: identified, not judged yet
    source: str


@dataclass(frozen=True)
class TerritoryRows:
    """Everything a territory folder holds, in file order; `rows_read` counts data lines, good or bad.

    `lines` says where firms, flows and synergies stand in their files; `notes` are the errors that cost no row.
    """

    name: str
    synthetic: bool
    firms: tuple[Firm, ...]
    flows: tuple[Flow, ...]
    synergies: tuple[KnownSynergy, ...]
    errors: tuple[RowError, ...]
    rows_read: int
    lines: tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]] = ((), (), ())
    notes: tuple[RowError, ...] = ()


@dataclass(frozen=True)
class Exported:
    """All of a territory that a folder holds; `left_out` counts the confidential flows that stayed behind."""

    name: str
    synthetic: bool
    firms: tuple[Firm, ...]
    flows: tuple[Flow, ...]
    synergies: tuple[KnownSynergy, ...]
    left_out: int = 0
