"""What a lead would bring, in the reader's words: measures and ranges, rounded to what they are worth."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from symbiosis.domain.effects import Measure, Range
from symbiosis.web.i18n import number

MEASURES = {
    Measure.TONNE: (_("matière détournée"), _("t/an")),
    Measure.CUBIC_METRE: (_("volume réemployé"), _("m³/an")),
    Measure.MEGAWATT_HOUR: (_("énergie valorisée"), _("MWh/an")),
    Measure.PIECE: (_("pièces réemployées"), _("pièces/an")),
    Measure.HOUR: (_("heures partagées"), _("h/an")),
    Measure.CO2E: (_("émissions évitées"), _("kg CO₂e/an")),
    Measure.EURO: (_("gain des deux côtés ensemble"), _("€/an")),
}
FIGURES = 2  # significant ones: these are orders of magnitude


def measure(what: Measure) -> str:
    """Return what is counted."""
    return str(MEASURES[what][0])


def span(amount: Range, what: Measure) -> str:
    """Return a range with its unit."""
    low, high = rounded(amount.low), rounded(amount.high)
    told = {"low": number(low), "high": number(high), "unit": MEASURES[what][1]}
    if low == high:
        return str(gettext("%(high)s %(unit)s", **told))
    return str(gettext("de %(low)s à %(high)s %(unit)s", **told))


def rounded(value: float) -> float:
    """Return a figure with two significant digits."""
    return float(f"{value:.{FIGURES}g}") + 0.0
