"""When there is no garbage to look for."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """Look for no garbage meanwhile: what is made by the million and held to the end is else looked at again and again.

    Matching takes a third less time so. What is not held by a ring of references is freed at once, as ever.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
