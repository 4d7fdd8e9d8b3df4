"""SIRET and SIREN as people and spreadsheets write them."""

import re

from symbiosis.importers.cells import BadCellError

LENGTH, SIREN = 14, 9
FEWEST = 9  # digits that a spreadsheet may leave of a number that begins with zeros
LA_POSTE = "356000000"
_SPACES = re.compile(r"[\s\u00a0\u202f.\-]+")
_SCIENTIFIC = re.compile(r"[0-9][.,]?[0-9]*E\+?[0-9]+", re.I)


def siret(text: str) -> str:
    """Return the 14 digits, with the leading zeros that spreadsheets lose.

    >>> siret("552 081 317 66522")
    '55208131766522'
    """
    if _SCIENTIFIC.fullmatch(text.strip()):
        raise BadCellError("SIRET arrondi par un tableur : mettre la colonne au format texte et le recopier en entier")
    digits = _SPACES.sub("", text.removesuffix(".0"))
    if not digits.isascii() or not digits.isdigit() or not FEWEST <= len(digits) <= LENGTH:
        raise BadCellError("SIRET attendu : 14 chiffres")
    found = digits.zfill(LENGTH)
    if not _holds(found):
        raise BadCellError("SIRET dont la clé de contrôle est fausse : le vérifier, un chiffre a dû changer")
    return found


def _holds(digits: str) -> bool:
    """Tell whether the check digit is right; most of La Poste's follow a rule of their own."""
    if digits.startswith(LA_POSTE) and sum(map(int, digits)) % 5 == 0:
        return True
    return luhn(digits)


def luhn(digits: str) -> bool:
    """Tell whether digits end with the right check digit."""
    doubled = (int(d) * (1 + rank % 2) for rank, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0  # noqa: PLR2004
