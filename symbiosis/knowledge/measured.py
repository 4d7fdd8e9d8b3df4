"""What numbers tell of a text's subject: degrees of a fluid are heat, cubic metres of water are water."""

import re
from collections.abc import Iterator

from symbiosis.domain.fold import spoken

FLUID = (
    r"(?:air|eau\w*|vapeur|fumees|fluide|huile thermique|radiateurs?|ecs|boucle|plancher|serres?|bassins?|sechoirs?"
    r"|fours?|steam|water|gas(?:es)?|fumes|oil|radiators?|calories|chaleur|heat)"
)
DEGREES = re.compile(rf"\b{FLUID}\b[^.;]{{0,60}}?\b(\d{{2,3}}) ?(?:°|degres|degrees|c\b)")
VOLUME = re.compile(r"\b(?:eau|eaux|water)\b[^.;]{0,60}?\b\d+ ?m3|\b\d+ ?m3\b[^.;]{0,40}?\b(?:eau|eaux|water)\b")
DIRTY = re.compile(r"\b(?:cuves?|bassins?|citernes?|tanks?)\b")
WARM = 25  # °C from which a fluid is heat


def measured(text: str) -> Iterator[tuple[str, str]]:
    """Yield the topics that numbers with their units name, with the words.

    >>> list(measured("Nous perdons de l'air à 160 °C"))
    [('heat', '160 °C')]
    """
    plain = spoken(text[:2_000])
    volume = VOLUME.search(plain)
    hot = next((int(m[1]) for m in DEGREES.finditer(plain) if int(m[1]) >= WARM), 0)
    if hot and not (volume and hot <= WARM):
        yield "heat", f"{hot} °C"
    elif volume and not DIRTY.search(plain):
        yield "water", volume[0]
