"""The right that each address needs, said beside the function that answers it."""

from collections.abc import Callable
from typing import Any, TypeVar

from symbiosis.domain.access import Right

View = TypeVar("View", bound=Callable[..., Any])
HELD_IN = "right"


def needs(right: Right) -> Callable[[View], View]:
    """Say which right an address needs; a test fails for an address that says none."""

    def remember(view: View) -> View:
        setattr(view, HELD_IN, right)
        return view

    return remember
