"""A firm's name as people write it → the firm, or those it may be; what a person answered once is not asked again."""

import re
from collections.abc import Iterable, Mapping

from rapidfuzz import fuzz, process

from symbiosis.domain.firms import Firm
from symbiosis.domain.free_columns import NameAsked
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.header import fold
from symbiosis.importers.siret import siren, siret

SURE, APART, ASKED, OFFERED = 93.0, 4.0, 62.0, 4  # rapidfuzz scores 0..100; how many are offered
LEGAL = re.compile(
    r"\b(?:s\.?a\.?s\.?u?|s\.?a\.?r\.?l\.?|e\.?u\.?r\.?l\.?|s\.?a|s\.?c\.?i|s\.?n\.?c|ets|etablissements?|societe|ste"
    r"|groupe|france)\b\.?"
)
NOT_A_FIRM = ""  # what a person answers of a name that is no firm here


class FirmNames:
    """Links names to firms; made once from the firms and from what people answered."""

    def __init__(self, firms: Iterable[Firm], answered: Mapping[str, str]) -> None:
        """Index every name, id and SIRET."""
        held = list(firms)
        self._names = {firm.id: firm.name for firm in held}
        self._ids = {firm.id: firm.id for firm in held} | {getattr(f, "siret", "") or f.id: f.id for f in held}
        self._spelled = [plain(firm.name) for firm in held]
        self._exact: dict[str, list[str]] = {}
        for firm, spelled in zip(held, self._spelled, strict=True):
            self._exact.setdefault(spelled, []).append(firm.id)
        self._order = [firm.id for firm in held]
        self._answered = answered
        self._asked: dict[str, NameAsked | str] = {}

    def find(self, written: str) -> NameAsked | str:
        """Return the id of the firm, or what is to be asked (without alternatives where none resembles)."""
        name = written.strip()
        if name not in self._asked:
            self._asked[name] = self._find(name)
        return self._asked[name]

    def _find(self, name: str) -> NameAsked | str:
        told = self._answered.get(key(name), "")
        by_number = self._ids.get(told) or self._ids.get(name) or self._ids.get(_digits(name))
        if by_number:
            return str(by_number)
        company = siren(name)
        if company:  # of its establishments, a person says which
            sites = tuple((i, self._names[i], 100) for number, i in self._ids.items() if number.startswith(company))
            return NameAsked(name, sites[:OFFERED])
        same = self._exact.get(plain(name), [])
        if len(same) == 1:
            return same[0]
        hits = process.extract(plain(name), self._spelled, scorer=fuzz.WRatio, limit=OFFERED, score_cutoff=ASKED)
        found = tuple((self._order[at], self._names[self._order[at]], round(score)) for _, score, at in hits)
        first, second = (hits[0][1] if hits else 0.0), (hits[1][1] if len(hits) > 1 else 0.0)
        if first >= SURE and first - second >= APART and not same:
            return str(found[0][0])
        return NameAsked(name, found)


def _digits(name: str) -> str:
    """Return a SIRET however it is written, the name itself where it is none."""
    try:
        return siret(name)
    except BadCellError:
        return name


def plain(name: str) -> str:
    """Return a name without accents, marks and legal forms.

    >>> plain("SARL Dupré & Fils")
    'dupre fils'
    """
    bare = re.sub(r"[^\w]+", " ", LEGAL.sub(" ", fold(name))).strip()
    return " ".join(bare.split()) or fold(name)


def key(name: str) -> str:
    """Return under what an answer about a name is kept."""
    return f"name:{' '.join(fold(name).split())[:150]}"
