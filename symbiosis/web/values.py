"""Quantities and the values that evidence compares, as the reader writes them."""

import re
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import ngettext

from symbiosis.domain.enums import Hazard, Maturity, Provenance, Rhythm, Unit, WaterGrade
from symbiosis.domain.kept_back import CONFIDENTIAL
from symbiosis.domain.units import to_base, to_unit_of
from symbiosis.domain.views import FlowLine
from symbiosis.web import labels, state
from symbiosis.web.i18n import named, number, percent

MEASURE = re.compile(r"(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)(?: (\S+))?")
NEAR_KM = 0.95
WORDS: dict[str, type[StrEnum]] = {
    "use": Maturity, "rhythm": Rhythm, "rules": Hazard, "provenance": Provenance, "water": WaterGrade,
}  # fmt: skip


def quoted(words: str) -> str:
    """Return somebody's own words between quotation marks."""
    return str(_("« %(words)s »", words=words))


def unknown() -> str:
    """Return the word for what nobody told."""
    return str(_("inconnu"))


def quantity(amount: float | None, unit: Unit | None) -> str:
    """Return a quantity per year."""
    if amount is None:
        return unknown()
    return str(_("%(amount)s %(unit)s/an", amount=number(amount), unit=labels.label(unit) if unit else "")).replace(
        "  ", " "
    )


def amount(flow: FlowLine) -> str:
    """Return a flow's quantity: told, told as a range, below a register's threshold, or unknown."""
    if flow.below_threshold:
        return str(_("sous le seuil de déclaration"))
    if flow.quantity is not None and flow.quantity_max is not None:
        return str(_("de %(low)s à %(high)s", low=number(flow.quantity), high=quantity(flow.quantity_max, flow.unit)))
    return quantity(flow.quantity, flow.unit)


def counted(flow: FlowLine) -> str:
    """Return a flow's quantity in the unit of its resource, '' where that is the unit it was told in."""
    if flow.quantity is None or flow.unit is None or flow.resource is None:
        return ""
    resource = state.resource(flow.resource.id)
    amount, unit = to_unit_of(resource, flow.quantity, flow.unit) if resource else (0.0, flow.unit)
    return "" if unit is to_base(1.0, flow.unit)[1] or not resource else quantity(float(f"{amount:.3g}"), unit)


def sector(code: str) -> str:
    """Return an activity's code and name."""
    label = state.sector_label(code) if code else None
    return f"{code} {named(label)}" if label else code or unknown()


def sectors(codes: tuple[str, ...]) -> str:
    """Return the activities of a firm."""
    return " ; ".join(sector(code) for code in codes) or unknown()


def value(criterion: str, canonical: str) -> str:
    """Return one compared value ('12.5 t', 'declared', 'space_heating') in the reader's words."""
    if not canonical:
        return unknown()
    if criterion == "quality" and canonical != CONFIDENTIAL:
        return _told(canonical)
    measured = MEASURE.fullmatch(canonical)
    if measured:
        return _measure(criterion, canonical, measured)
    return _word(criterion, canonical)


def _told(canonical: str) -> str:
    """Return words of quality as somebody told them, or what is told of one aspect: 'moisture: 55 %'."""
    about, _colon, said = canonical.rpartition(": ")
    if about:
        return str(_("%(about)s : %(said)s", about=labels.known(labels.QUALITIES, about), said=said))
    use = state.use_label(canonical)
    return named(use) if use else quoted(canonical)


def _measure(criterion: str, canonical: str, measured: re.Match[str]) -> str:
    amount, unit = float(measured[1]), measured[2]
    if criterion == "sector" and unit is None:
        return sector(canonical)
    if unit is None:
        return canonical
    if unit == "firms":
        return str(ngettext("%(num)s établissement", "%(num)s établissements", int(amount)))
    if unit in set(Unit):
        return quantity(amount, Unit(unit))
    if unit == "%":
        return percent(amount / 100)
    return length(amount) if unit == "km" else f"{number(amount, 1)} {unit}"


def length(km: float) -> str:
    """Return a distance, in metres where kilometres would say nothing."""
    if km < NEAR_KM:
        return f"{number(max(round(km * 100) * 10, 10), 0)} m"
    return f"{number(km, 1)} km"


def _word(criterion: str, canonical: str) -> str:
    if canonical == CONFIDENTIAL:
        return str(_("valeur confidentielle"))
    if canonical == "same":
        return str(_("la même ressource"))
    if canonical == "no_guess":
        return str(_("aucune supposition"))
    closed = WORDS.get(criterion)
    if closed and canonical in set(closed):
        return labels.label(closed(canonical))
    use = state.use_label(canonical)
    return named(use) if use else canonical


def distance(rough: str) -> str:
    """Return a rough distance ('<2', '>50', '' unknown) in words."""
    if not rough:
        return str(_("distance inconnue"))
    if rough.startswith("<"):
        return str(_("à moins de %(km)s km", km=rough[1:]))
    return str(_("à plus de %(km)s km", km=rough[1:]))
