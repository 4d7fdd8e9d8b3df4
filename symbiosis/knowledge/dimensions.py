"""Sizes and heights as people write them ("80x60x40 cm max", "hauteur 7 m"), and whether one serves for another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from symbiosis.domain.fold import fold
from symbiosis.knowledge.evidence import Evidence
from symbiosis.knowledge.measures import number

NUMBER = r"(\d{1,4}(?:[.,]\d+)?)"
SIDE = rf"{NUMBER} ?(mm|cm|m)?"
SIZE = re.compile(rf"(?<![\d.,x]){SIDE} ?[x×*] ?{SIDE}(?: ?[x×*] ?{SIDE})?(?![\d])(?!\w)")
CENTIMETRES = {"mm": 0.1, "cm": 1.0, "m": 100.0}
LENGTH = rf"{NUMBER} ?(m|cm|mm)\b"
TALL = r"hauteur|haut|height|headroom|clearance"
HEIGHT = re.compile(rf"\b(?:{TALL})[\w ]{{0,20}}?:? {LENGTH}|{LENGTH} (?:de haut\w*|high|headroom|clearance)\b")
LONG = re.compile(
    rf"\b(?:longueurs?|lg|long\w*|length|lengths|l ?=)[\w ]{{0,12}}?:? {LENGTH}"
    rf"|(?<![\d,./]){LENGTH}(?! ?(?:2|3|²|³|/|par\b|de haut|high))"
    r"(?: (?:max\w*|mini?|de long\w*|long|lengths?|et plus))?"
)
NEARLY_AS_LONG = 0.9
AT_MOST = re.compile(r"(moins de|max\w*|below|under|less than|at most|jusqu(?: a)?|inferieure? a|<|<=) ?(?:a )?$")
MOST_AFTER = re.compile(r"\s?(?:cm|mm|m)?\s?(?:max\w*|au plus|at most|or less|ou moins)\b")
AT_LEAST = re.compile(r"\b(min\w*|au moins|plus de|above|at least|over|more than)\b")
MILLIMETRES_FROM = 300  # without a unit, so long a side is told in millimetres
SOLID = 3  # sides of a box
SAME_FLAT, SAME_BOX = 0.1, 0.3  # of the longer side
NOT_ENOUGH = -6.0


@dataclass(frozen=True)
class Dimensions:
    """The `sizes` of a text in cm, its `height` in m, its `length` in cm, and whether it bounds its sizes."""

    sizes: tuple[tuple[float, ...], ...]
    height: float | None
    length: float | None
    most: bool
    least: bool


def dimensions(text: str) -> Dimensions:
    """Return the sizes and the height a text tells."""
    plain = fold(text)
    hits = list(SIZE.finditer(plain))
    most = any(MOST_AFTER.match(plain[h.end() :]) or AT_MOST.search(plain[: h.start()]) for h in hits)
    return Dimensions(tuple(map(_sides, hits)), _height(plain), _length(plain), most, bool(AT_LEAST.search(plain)))


def compare_sizes(offer: Dimensions, need: Dimensions, cut: bool = False) -> Iterator[Evidence]:
    """Yield what speaks against the pair; `cut`: a larger piece serves for a smaller one."""
    pairs = [(g, a) for g in offer.sizes for a in need.sizes]
    if pairs and not any(_fits(g, a, need) or (cut and not need.most and _covers(g, a)) for g, a in pairs):
        other = Evidence(NOT_ENOUGH, "Dimensions différentes", "Different sizes")
        yield other.between(_written(offer.sizes[0]), _written(need.sizes[0]), "size")
    if cut and _too_short(offer, need):
        short = Evidence(NOT_ENOUGH, "Trop court", "Too short")
        yield short.between(f"{offer.length:g} cm", f"{need.length:g} cm", "length")
    if offer.height is not None and need.height is not None and offer.height < need.height:
        said = f"{offer.height:g} / {need.height:g} m"
        low = Evidence(NOT_ENOUGH, f"Trop bas : {said}", f"Too low: {said}")
        yield low.between(f"{offer.height:g} m", f"{need.height:g} m", "height")


def _too_short(offer: Dimensions, need: Dimensions) -> bool:
    return bool(offer.length and need.length and offer.length < need.length * NEARLY_AS_LONG)


def _covers(given: tuple[float, ...], asked: tuple[float, ...]) -> bool:
    sides = min(len(given), len(asked))
    return all(g >= a for g, a in zip(sorted(given)[-sides:], sorted(asked)[-sides:], strict=True))


def _fits(given: tuple[float, ...], asked: tuple[float, ...], need: Dimensions) -> bool:
    """Return whether one size serves for another; a third side told by one of them alone is left out."""
    sides = min(len(given), len(asked))
    pairs = list(zip(sorted(given)[-sides:], sorted(asked)[-sides:], strict=True))
    if need.most:
        return all(g <= a for g, a in pairs)
    if need.least:
        return all(g >= a for g, a in pairs)
    near = SAME_FLAT if sides < SOLID else SAME_BOX
    return all(abs(g - a) <= near * max(g, a) for g, a in pairs)


def _written(sides: tuple[float, ...]) -> str:
    return " x ".join(f"{side:g}" for side in sides) + " cm"


def _sides(hit: re.Match[str]) -> tuple[float, ...]:
    sides = [number(side) for side in (hit[1], hit[3], hit[5]) if side]
    guess = "mm" if max(sides) >= MILLIMETRES_FROM else "cm"
    unit = next((u for u in (hit[6], hit[4], hit[2]) if u), guess)
    return tuple(side * CENTIMETRES[unit] for side in sides)


def _length(plain: str) -> float | None:
    """Return the greatest length told in cm, that of a size apart."""
    hits = list(LONG.finditer(SIZE.sub(" ", plain)))
    return max((number(m[1] or m[3]) * CENTIMETRES[m[2] or m[4]] for m in hits), default=None)


def _height(plain: str) -> float | None:
    hit = HEIGHT.search(plain)
    return number(hit[1] or hit[3]) * CENTIMETRES[hit[2] or hit[4]] / 100 if hit else None
