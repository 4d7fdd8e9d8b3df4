"""Cells that hold activity codes or waste codes."""

import re

from symbiosis.importers.cells import BadCellError

_WASTE = re.compile(r"([0-9]{2})\s*([0-9]{2})\s*([0-9]{2})\s*(\*?)")
_LOST_ZERO = re.compile(r"[0-9]{5}\*?")  # a spreadsheet took the code for a number
_NAF2025 = re.compile(r"([0-9]{2})\.?([0-9]{2})([A-Z])", re.I)
_NACE = re.compile(r"([0-9]{2})(?:\.?([0-9]{2})[A-Z]?|\.?([0-9]))?", re.I)


def waste_code(text: str) -> str:
    """Return a code of the European List of Waste; the zero that a spreadsheet took from its front is given back.

    >>> waste_code("100202*"), waste_code("20704")
    ('10 02 02*', '02 07 04')
    """
    found = _WASTE.fullmatch(f"0{text}" if _LOST_ZERO.fullmatch(text) else text)
    if not found:
        raise BadCellError("code déchet attendu : six chiffres, * si dangereux, comme 10 02 02 ou 07 01 04*")
    return " ".join(found.groups()[:3]) + found[4]


def nace_codes(text: str) -> tuple[str, ...]:
    """Return the dotted codes separated by `|`, without the national letter, each one once.

    >>> nace_codes("1071C|24.1")
    ('10.71', '24.1')
    """
    return tuple(dict.fromkeys(_nace(part.strip()) for part in text.split("|") if part.strip()))


def naf2025_code(text: str) -> str:
    """Return a dotted code of NAF 2025.

    >>> naf2025_code("8411Y")
    '84.11Y'
    """
    found = _NAF2025.fullmatch(text)
    if not found:
        raise BadCellError("code NAF 2025 attendu : quatre chiffres et une lettre, comme 84.11Y")
    return f"{found[1]}.{found[2]}{found[3].upper()}"


def _nace(text: str) -> str:
    found = _NACE.fullmatch(text)
    if not found:
        raise BadCellError("code NAF ou NACE attendu : 10, 10.7, 10.71 ou 10.71C ; en séparer plusieurs par |")
    division, rest = found[1], found[2] or found[3]
    return f"{division}.{rest}" if rest else division
