"""The next step somebody promised."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NextStep:
    """What is to be done, by when (ISO date) and by whom; all '' where nothing is planned."""

    action: str = ""
    on: str = ""
    by: str = ""


NOTHING_PLANNED = NextStep()
