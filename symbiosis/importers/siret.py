"""Is this a SIRET? Fourteen digits whose sum is right, and La Poste's own rule for its thousands of offices."""

import re

from stdnum.fr import siret

DIGITS = 14


def read_siret(text: str) -> str | None:
    """Return the fourteen digits of a SIRET, however it was spaced; None where it is none.

    >>> read_siret("732 829 320 00074"), read_siret("73282932000075")
    ('73282932000074', None)
    """
    bare = re.sub(r"[\s\u00a0\u202f.]", "", text)
    valid = bare.isascii() and bare.isdigit() and len(bare) == DIGITS and siret.is_valid(bare)
    return bare if valid else None
