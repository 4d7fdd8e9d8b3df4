"""What a lead would bring, in the reader's words: measures and ranges, rounded to what they are worth."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from symbiosis.domain.effects import Measure, Range
from symbiosis.web.i18n import number

UNITS = {
    Measure.TONNE: _("t/an"), Measure.CUBIC_METRE: _("m³/an"), Measure.MEGAWATT_HOUR: _("MWh/an"),
    Measure.PIECE: _("pièces/an"), Measure.HOUR: _("h/an"), Measure.CO2E: _("kg CO₂e/an"), Measure.EURO: _("€/an"),
}  # fmt: skip
FIGURES = 2  # significant ones: these are orders of magnitude


def span(amount: Range, what: Measure) -> str:
    """Return a range with its unit."""
    low, high = rounded(amount.low), rounded(amount.high)
    told = {"low": number(low), "high": number(high), "unit": UNITS[what]}
    if low == high:
        return str(gettext("%(high)s %(unit)s", **told))
    return str(gettext("de %(low)s à %(high)s %(unit)s", **told))


def rounded(value: float) -> float:
    """Return a figure with two significant digits."""
    return float(f"{value:.{FIGURES}g}") + 0.0
