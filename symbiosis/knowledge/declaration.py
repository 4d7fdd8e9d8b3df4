"""One everyday declaration understood: what it names, under which codes, how dangerous, who could take or give it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from symbiosis.domain.enums import Direction, Hazard, Unit
from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.domain.tables import Floats
from symbiosis.knowledge import kind as intents
from symbiosis.knowledge.core_words import core, naming
from symbiosis.knowledge.hazard import UNKNOWN, hazard_of, unsafe
from symbiosis.knowledge.parts import Named, parts
from symbiosis.knowledge.quantities import Quantity, quantity
from symbiosis.knowledge.shares import DIVISION
from symbiosis.knowledge.understanding import Meant, Said, Understanding
from symbiosis.knowledge.waste import WasteCodes

WARMTH = "heat"  # the family of what flows and is no matter
EQUIPMENT = ("16 02", "20 01 36")  # electrical: what is in it decides, even where it looks harmless
GIVEN_RESOURCES, GIVEN_CODES, GIVEN_RECEIVERS, GIVEN_USES = 5, 10, 10, 5
OF_CODE = 0.25  # a code of the resource meant, beside the words of the entries
SURE_ENOUGH = 0.4  # likelihood of all it may mean: below, nothing is known of the thing's danger
SURE = 0.9  # likelihood of the first: another code that its words resemble leaves no doubt
DOUBTFUL = 0.2  # likelihood of the dangerous things it may mean: enough to ask
LONGEST, SHORTEST = 2000, 2  # letters read; one letter means nothing
BY_CODE = 0.7  # likelihood of what goes under a code that is all that was typed
CLASS = len("10.71")
WRITTEN = re.compile(
    r"(?<!\d)(\d\d)[ .](\d\d)[ .](\d\d)(?!\d) ?\*?|^\s*(\d\d)(\d\d)(\d\d)\s*\*?\s*$"
)  # 15 01 03*, 150103


@dataclass(frozen=True)
class Understood:
    """One thing of a declaration; every list best first."""

    kind: Direction
    resources: tuple[Meant, ...]
    waste_codes: tuple[str, ...]
    hazard: str
    receivers: tuple[str, ...]
    uses: tuple[str, ...]
    quantity: Quantity | None
    text: str = ""  # the part of the declaration that names it


class Declarations:
    """Understands what people declare; made once from the knowledge."""

    def __init__(self, rows: KnowledgeRows, understanding: Understanding, waste: WasteCodes) -> None:
        """Keep what is asked: names, shares of exchanges, waste entries."""
        self._rows, self._waste = rows, waste
        self.understanding, self._exchange, self._linker = understanding, understanding.exchange, understanding.linker
        self._resources = {r.id: r for r in rows.resources}
        self._entries = {entry.code: entry for entry in rows.waste}
        self._names = lru_cache(maxsize=4000)(self._name)

    def understand(self, text: str, donor: str = "", kind: str = "", lang: str = "fr") -> list[Understood]:
        """Return the things a text names, at least one; `kind` offer, need, share or '' to find out."""
        typed, told = text[:LONGEST], _told(kind) or intents.said(text[:LONGEST])
        names = lambda phrase: self._names(phrase, lang)  # noqa: E731
        pieces = parts(typed, names)
        amounts = [quantity(WRITTEN.sub(" ", piece), lang) for piece in pieces]
        if not told and any(q and q.unit not in (Unit.PIECE, Unit.HOUR) for q in amounts):
            told = Direction.OFFER
        if not any(amounts):
            amounts = [quantity(WRITTEN.sub(" ", typed), lang), *amounts[1:]]
        found = [self._one(p, q, _classes(donor), told, lang) for p, q in zip(pieces, amounts, strict=True)]
        if len(found) == 1 or not unsafe(typed):  # what is one thing has been heard as a whole
            return found
        return [_doubted(thing) for thing in found]

    def _name(self, phrase: str, lang: str) -> Named | None:
        named = naming(phrase, lang)
        link = self._linker.best(named) if named else None
        return Named(self._resources[link.resource_id], link.confidence, link.why, named) if link else None

    def _one(self, piece: str, amount: Quantity | None, donor: str, told: Direction | None, lang: str) -> Understood:
        written, bare = self._told(piece), WRITTEN.sub(" ", piece)
        if sum(map(str.isalnum, bare)) < SHORTEST and not written:
            return Understood(told or Direction.OFFER, (), (), UNKNOWN, (), (), None, piece.strip())
        only_code = bool(written) and not naming(bare, lang)
        named = "" if only_code else core(bare, lang, told or Direction.OFFER)
        meant = self._under(written) if only_code else self.understanding.meant(Said(piece, named), donor, told)
        first = meant[0].resource if meant else None
        kind = told or intents.usual(first.kind if first else None)
        coded = written + self._codes(named, donor, meant) if kind is not Direction.SHARE else ()
        coded = tuple(dict.fromkeys(coded))[:GIVEN_CODES]
        return Understood(
            kind,
            tuple(meant[:GIVEN_RESOURCES]),
            coded,
            self._hazard(piece, told in (None, Direction.OFFER), meant, coded),
            self._receivers((named, donor, written[0] if only_code else ""), kind, meant),
            self._uses(first, kind, donor, lang),
            _amount(amount, kind),
            piece.strip(),
        )

    def _told(self, piece: str) -> tuple[str, ...]:
        """Return the waste codes that are written in a text."""
        return tuple(
            code for found in WRITTEN.findall(piece) if (code := " ".join(filter(None, found))) in self._entries
        )

    def _under(self, written: tuple[str, ...]) -> list[Meant]:
        """Return the resources that go under the codes that are written, the most usual first."""
        likely = {
            r: r.prevalence / (1 + place)
            for r in self._rows.resources
            for place, code in enumerate(r.waste_codes)
            if code.rstrip("*") in written
        }
        best = max(likely.values(), default=1.0) or 1.0
        ranked = sorted(likely, key=lambda r: (-likely[r], r.id))
        return [Meant(r, BY_CODE * likely[r] / best) for r in ranked[:GIVEN_RESOURCES]]

    def _codes(self, named: str, donor: str, meant: list[Meant]) -> tuple[str, ...]:
        """Return waste codes: those whose words are spoken, and those of the resources meant."""
        ranked = self._waste.rank(named, donor)
        best = max((coded.score for coded in ranked), default=1.0) or 1.0
        scores = {coded.entry.code: coded.score / best for coded in ranked}
        total = sum(m.likelihood for m in meant) or 1.0
        for m in meant:
            for place, code in enumerate(c.rstrip("*") for c in m.resource.waste_codes):
                if code in self._entries:
                    scores[code] = scores.get(code, 0.0) + OF_CODE * m.likelihood / total / (1 + place)
        return tuple(sorted(scores, key=lambda code: (-scores[code], code))[:GIVEN_CODES])

    def _hazard(self, text: str, matter: bool, meant: list[Meant], coded: tuple[str, ...]) -> str:
        """Return how dangerous it is; `matter`: nobody says that it is wanted, or a tool to share."""
        known = [Hazard.YES for code in self._told(text) if self._entries[code].hazardous]
        known += [meant[0].resource.hazard] if meant else []
        known += [Hazard.MIRROR] if self._in_doubt(meant, coded) else []
        recognised = _sum(meant) >= SURE_ENOUGH
        warm = recognised and meant[0].resource.family == WARMTH
        return hazard_of(text, known, recognised, matter and not warm)

    def _in_doubt(self, meant: list[Meant], coded: tuple[str, ...]) -> bool:
        """Return whether what else it may mean, what is in it or the code it may go under leaves a doubt."""
        usual = (*coded[:1], *(code for m in meant[:1] for code in m.resource.waste_codes[:1]))
        return (
            _sum(m for m in meant if m.resource.hazard is not Hazard.NO) >= DOUBTFUL
            or any(code.startswith(EQUIPMENT) for code in usual)
            or (_sum(meant[:1]) < SURE and any(self._entries[code].hazardous for code in coded[:1]))
        )

    def _receivers(self, given: tuple[str, str, str], kind: Direction, meant: list[Meant]) -> tuple[str, ...]:
        """Return NACE divisions: takers of an offer, suppliers of a need, likely partners of a share.

        `given`: the words that name it, who speaks, and the waste code.
        """
        if kind is Direction.OFFER:
            return self._divisions(self._exchange.takers(*given))
        likely = np.zeros(len(self._exchange.resources))
        for m in meant:
            likely[self._exchange.resources[m.resource.id]] = m.likelihood
        if kind is Direction.NEED:
            return self._divisions(likely @ self._exchange.offered)
        return self._partners(meant, given[1])

    def _partners(self, meant: list[Meant], donor: str) -> tuple[str, ...]:
        total: dict[str, float] = {donor[:DIVISION]: 0.0} if donor else {}
        weight = {m.resource.id: m.likelihood for m in meant}
        for flow in self._rows.typical:
            if flow.direction is Direction.SHARE and flow.resource_id in weight:
                division = flow.nace[:DIVISION]
                total[division] = total.get(division, 0.0) + weight[flow.resource_id] * flow.share_of_resource
        return tuple(sorted(total, key=lambda d: (-total[d], d))[:GIVEN_RECEIVERS])

    def _divisions(self, shares: Floats) -> tuple[str, ...]:
        total: dict[str, float] = {}
        for sector, share in zip(self._exchange.sectors, shares, strict=True):
            total[sector[:DIVISION]] = total.get(sector[:DIVISION], 0.0) + float(share)
        found = [d for d in total if total[d] > 0]
        return tuple(sorted(found, key=lambda d: (-total[d], d))[:GIVEN_RECEIVERS])

    def _uses(self, first: Resource | None, kind: Direction, donor: str, lang: str) -> tuple[str, ...]:
        """Return what the resource becomes; for a need, first what whoever wants it performs."""
        if first is None or kind is Direction.SHARE:
            return ()
        becomes = self._exchange.becomes[self._exchange.resources[first.id]]
        if kind is Direction.NEED:
            performs = self._exchange.performed @ self._exchange.near(donor)
            becomes = becomes * (0.1 + np.minimum(performs, 1.0))
        order = [i for i in np.argsort(-becomes, kind="stable")[:GIVEN_USES] if becomes[i] > 0]
        return tuple(self._rows.uses[i].fr if lang == "fr" else self._rows.uses[i].en for i in order)


def answer(case: str, lang: str, things: list[Understood]) -> Iterator[dict[str, Any]]:
    """Yield the lines of one declaration."""
    for part, thing in enumerate(things, start=1):
        yield {
            "case_id": case,
            "part": part,
            "task": f"D.{lang}",
            "kind": thing.kind.value,
            "resources": [
                {"key": m.resource.id, "fr": m.resource.fr, "en": m.resource.en, "confidence": m.confidence}
                for m in thing.resources
            ],
            "waste_codes": list(thing.waste_codes),
            "hazard": str(thing.hazard),
            "receivers": list(thing.receivers),
            "uses": list(thing.uses),
            "quantity": _written(thing.quantity),
        }


def lines(declarations: Declarations, query: Mapping[str, str], lang: str) -> list[dict[str, Any]]:
    """Return the answer to one row of a file of declarations; where it lacks the language, the other one is read."""
    other = "en" if lang == "fr" else "fr"
    text = query.get(f"text_{lang}") or query.get(f"text_{other}") or ""
    things = declarations.understand(text, query.get("donor_naf") or "", query.get("kind") or "", lang)
    return list(answer(query["id"], lang, things))


def _written(amount: Quantity | None) -> dict[str, Any] | None:
    return {"value": amount.value, "unit": amount.unit.value, "per": amount.per} if amount else None


def _doubted(thing: Understood) -> Understood:
    """Return a thing that is offered beside a danger, which may be its own."""
    harmless = thing.kind is Direction.OFFER and thing.hazard == Hazard.NO
    return replace(thing, hazard=Hazard.MIRROR) if harmless else thing


def _sum(meant: Iterable[Meant]) -> float:
    return sum(m.likelihood for m in meant)


def _told(kind: str) -> Direction | None:
    told = kind.strip().lower()
    return Direction(told) if told in set(Direction) else None


def _classes(donor: str) -> str:
    """Return 10.71 for 10.71C: French subclasses are NACE classes with a letter."""
    return "|".join(code.strip()[:CLASS] for code in donor.split("|") if code.strip())


def _amount(found: Quantity | None, kind: Direction) -> Quantity | None:
    """Return how much; what is put in common is no flow, unless hours or a rhythm are told."""
    if found and kind is Direction.SHARE and found.unit is not Unit.HOUR and found.per == "once":
        return None
    return found
