"""How indicators are worded: ranges, methods, and the French reference they answer."""

from math import floor, log10
from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain.effects import Measure, Range
from symbiosis.web.i18n import number
from symbiosis.web.picture_pages import Elipse

MEASURES: dict[Measure, Any] = {
    Measure.TONNE: _("Matières échangées"), Measure.CUBIC_METRE: _("Eau échangée"),
    Measure.MEGAWATT_HOUR: _("Énergie échangée"), Measure.PIECE: _("Objets échangés"),
    Measure.HOUR: _("Temps partagé"), Measure.CO2E: _("Émissions évitées"),
    Measure.EURO: _("Économies"),
}  # fmt: skip
UNITS: dict[Measure, Any] = {
    Measure.TONNE: _("t/an"), Measure.CUBIC_METRE: _("m³/an"),
    Measure.MEGAWATT_HOUR: _("MWh/an"), Measure.PIECE: _("pièces/an"),
    Measure.HOUR: _("h/an"), Measure.CO2E: _("kg CO2e/an"), Measure.EURO: _("€/an"),
}  # fmt: skip
EXCHANGED = _(
    "Le plus petit des deux côtés ; de 0 à ce qui est dit quand un seul côté l'a dit. La même tonne n'est comptée "
    "qu'une fois : pour ce qui est réalisé d'abord, puis confirmé, puis possible."
)
METHODS: dict[Measure, Any] = {
    Measure.TONNE: EXCHANGED, Measure.CUBIC_METRE: EXCHANGED, Measure.MEGAWATT_HOUR: EXCHANGED,
    Measure.PIECE: EXCHANGED, Measure.HOUR: EXCHANGED,
    Measure.CO2E: _(
        "Quantité × facteur, moins le transport. Tant qu'on ignore ce qui arrivait à la tonne avant, on compte de "
        "rien jusqu'à la plus forte de deux émissions, son élimination ou la matière neuve remplacée, jamais les deux."
    ),
    Measure.EURO: _(
        "Élimination et achat évités, moins préparation et transport ; pour une mutualisation, économie par "
        "établissement moins les trajets. Ordres de grandeur de nos tables, de moitié à une fois et demie."
    ),
}  # fmt: skip
TOLD_DIGITS = 3


def measure(value: Measure) -> str:
    """Return what is counted."""
    return str(MEASURES[value])


def unit(value: Measure) -> str:
    """Return its unit, a year."""
    return str(UNITS[value])


def method(value: Measure) -> str:
    """Return how it is worked out."""
    return str(METHODS[value])


def interval(found: Range) -> str:
    """Return a range with no more digits than it deserves; one number where both ends are the same."""
    low, high = (number(told(end)) for end in (found.low, found.high))
    return low if low == high else str(_("%(low)s à %(high)s", low=low, high=high))


def told(value: float) -> float:
    """Return a number with three telling digits.

    >>> told(37777.2), told(0.0), told(-1234.5)
    (37800.0, 0.0, -1230.0)
    """
    return 0.0 if not value else round(value, TOLD_DIGITS - 1 - floor(log10(abs(value))))


def elipse() -> tuple[Elipse, ...]:
    """Return what of the French reference is covered, and what cannot be known yet."""
    told_elsewhere = _("Rien dans les données ne le dit : à demander aux établissements ou à l'intercommunalité.")
    lines = (
        (_("Quantités de matières, d'eau et d'énergie échangées"), True, _("t, m³ et MWh, ci-dessus")),
        (_("Émissions de gaz à effet de serre évitées"), True, _("kg CO2e, ci-dessus")),
        (_("Gains économiques des établissements"), True, _("€, ci-dessus, en ordres de grandeur")),
        (_("Établissements engagés"), True, _("ceux d'une synergie confirmée ou réalisée")),
        (_("Synergies selon leur forme et leur état"), True, _("tableau ci-dessus")),
        (_("Territoire concerné"), True, _("par commune, ci-dessus")),
        (_("Emplois créés ou maintenus"), False, told_elsewhere),
        (_("Gouvernance et implication des acteurs"), False, told_elsewhere),
        (_("Modèle économique et financement de l'animation"), False, told_elsewhere),
        (_("Coopération, confiance et montée en compétences"), False, told_elsewhere),
    )
    return tuple(Elipse(str(theme), covered, str(how)) for theme, covered, how in lines)
