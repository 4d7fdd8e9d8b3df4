"""Words of the console and of the gallery."""

from collections.abc import Callable
from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain.readable import LABELS
from symbiosis.services.saved import Saved
from symbiosis.web.asked import names
from symbiosis.web.labels import known

VIEWS = {"table": _("Tableau"), "chart": _("Graphique"), "graph": _("Graphe")}
FILES = {
    "csv": _("CSV pour tableur français"), "csv-plain": _("CSV simple"), "xlsx": _("XLSX"), "json": _("JSON"),
    "graphml": _("GraphML"), "geojson": _("GeoJSON"), "parquet": _("Parquet"),
}  # fmt: skip
THEMES = {
    "flows": _("Flux et tonnages"), "leads": _("Pistes et partages"), "territory": _("Le territoire et sa fragilité"),
    "energy": _("Chaleur et énergie"), "knowledge": _("Hypothèses et connaissances"),
}  # fmt: skip
PARAMETERS = {
    "lang": _("Langue"), "commune": _("Code de la commune (vide : toutes)"), "at_least": _("Établissements au moins"),
    "limit": _("Lignes au plus"), "unit": _("Unité (t, m3, MWh…)"), "celsius": _("Degrés (°C) au moins"),
    "km": _("Distance (km) au plus"), "nace": _("Code NAF"), "resource": _("Identifiant de la ressource"),
    "firm": _("Identifiant de l'établissement"),
}  # fmt: skip


def saved_args(line: Saved) -> dict[str, Any]:
    """Return the address's arguments for a question that was kept."""
    held = {name: line.parameters[name] for name in names(line.text) if name in line.parameters}
    kinds = {name: "number" for name, value in held.items() if isinstance(value, int | float)}
    kinds |= {name: "json" for name, value in held.items() if isinstance(value, list | dict | bool | None)}
    return {"q": line.text} | {f"p_{n}": v for n, v in held.items()} | {f"t_{n}": kind for n, kind in kinds.items()}


FILTERS: dict[str, Callable[..., Any]] = {
    "view_name": lambda code: known(VIEWS, code), "file_name": lambda code: known(FILES, code),
    "theme_name": lambda code: known(THEMES, code), "parameter": lambda code: known(PARAMETERS, code),
    "properties": lambda label: ", ".join(sorted(LABELS.get(label, ()))), "saved_args": saved_args,
}  # fmt: skip
