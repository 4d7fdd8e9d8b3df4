"""SIRET and SIREN as people and spreadsheets write them."""

import re

from symbiosis.importers.cells import BadCellError

LENGTH, SIREN = 14, 9
FEWEST = 11  # digits that a spreadsheet leaves: the register's first SIREN, 000325175, begins with three zeros
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
    digits = _SPACES.sub("", text.strip().removesuffix(".0"))
    if len(digits) == SIREN and digits.isascii() and digits.isdigit():
        raise BadCellError("9 chiffres : c'est un SIREN, celui de l'entreprise ; donner les 14 de l'établissement")
    if not digits.isascii() or not digits.isdigit() or not FEWEST <= len(digits) <= LENGTH:
        raise BadCellError("SIRET attendu : 14 chiffres")
    found = digits.zfill(LENGTH)
    if len(digits) < LENGTH and not luhn(found[:SIREN]):  # one key says little of a number with digits too few
        raise BadCellError(f"{len(digits)} chiffres, et ce ne sont pas des zéros perdus devant : 14 sont attendus")
    if not int(found) or not _holds(found):
        raise BadCellError("SIRET dont la clé de contrôle est fausse : le vérifier, un chiffre a dû changer")
    return found


def siren(text: str) -> str:
    """Return the 9 digits of a SIREN with the right key, '' where the text is none.

    >>> siren("552 081 317"), siren("552 081 318")
    ('552081317', '')
    """
    digits = _SPACES.sub("", text)
    told = len(digits) == SIREN and digits.isascii() and digits.isdigit()
    return digits if told and int(digits) and luhn(digits) else ""


def _holds(digits: str) -> bool:
    """Tell whether the check digit is right; most of La Poste's follow a rule of their own."""
    if digits.startswith(LA_POSTE) and sum(map(int, digits)) % 5 == 0:
        return True
    return luhn(digits)


def luhn(digits: str) -> bool:
    """Tell whether digits end with the right check digit."""
    doubled = (int(d) * (1 + rank % 2) for rank, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0  # noqa: PLR2004
