"""What the templates of the economic developer's pages are given."""

from dataclasses import dataclass
from typing import ClassVar

from symbiosis.domain.follow_up import Board, Followed
from symbiosis.domain.today import Due, News
from symbiosis.domain.views import Page, SynergyLine
from symbiosis.services.ask import CallList

FIRST, CALLS = 5, 3


@dataclass(frozen=True)
class TodayPage:
    """What a day starts with; `first` is how many of each sort are shown."""

    template: ClassVar[str] = "today.html"
    board: Board
    late: Page[Followed]
    asleep: Page[Followed]
    due: tuple[Due, ...]
    queue: Page[SynergyLine]
    calls: CallList
    news: News
    first: int = FIRST
    most_calls: int = CALLS
