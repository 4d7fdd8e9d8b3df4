"""Answer "who could take this?" and "who could provide this?", from the knowledge to the firms of the territory."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from symbiosis.domain.enums import Direction
from symbiosis.domain.errors import NotFound
from symbiosis.domain.explored import Answer, Asked, FirmHit
from symbiosis.domain.firms import Firm
from symbiosis.domain.views import Page
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.fitting import fit, search
from symbiosis.knowledge.telling import lines
from symbiosis.matching.crowd import rough_count
from symbiosis.matching.geometry import km_between
from symbiosis.store import firms, flows
from symbiosis.store.session import Row, Store

PAGE, MOST = 20, 200


@dataclass(frozen=True)
class Exploration:
    """An answer with a page of the firms that fit; `near` names the place that distances are measured from."""

    answer: Answer
    firms: Page[FirmHit]
    near: str = ""
    rough: str = ""  # how many firms fit, in a band that tells nobody apart


def explore(store: Store, knowledge: Knowledge, asked: Asked, number: int = 1) -> Exploration:
    """Return an answer and its firms; an unknown place is no place."""
    place, name, nace = _place(store, asked.near)
    answer = knowledge.explorer.explore(replace(asked, nace=asked.nace or nace))
    hits = _firms(store, knowledge, answer, place)[:MOST] if answer.recognised else []
    number = min(number, max(1, -(-len(hits) // PAGE)))
    shown = tuple(hits[(number - 1) * PAGE : number * PAGE])
    return Exploration(answer, Page(shown, len(hits), number, PAGE), name, rough_count(len(hits)))


def _firms(store: Store, knowledge: Knowledge, answer: Answer, place: Row | None) -> list[FirmHit]:
    wanted = search(knowledge.catalogue, answer)
    told = flows.about(store, wanted.same | wanted.alike, (wanted.direction, Direction.SHARE))
    others = [firm for firm in firms.known(store) if firm.id != answer.asked.near and not firm.closed_at]
    return fit(knowledge.catalogue, wanted, others, told, _away(place))


def _place(store: Store, near: str) -> tuple[Row | None, str, str]:
    """Return where to measure from, its name, and the activity of the firm that it is, '' for a commune."""
    commune = next((c for c in firms.communes(store) if c["id"] == near), None) if near else None
    if commune or not near:
        return commune, str(commune["name"]) if commune else "", ""
    try:
        firm = firms.get(store, near)
    except NotFound:
        return None, "", ""
    return firm, str(firm["name"]), "|".join(firm["nace"] or ())


def _away(place: Row | None) -> Callable[[Firm], float | None]:
    if place is None or place["lat"] is None or place["lon"] is None:
        return lambda _: None
    here = (place["lat"], place["lon"])
    return lambda firm: None if firm.lat is None or firm.lon is None else km_between(here, (firm.lat, firm.lon))


def as_data(found: Exploration) -> dict[str, Any]:
    """Return an exploration as plain data: the shape is a promise to scripts."""
    page = found.firms
    listed = {"total": page.total, "page": page.number, "pages": page.pages, "lines": [asdict(h) for h in page.lines]}
    return asdict(found.answer) | {"near": found.near, "firms": listed, "firms_rough": found.rough}


def as_text(found: Exploration, lang: str) -> str:
    """Return an exploration for a terminal, in 'fr' or 'en'."""
    return "\n".join(lines(found.answer, found.firms.lines, lang))
