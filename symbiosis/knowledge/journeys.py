"""Which way goods go between here and the places a text names."""

import re

from symbiosis.domain.fold import spoken
from symbiosis.knowledge.acts import does

OUT, BACK = frozenset(("out",)), frozenset(("back",))
BETWEEN = re.compile(r"\b[Ee]ntre [A-Z]\w+ et [A-Z]|\b[Bb]etween [A-Z]\w+ and [A-Z]")


def ways(text: str) -> frozenset[str]:
    """Return whether goods go out to the places a text names, come back from them, or both; empty where it is not told.

    >>> sorted(ways("La semi rentre à vide de Lyon")), sorted(ways("Six palettes à livrer à Lyon"))
    (['back'], ['out'])
    """
    plain = spoken(text[:2_000])
    if does("both_ways", plain) or BETWEEN.search(text[:2_000]):
        return OUT | BACK
    if does("empty_back", plain) or does("back_here", plain):
        return BACK
    out, back = does("goes_there", plain), does("from_there", plain)
    return (OUT if out else BACK) if out is not back else frozenset()
