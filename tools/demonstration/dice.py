"""Chance that gives the same draws on every version of Python: built on `Random.random()` alone."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A seeded source of draws."""

    def __init__(self, seed: int) -> None:
        """Start from a whole number, whose effect Python guarantees."""
        self._random = Random(seed)

    def chance(self, share: float) -> bool:
        """Return True with probability `share`."""
        return self._random.random() < share

    def between(self, low: float, high: float) -> float:
        """Return a number from `low` (included) to `high` (excluded)."""
        return low + (high - low) * self._random.random()

    def integer(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items, all equally likely."""
        return items[int(self._random.random() * len(items))]

    def weighted(self, items: Sequence[T], weights: Sequence[float]) -> T:
        """Return one of the items, as likely as its weight."""
        left = self._random.random() * sum(weights)
        for item, weight in zip(items, weights, strict=True):
            left -= weight
            if left < 0:
                return item
        return items[-1]

    def sample(self, items: Sequence[T], weights: Sequence[float], count: int) -> list[T]:
        """Return `count` items without repeats, heavier ones more often, in drawing order."""
        keys = [(self._random.random() / weight, rank) for rank, weight in enumerate(weights)]
        return [items[rank] for _, rank in sorted(keys)[:count]]
