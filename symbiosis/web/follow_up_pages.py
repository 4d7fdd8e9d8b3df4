"""What the templates of the follow-up are given."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from symbiosis.domain.enums import Judgement, Origin, SynergyKind
from symbiosis.domain.errors import AlreadyDecided
from symbiosis.domain.firms import Commune
from symbiosis.domain.follow_up import FOLLOWED, SLEEPS, SLEEPS_AFTER, Board, Followed, FollowUp, Only, Result, Wanted
from symbiosis.domain.saved_views import SavedView
from symbiosis.domain.views import Label, Page
from symbiosis.web.forms import WHO, Form
from symbiosis.web.where import whole


@dataclass(frozen=True)
class FollowUpPage:
    """The leads in progress: by stage, or one list where a stage or a reminder was asked for."""

    template: ClassVar[str] = "follow_up.html"
    wanted: Wanted
    board: Board
    found: Page[Followed] | None
    communes: tuple[Commune, ...]
    resources: tuple[Label, ...]
    views: tuple[SavedView, ...] = ()

    def args(self, **changes: object) -> dict[str, str]:
        """Return the address's arguments; what is usual is left out."""
        return args(replace(self.wanted, **changes))  # type: ignore[arg-type]


@dataclass(frozen=True)
class FollowedPage:
    """The follow-up of one lead; `conflict` where somebody else changed it since."""

    template: ClassVar[str] = "followed.html"
    file: FollowUp
    title: str
    stages: tuple[Judgement, ...]
    results: tuple[Result, ...]  # those that hold
    late: int
    asleep: int
    today: date
    undoable: bool
    step: Form = field(default_factory=Form)
    result: Form = field(default_factory=Form)
    conflict: AlreadyDecided | None = None


def read_wanted(given: Mapping[str, str]) -> Wanted:
    """Return what an address asks for; a value that is none of ours means any."""
    days = whole(given.get("days", ""), SLEEPS_AFTER)
    return Wanted(
        stage=_one_of([s.value for s in FOLLOWED], given.get("stage", "")),
        kind=_one_of(list(SynergyKind), given.get("kind", "")),
        origin=_one_of(list(Origin), given.get("origin", "")), commune=given.get("commune", "")[:20],
        resource=given.get("resource", "")[:80], by=given.get("by", "")[:WHO],
        only=_one_of(list(Only), given.get("only", "")), days=days if days in SLEEPS else SLEEPS_AFTER,
    )  # fmt: skip


def args(wanted: Wanted) -> dict[str, str]:
    """Return the arguments of the address that asks for this."""
    every = dict(vars(wanted)) | {"days": "" if wanted.days == SLEEPS_AFTER else str(wanted.days)}
    return {name: str(text) for name, text in every.items() if text}


def _one_of(closed: list[str], text: str) -> str:
    return text if text in closed else ""
