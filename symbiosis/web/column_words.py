"""What the columns of people's spreadsheets hold, in words."""

from typing import Any

from flask_babel import lazy_gettext as _

COLUMNS: dict[str, Any] = {
    "firm": _("entreprise (nom)"), "siret": _("SIRET"),
    "firm_ref": _("référence de l'établissement"), "flow_ref": _("référence du flux"),
    "direction": _("sens (j'ai, je cherche, je partage)"),
    "text": _("de quoi il s'agit"), "offer": _("ce qui est proposé ou jeté"),
    "need": _("ce qui est cherché"), "share": _("ce qui se partagerait"),
    "quantity": _("quantité"), "unit": _("unité"), "rhythm": _("rythme"),
    "temperature": _("température"), "quality": _("qualité"),
    "waste_code": _("code déchet"), "use": _("débouché"), "date": _("date"),
    "giver": _("qui donne"), "taker": _("qui reçoit"),
    "firms": _("entreprises concernées"), "kind": _("forme de synergie"),
    "status": _("état d'avancement"), "source": _("source"),
    "shown": _("nom visible"),
}  # fmt: skip
