"""Which questions to the graph have a test: every module of this folder registers its own."""

from collections.abc import Callable
from typing import Any, TypeVar

Test = TypeVar("Test", bound=Callable[..., Any])
tested: set[str] = set()


def asks(*questions: str) -> Callable[[Test], Test]:
    """Say which questions a test runs."""
    tested.update(questions)
    return lambda test: test
