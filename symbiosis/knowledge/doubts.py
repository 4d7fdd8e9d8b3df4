"""What to ask of somebody whose quantity cannot be believed: questions, in French and English, never a reproach."""

from collections.abc import Iterator, Mapping

from symbiosis.domain.amounts import Amount, Doubt
from symbiosis.domain.enums import Unit
from symbiosis.domain.units import to_base

SMALLER = {
    Unit.TONNE: Unit.KILOGRAM, Unit.CUBIC_METRE: Unit.LITRE, Unit.MEGAWATT_HOUR: Unit.KILOWATT_HOUR,
}  # fmt: skip
WORDS_FR = {Unit.PIECE: "pièces", Unit.HOUR: "heures", Unit.CUBIC_METRE: "m³"}
WORDS_EN = {Unit.PIECE: "pieces", Unit.HOUR: "hours", Unit.CUBIC_METRE: "m³"}
DIGITS = 15


def unreadable(text: str) -> Doubt:
    """Ask for a number with its unit."""
    return Doubt(
        f"« {text} » : combien, et en quelle unité ? Par exemple 12,5 t/an, 200 L/sem ou 2 m3 par mois.",
        f"“{text}”: how much, and in which unit? For instance 12.5 t a year, 200 L a week or 2 m3 a month.",
    )


def no_unit(text: str) -> Doubt:
    """Ask for the unit of a bare number."""
    return Doubt(
        f"« {text} » : en quelle unité ? (kg, t, L, m3, kWh, MWh, pièces, heures)",
        f"“{text}”: in which unit? (kg, t, L, m3, kWh, MWh, pieces, hours)",
    )


def below_zero(text: str) -> Doubt:
    """Ask whether a minus sign was meant."""
    plain = text.lstrip(" -\u2212\u2013")
    return Doubt(
        f"« {text} » est négatif : vouliez-vous dire « {plain} » ?", f"“{text}” is negative: did you mean “{plain}”?"
    )


def nothing(text: str) -> Doubt:
    """Ask whether zero stands for unknown."""
    return Doubt(
        f"« {text} » : il n'y en a pas, ou la quantité n'est pas connue ? Si elle est inconnue, laissez vide.",
        f"“{text}”: is there none, or is the quantity unknown? If it is unknown, leave it empty.",
    )


def by_the_hour(text: str) -> Doubt:
    """Ask how long an hourly rate lasts."""
    return Doubt(
        f"« {text} » est un débit par heure : combien cela fait-il par jour, par semaine ou par an ?",
        f"“{text}” is an hourly rate: how much is that a day, a week or a year?",
    )


def how_large(text: str, container: str) -> Doubt:
    """Ask what a container holds."""
    return Doubt(
        f"« {text} » : de quelle contenance, « {container} » ? Par exemple « 3 bennes de 15 m3 par mois ».",
        f"“{text}”: how large is “{container}”? For instance “3 skips of 15 m3 a month”.",
    )


def absurd(text: str, said: Amount, mantissa: float, most: Mapping[Unit, float]) -> Doubt:
    """Ask what was meant by more than any one site can have; `mantissa` is what is left without its power of ten."""
    unit = said.unit or Unit.PIECE
    meant = list(_meant(said.value or 0.0, unit, mantissa, most))[:2]
    base = to_base(1.0, unit)[1]
    if not meant:
        return Doubt(
            f"« {text} » dépasse ce qu'un site peut avoir en un an ({_fr(most[base], base)}) : vouliez-vous dire une "
            "autre unité, ou une virgule ?",
            f"“{text}” is more than any site can have in a year ({_en(most[base], base)}): did you mean another unit, "
            "or a decimal point?",
        )
    return Doubt(
        f"« {text} » : vouliez-vous dire {' ou '.join(_fr(*m) + ' par an' for m in meant)} ?",
        f"“{text}”: did you mean {' or '.join(_en(*m) + ' a year' for m in meant)}?",
    )


def _meant(value: float, unit: Unit, mantissa: float, most: Mapping[Unit, float]) -> Iterator[tuple[float, Unit]]:
    for amount, of in ((value, SMALLER.get(unit)), (mantissa, unit)):
        if of is not None and 0 < to_base(amount, of)[0] <= most[to_base(1.0, of)[1]]:
            yield amount, of


def _fr(amount: float, unit: Unit) -> str:
    return f"{amount:,.{DIGITS}g}".replace(",", " ").replace(".", ",") + f" {WORDS_FR.get(unit, unit.value)}"


def _en(amount: float, unit: Unit) -> str:
    return f"{amount:,.{DIGITS}g} {WORDS_EN.get(unit, unit.value)}"
