"""Lists as somebody wants to find them again."""

from dataclasses import dataclass
from enum import StrEnum


class Listed(StrEnum):
    """The lists whose filters can be kept."""

    QUEUE = "queue"
    FOLLOW_UP = "follow_up"
    FIRMS = "firms"


@dataclass(frozen=True)
class SavedView:
    """The filters of a list under a name; `query` is the address's query string."""

    id: str
    who: str
    list: Listed
    name: str
    query: str
