"""Words of the console and of the gallery."""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from flask import request, url_for
from flask_babel import lazy_gettext as _

from symbiosis.domain.enums import Judgement, Origin, Provenance, RefusalReason, SynergyKind, Unit
from symbiosis.domain.readable import LABELS
from symbiosis.services.saved import Saved
from symbiosis.web.asked import Asked, names
from symbiosis.web.labels import LABELS as LABELS_OF
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
    "commune": _("Code de la commune (vide : toutes)"), "at_least": _("Établissements au moins"),
    "limit": _("Lignes au plus"), "unit": _("Unité (t, m3, MWh…)"), "celsius": _("Degrés (°C) au moins"),
    "km": _("Distance (km) au plus"), "nace": _("Code NAF"), "resource": _("Identifiant de la ressource"),
    "firm": _("Identifiant de l'établissement"),
}  # fmt: skip

HEADINGS = {
    "asked": _("Posées"), "balance_t": _("Écart (t/an)"), "brings": _("Apport"), "code": _("Code"),
    "commune": _("Commune"), "country": _("Pays"), "direction": _("Sens"),
    "disposed": _("Éliminées autrement (t/an)"), "employees": _("Effectif"),
    "firm": _("Établissement"), "firms": _("Établissements"), "first": _("Premier"), "flows": _("Flux"),
    "from": _("De"), "giver": _("Donneur"), "gives_first": _("Le premier donne"),
    "gives_second": _("Le deuxième donne"), "gives_third": _("Le troisième donne"), "i": _("Lien"),
    "judgement": _("Décision"), "kind": _("Sorte"), "km": _("Distance (km)"), "known": _("Connus"),
    "landfilled": _("En décharge (t/an)"), "last": _("Dernier"), "lead": _("Piste"),
    "leads": _("Pistes"), "members": _("Membres"), "name": _("Nom"), "names": _("Noms"),
    "needed_t": _("Cherché (t/an)"), "needed_c": _("Cherchée à (°C)"),
    "needed_mwh": _("Cherchée (MWh/an)"), "needs": _("Besoins"), "no": _("Non"), "o": _("Lien de l'autre"),
    "offered_t": _("Offert (t/an)"),
    "offered_c": _("Offerte à (°C)"), "offered_mwh": _("Offerte (MWh/an)"), "offers": _("Offres"),
    "origin": _("Origine"), "other": _("Autre établissement"), "partners": _("Partenaires"), "place": _("Lieu"),
    "provenance": _("Source du flux"),
    "quantity": _("Quantité par an"), "rate": _("Justes (%)"), "reason": _("Raison"), "refusals": _("Refus"),
    "resource": _("Ressource"), "resources": _("Ressources"), "score": _("Score (points)"), "second": _("Deuxième"),
    "sector": _("Code NAF"), "share": _("Part (%)"), "taker": _("Preneur"), "takers": _("Preneurs"),
    "text": _("Ses mots"), "third": _("Troisième"), "through": _("Maillon"), "to": _("Vers"),
    "tonnes": _("Tonnes par an"), "unit": _("Unité"),
    "untold": _("Sans filière dite (t/an)"), "use": _("Débouché"), "year": _("Année"), "yes": _("Oui"),
}  # fmt: skip
DIRECTIONS = {
    "OFFERS": _("propose"), "NEEDS": _("cherche"), "POOLS": _("partage"), "offer": _("propose"), "need": _("cherche"),
    "share": _("partage"), "TYPICALLY_OFFERS": _("proposerait"), "TYPICALLY_NEEDS": _("chercherait"),
}  # fmt: skip
CODES: dict[str, dict[str, Any]] = {
    "direction": DIRECTIONS, "brings": DIRECTIONS, "kind": LABELS_OF[SynergyKind], "origin": LABELS_OF[Origin],
    "judgement": LABELS_OF[Judgement], "provenance": LABELS_OF[Provenance], "reason": LABELS_OF[RefusalReason],
    "unit": LABELS_OF[Unit],
}  # fmt: skip


def heading(column: str) -> str:
    """Return a column of the gallery in the reader's words."""
    return known(HEADINGS, column)


def code(column: str, value: str) -> str:
    """Return a value of a closed list in the reader's words, any other as it is."""
    return known(CODES.get(column, {}), value)


def saved_args(line: Saved) -> dict[str, Any]:
    """Return the address's arguments for a question that was kept."""
    held = {name: line.parameters[name] for name in names(line.text) if name in line.parameters}
    kinds = {name: "json" for name, value in held.items() if not isinstance(value, str)}
    kinds |= {name: "number" for name, value in held.items() if type(value) in (int, float)}
    written = {n: v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for n, v in held.items()}
    return {"q": line.text} | {f"p_{n}": v for n, v in written.items()} | {f"t_{n}": kind for n, kind in kinds.items()}


def look(asked: Asked, view: str) -> str:
    """Return the address of the same answer, looked at otherwise."""
    if not _is_explained():
        return f"{url_for('console.page')}?{urlencode(asked.args(view=_unless_usual(view)))}"
    return f"{url_for('console.explained', **request.view_args or {})}?{urlencode(_tuned(asked, view))}"


def file_address(asked: Asked, kind: str) -> str:
    """Return the address of the answer as a file."""
    if not _is_explained():
        return f"{url_for('console.file', kind=kind)}?{urlencode(asked.args(view=''))}"
    name = (request.view_args or {})["name"]
    return f"{url_for('console.explained_file', name=name, kind=kind)}?{urlencode(_tuned(asked))}"


def _is_explained() -> bool:
    return request.endpoint in ("console.explained", "console.explained_file")


def _unless_usual(view: str) -> str:
    return "" if view == "table" else view


def _tuned(asked: Asked, view: str = "") -> dict[str, str]:
    """Return of a question of the gallery what its reader chose."""
    args = asked.args(view=_unless_usual(view))
    return {name: text for name, text in args.items() if name == "view" or name.startswith("p_")}


FILTERS: dict[str, Callable[..., Any]] = {
    "view_name": lambda name: known(VIEWS, name), "file_name": lambda name: known(FILES, name),
    "theme_name": lambda name: known(THEMES, name), "parameter": lambda name: known(PARAMETERS, name),
    "properties": lambda label: ", ".join(sorted(LABELS.get(label, ()))), "saved_args": saved_args,
    "look": look, "file_address": file_address, "heading": heading, "coded": lambda text, column: code(column, text),
}  # fmt: skip
