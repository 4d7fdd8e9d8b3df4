"""Points as files write them, and which communes are asked for."""

import math
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from symbiosis.domain.firms import Intercommunality
from symbiosis.domain.folder import RowError
from symbiosis.domain.imports import Asked
from symbiosis.importers.cells import BadCellError, number
from symbiosis.importers.decoding import BadFileError
from symbiosis.importers.epci_table import communes_by_epci, is_epci_table

Point = tuple[float, float]
_COMMUNE = re.compile(r"[0-9][0-9AB][0-9]{3}")
_EPCI = re.compile(r"[0-9]{9}")
HOW = (
    "donner les codes de ses communes (--communes 54115,54430), ou joindre la table « Intercommunalité – Métropole » "
    "de l'INSEE (--epci-table FICHIER)"
)
FOR_GOOD = "ces communes deviennent celles du territoire : les imports suivants les lisent sans qu'on les redise"
FOR_ONCE = "lues pour cette fois ; les communes du territoire restent comme elles sont (elles se changent sous Imports)"
SHOWN = 200


def chosen(paths: Sequence[Path], asked: Asked) -> tuple[list[Path], frozenset[str]]:
    """Return the files without the tables of EPCIs among them, and the communes chosen.

    Those are codes of communes and SIREN of EPCIs, the territory's own communes when nothing was chosen.
    BadFileError when that makes no sense.
    """
    named = asked.options.get("epci_table", "")
    tables = [path for path in paths if path.name == named or is_epci_table(path)]
    found = communes_of(_told(asked), tables, asked.intercommunalities) or asked.communes
    if not found:
        raise _wrong("", "aucune commune connue ici : en donner les codes")
    return [path for path in paths if path not in tables], found


def communes_of(told: str, tables: Sequence[Path], known: Mapping[str, Intercommunality]) -> frozenset[str]:
    """Return the communes that are told by their codes or by the SIREN of their EPCI, none where nothing is told.

    An EPCI is one of `known` or of INSEE's `tables`. BadFileError when that makes no sense.
    """
    words = [word for word in re.split(r"[\s,;]+", told) if word]
    epcis, codes = [w for w in words if _EPCI.fullmatch(w)], [w for w in words if not _EPCI.fullmatch(w)]
    wrong = next((code for code in codes if not _COMMUNE.fullmatch(code)), None)
    if wrong is not None:
        raise _wrong(wrong, "code INSEE de commune (cinq caractères, 54115) ou SIREN d'EPCI (neuf chiffres) attendu")
    if tables and not epcis:
        raise _wrong(tables[0].name, "table d'EPCI sans EPCI choisi : donner son SIREN à neuf chiffres (--epci)")
    return frozenset(codes).union(*_of_epcis(epcis, tables, known))


def to_keep(communes: frozenset[str], asked: Asked) -> tuple[frozenset[str], tuple[RowError, ...]]:
    """Return the communes that become the territory's own, none unless they are its first, and what is to be known."""
    if not _told(asked).strip() or communes == asked.communes:
        return frozenset(), ()
    remedy = FOR_ONCE if asked.kept_communes else FOR_GOOD
    told = RowError("", 0, "communes", f"{len(communes)} : {', '.join(sorted(communes))}"[:SHOWN], remedy)
    return (frozenset() if asked.kept_communes else communes), (told,)


def _told(asked: Asked) -> str:
    return f"{asked.options.get('epci', '')} {asked.options.get('communes', '')}"


def _of_epcis(
    epcis: Sequence[str], tables: Sequence[Path], known: Mapping[str, Intercommunality]
) -> list[frozenset[str]]:
    found = {siren: one.communes for siren, one in known.items()} | communes_by_epci(tables)
    unknown = next((epci for epci in epcis if epci not in found), None)
    if unknown is not None and tables:
        raise _wrong(unknown, f"cet EPCI n'est pas dans la table jointe, qui en a {len(communes_by_epci(tables))}")
    if unknown is not None:
        names = ", ".join(f"{siren} ({one.name})" for siren, one in known.items())
        raise _wrong(unknown, f"EPCI inconnu ici, où l'on connaît {names or 'aucun EPCI'} ; {HOW}")
    return [found[epci] for epci in epcis]


def degrees(lat: str, lon: str) -> Point | None:
    """Return (latitude, longitude) in degrees, None where they are no place."""
    y, x = number_or_none(lat), number_or_none(lon)
    if y is None or x is None or not (-90 <= y <= 90 and -180 <= x <= 180) or (x, y) == (0.0, 0.0):  # noqa: PLR2004
        return None
    return round(y, 6), round(x, 6)


def number_or_none(text: str) -> float | None:
    """Return a finite number, None for anything else."""
    try:
        value = number(text)
    except BadCellError:
        return None
    return value if math.isfinite(value) else None


def _wrong(value: str, remedy: str) -> BadFileError:
    return BadFileError(RowError("", 0, "communes", value[:40], remedy))
