"""What an import changes of a thing, in the words of the interface."""

from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain.enums import Direction, Provenance, Rhythm, Unit
from symbiosis.domain.imports import Deed, OutcomeLine
from symbiosis.web.labels import label

PARTS: dict[str, Any] = {
    "name": _("Nom"), "nace": _("Code NAF"), "naf2025": _("NAF 2025"), "commune": _("Commune"), "lat": _("Latitude"),
    "lon": _("Longitude"), "headcount": _("Effectif"), "activity": _("Activité"), "siret": _("SIRET"),
    "closed_at": _("Fermé le"), "firm_id": _("Établissement"), "direction": _("Sens"), "text": _("Quoi"),
    "waste_code": _("Code déchet"), "quantity": _("Quantité"), "quantity_text": _("Quantité, comme écrite"),
    "quantity_max": _("Quantité au plus"), "unit": _("Unité"), "rhythm": _("Rythme"), "quality": _("Qualité"),
    "temperature_c": _("Température"), "use_text": _("Débouché"), "provenance": _("Source du flux"), "as_of": _("Date"),
    "source": _("Source"), "operation": _("Traitement"), "below_threshold": _("Sous le seuil de déclaration"),
}  # fmt: skip
CLOSED: dict[str, type[StrEnum]] = {
    "provenance": Provenance, "rhythm": Rhythm, "unit": Unit, "direction": Direction
}  # fmt: skip
CHANGED = (Deed.UPDATED, Deed.CLOSED)


def parts(line: OutcomeLine) -> str:
    """Return which parts of a thing change, the name of the column for any other line."""
    if line.deed not in CHANGED:
        return line.column
    return ", ".join(str(PARTS.get(name, name)) for name in line.column.split(", "))


def values(line: OutcomeLine) -> str:
    """Return what a line says of values, those of closed lists in words."""
    names, told = line.column.split(", "), line.value.split(" ; ")
    if line.deed not in CHANGED or len(names) != len(told):
        return line.value
    return " ; ".join(_in_words(CLOSED.get(name), value) for name, value in zip(names, told, strict=True))


def _in_words(kind: type[StrEnum] | None, value: str) -> str:
    if kind is None:
        return value
    sides = (str(label(kind(side))) if side in set(kind) else side for side in value.split(" → "))
    return " → ".join(sides)


FILTERS = {"import_parts": parts, "import_values": values}
