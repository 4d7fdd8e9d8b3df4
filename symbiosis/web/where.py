"""Where in the review queue the reader is: everything that the address says."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from symbiosis.domain.enums import Judgement, Origin, SynergyKind
from symbiosis.domain.views import Filters

PORTFOLIO = "portfolio"
FURTHEST_PAGE = 100_000


@dataclass(frozen=True)
class Where:
    """Filters, page, selected lead, its position on the page, and whether it is read alone."""

    filters: Filters = field(default_factory=Filters)
    page: int = 1
    selected: str = ""
    at: int = 0
    alone: bool = False

    def args(self, **changes: object) -> dict[str, str]:
        """Return the address's arguments; what is usual is left out."""
        moved = replace(self, **changes)  # type: ignore[arg-type]
        f = moved.filters
        every = {
            "judgement": "" if f.judgement is Judgement.PROPOSED else f.judgement.value, "kind": f.kind,
            "origin": f.origin, "commune": f.commune, "resource": f.resource, "guesses": "" if f.guesses else "0",
            "order": f.order,
            "page": str(moved.page) if moved.page > 1 else "", "selected": moved.selected,
            "at": str(moved.at) if moved.at else "", "alone": "1" if moved.alone else "",
        }  # fmt: skip
        return {name: text for name, text in every.items() if text}

    def to(self, selected: str, at: int) -> dict[str, str]:
        """Return the arguments that lead to another lead of the same page."""
        return self.args(selected=selected, at=at)

    def turn(self, page: int) -> dict[str, str]:
        """Return the arguments that lead to another page."""
        return self.args(page=page, selected="", at=0)


def read(args: Mapping[str, str]) -> Where:
    """Return where an address leads; a value that is none of ours means any."""
    judgement = _one_of(Judgement, args.get("judgement", ""))
    filters = Filters(
        judgement=Judgement(judgement) if judgement else Judgement.PROPOSED,
        kind=_one_of(SynergyKind, args.get("kind", "")),
        origin=_one_of(Origin, args.get("origin", "")),
        commune=args.get("commune", "")[:20],
        resource=args.get("resource", "")[:80],
        guesses=args.get("guesses") != "0",
        order=PORTFOLIO if args.get("order") == PORTFOLIO else "",
    )
    alone = args.get("alone") == "1"
    return Where(filters, page_number(args), args.get("selected", "")[:80], whole(args.get("at", ""), 0), alone)


def page_number(args: Mapping[str, str]) -> int:
    """Return the page an address asks for, the first when it makes no sense."""
    return max(1, whole(args.get("page", ""), 1))


def whole(text: str, otherwise: int) -> int:
    """Return a whole number within what a list may hold."""
    return min(int(text), FURTHEST_PAGE) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise  # noqa: PLR2004


def _one_of(closed: type[StrEnum], text: str) -> str:
    return text if text in set(closed) else ""
