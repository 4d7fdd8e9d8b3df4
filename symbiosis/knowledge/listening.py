"""Fills the matcher's table of what flows tell beside their resource: quality and form, times, grade of water."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from symbiosis.domain.enums import Direction, WaterGrade
from symbiosis.domain.flows import LinkedFlow
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Ints, SaidTable, Territory
from symbiosis.domain.wording import NOTHING_KNOWN, Fit, Known
from symbiosis.knowledge.quality import Quality
from symbiosis.knowledge.rhythm import Times, said_times
from symbiosis.knowledge.told import Spoken, Words, told
from symbiosis.knowledge.trade_sense import WARNINGS, Met, TradeSense, read_senses
from symbiosis.knowledge.water import read_waters

KINDS = ("month", "day", "hour")
MOST_BITS = 62
GRADES = tuple(WaterGrade)
SIDE = {Direction.OFFER: "offer", Direction.NEED: "need"}
NONE: Met = frozenset()


class _Heard(NamedTuple):
    """What one text tells: its words, bits for what they tell, ask and can be compared in, and its times."""

    words: Words
    bits: tuple[int, int, int]
    times: tuple[int, ...]


class Listener:
    """Reads the words of flows and uses, each once; made once."""

    def __init__(self, rows: KnowledgeRows) -> None:
        """Keep the rows; the attribute tables are read by the first question."""
        self._rows = rows
        self._spoken, self._own = _Bits(), _Bits()
        self._hear = lru_cache(maxsize=50_000)(self._read)

    @cached_property
    def _quality(self) -> Quality:
        return Quality(self._rows)

    @cached_property
    def _trades(self) -> TradeSense:
        return TradeSense(read_senses(verdicts=WARNINGS), self._quality.reader)

    @cached_property
    def _uses(self) -> dict[str, _Heard]:
        return {use.id: self._heard(self._quality.of_use(use.id), ()) for use in self._rows.uses}

    def listen(self, t: Territory, flows: Iterable[LinkedFlow]) -> Territory:
        """Return the territory with what its flows tell; `flows` holds all of them."""
        by_id = {f.flow.id: f for f in flows}
        heard = [by_id[name] for name in t.flows.ids]
        told, uses = [self._hear(*_spoken(f)) for f in heard], [self._uses[name] for name in t.uses.ids]
        rows = {each.words: each for each in (*told, *uses)}
        place = {words: row for row, words in enumerate(rows)}
        bits = np.array([each.bits for each in rows.values()], np.int64).reshape(-1, 3)
        times = np.array([each.times for each in told], np.int64).reshape(-1, len(KINDS))
        grades = read_waters()
        met = self._met_by(heard)
        said = SaidTable(
            flow=_ints(place[each.words] for each in told), use=_ints(place[each.words] for each in uses),
            tells=bits[:, 0], asks=bits[:, 1], own=bits[:, 2],
            months=times[:, 0], days=times[:, 1], hours=times[:, 2],
            water=_ints(_grade(grades.resources, f.link.resource_id if f.link else "") for f in heard),
            use_water=_ints(_grade(grades.uses, name) for name in t.uses.ids),
            met=_ints(map(_Bits(), met)),
            fit=_Compare(self._quality, tuple(rows)), known=_Know(self._trades, met),
        )  # fmt: skip
        return replace(t, said=said)

    def _met_by(self, heard: Sequence[LinkedFlow]) -> list[Met]:
        """Return the warnings of the trades that each flow meets a side of, where another meets the other side.

        That two things belong together is known by their resource or a use: to hear it again adds nothing.
        """
        met = {side: [self._trades.met(_all(f), name) if f.flow.direction is side else NONE for f in heard]
               for side, name in SIDE.items()}  # fmt: skip
        both = frozenset().union(*met[Direction.OFFER]) & frozenset().union(*met[Direction.NEED])
        return [(offers | needs) & both for offers, needs in zip(*met.values(), strict=True)]

    def _read(self, flow: Spoken, why: str, resource: str) -> _Heard:
        found = said_times(flow.said)
        return self._heard(self._quality.hear(told(flow, why, resource)), _times(found))

    def _heard(self, words: Words, times: tuple[int, ...]) -> _Heard:
        return _Heard(words, (self._spoken(words.tells), self._spoken(words.asks), self._own(words.own)), times)


class _Compare:
    """Compares two rows of words."""

    def __init__(self, quality: Quality, words: tuple[Words, ...]) -> None:
        self._quality, self._words = quality, words
        self._held: dict[tuple[int, int], Fit] = {}  # by row: quicker to find than by the words themselves

    def __call__(self, given: int, asked: int) -> Fit:
        rows = (given, asked)
        if rows not in self._held:
            self._held[rows] = self._quality.fit(self._words[given], self._words[asked])
        return self._held[rows]


class _Know:
    """Tells what the trades warn of between two flows."""

    def __init__(self, trades: TradeSense, met: list[Met]) -> None:
        self._trades, self._met = trades, met
        self._held: dict[tuple[Met, Met], Known] = {}  # many flows are told in the same words

    def __call__(self, offer: int, need: int) -> Known:
        """Return what speaks most against the two."""
        sides = (self._met[offer], self._met[need])
        if sides not in self._held:
            found = [self._trades.sense(met) for met in sorted(sides[0] & sides[1])]
            worst = min(found, key=lambda sense: sense.value, default=None)
            known = Known(worst.value, worst.reason_fr, worst.reason_en) if worst else NOTHING_KNOWN
            self._held[sides] = known
        return self._held[sides]


class _Bits:
    """Gives each kind of thing that is told a bit: two share one rather than none, and are then compared in vain."""

    def __init__(self) -> None:
        self._places: dict[Hashable, int] = {}

    def __call__(self, names: Iterable[Hashable]) -> int:
        bits = 0
        for name in names:
            bits |= 1 << self._places.setdefault(name, len(self._places)) % MOST_BITS
        return bits


def _spoken(linked: LinkedFlow) -> tuple[Spoken, str, str]:
    flow, link = linked.flow, linked.link
    spoken = Spoken(flow.text, flow.quality, flow.use_text)
    return spoken, link.why if link else "", link.resource_id if link else ""


def _all(linked: LinkedFlow) -> str:
    spoken = _spoken(linked)[0]
    return f"{spoken.said} ; {spoken.use_text}" if spoken.use_text else spoken.said


def _times(found: Times) -> tuple[int, ...]:
    return tuple(sum(1 << unit for unit in found.get(kind, ())) for kind in KINDS)


def _grade(grades: Mapping[str, WaterGrade], name: str) -> int:
    return GRADES.index(grades[name]) if name in grades else -1


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)
