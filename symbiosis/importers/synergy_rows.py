"""synergies.csv → the synergies known before the matcher."""

from collections.abc import Container
from pathlib import Path

from symbiosis.domain.enums import Judgement, Origin, SynergyKind
from symbiosis.domain.folder import KnownSynergy
from symbiosis.importers.cells import member_of, one_of
from symbiosis.importers.header import Columns
from symbiosis.importers.rows import Cells, Part, read_part

SYNERGY_COLUMNS = Columns(
    required=("kind", "firm_ids", "resource_text"),
    optional=("use_text", "status", "source"),
)
NO_SOURCE = "non précisée"

_MIN_FIRMS = 2
_kind = member_of(SynergyKind)
_status = one_of([Origin.IDENTIFIED.value, *(judgement.value for judgement in Judgement)])


def read_synergies(path: Path, firm_ids: Container[str]) -> Part[KnownSynergy]:
    """Return the synergies between known firms."""
    return read_part(path, SYNERGY_COLUMNS, lambda cells: _synergy(cells, firm_ids))


def _synergy(cells: Cells, firm_ids: Container[str]) -> KnownSynergy:
    kind = cells.needed_value("kind", _kind)
    return KnownSynergy(
        kind=kind or SynergyKind.SUBSTITUTION,  # a row without kind is refused already
        firm_ids=_firms(cells, firm_ids, kind),
        resource_text=cells.needed("resource_text"),
        use_text=cells.text("use_text"),
        status=cells.value("status", _judgement),
        source=cells.text("source") or NO_SOURCE,
    )


def _judgement(text: str) -> Judgement | None:
    status = _status(text)
    return None if status == Origin.IDENTIFIED else Judgement(status)


def _firms(cells: Cells, firm_ids: Container[str], kind: SynergyKind | None) -> tuple[str, ...]:
    named = [part.strip() for part in cells.needed("firm_ids").split("|") if part.strip()]
    firms = tuple(dict.fromkeys(named))
    unknown = [firm for firm in firms if firm not in firm_ids]
    if unknown:
        remedy = f"établissement inconnu : {', '.join(unknown)[:120]}"
        cells.refuse("firm_ids", f"{remedy} ; l'ajouter à firms.csv, ou y corriger sa ligne")
    if len(firms) < _MIN_FIRMS and cells.text("firm_ids"):
        cells.refuse("firm_ids", "au moins deux établissements différents, séparés par |")
    elif kind is SynergyKind.SUBSTITUTION and named and named[0] == named[-1]:
        cells.refuse("firm_ids", "substitution : le premier donne, le dernier reçoit ; ils doivent différer")
    return firms
