"""The words of imports: kinds of files, states, what became of a row."""

from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain.imports import Deed, ImportKind, ImportState

HEAD = (
    _("Résultat"), _("Sorte"), _("Identifiant"), _("Nom"), _("Fichier"), _("Ligne"), _("Colonne"), _("Valeur"),
    _("À faire"),
)  # fmt: skip
NOUNS = {"firm": _("établissement"), "flow": _("flux"), "synergy": _("synergie"), "": ""}
MESSAGES = {
    "internal_error": _("une erreur interne l'a arrêté ; elle est au journal du serveur"),
    "interrupted": _("le programme s'est arrêté avant la fin"),
}
HINTS = {
    "sirene": _(
        "StockEtablissement de l'INSEE (zip, CSV ou Parquet), avec StockUniteLegale pour les noms et le fichier de "
        "géolocalisation si vous les avez. Seules les communes du territoire sont gardées."
    ),
    "irep": _(
        "etablissements.csv et les fichiers Prod_dechets ou Trait_dechets d'une année de Géorisques, ou leur zip. Les "
        "déchets des établissements connus ici deviennent des flux observés."
    ),
    "trackdechets": _(
        "Export du registre de Trackdéchets, entrant ou sortant (CSV ou XLSX). Les mouvements sont additionnés par "
        "établissement, code et année."
    ),
    "companies": _("Réponses JSON de l'API Recherche d'entreprises ; seules les communes du territoire sont gardées."),
    "workbook": _(
        "Ce que des entreprises ont, cherchent ou partageraient : le classeur repris sur leur page, ou leur propre "
        "tableau (.xlsx, .xls, .ods, .csv), aux colonnes libres."
    ),
    "identified": _(
        "Des synergies trouvées avant ce service, aux colonnes libres : qui, avec qui, quoi, où elle en est. Les noms "
        "sont reliés aux établissements ; ce qui laisse un doute vous est demandé."
    ),
    "territory": _("firms.csv, flows.csv, synergies.csv et territory.json, ou un zip de ces fichiers."),
}  # fmt: skip

LABELS: dict[type[StrEnum], dict[str, Any]] = {
    ImportKind: {
        "sirene": _("répertoire SIRENE"), "companies": _("Recherche d'entreprises"),
        "irep": _("déchets déclarés (IREP, GEREP)"), "trackdechets": _("registre Trackdéchets"),
        "territory": _("dossier de territoire"), "workbook": _("tableur de flux"),
        "identified": _("synergies déjà identifiées"),
    },
    ImportState: {
        "reading": _("lecture en cours"), "previewed": _("aperçu prêt, rien n'est chargé"), "queued": _("en attente"),
        "running": _("chargement en cours"), "done": _("chargé"), "failed": _("échoué, rien n'est chargé"),
        "undoing": _("annulation en cours"), "undone": _("annulé"),
    },
    Deed: {
        "refused": _("refusé"), "noted": _("à savoir"), "closed": _("fermé"), "updated": _("mis à jour"),
        "created": _("créé"), "unchanged": _("inchangé"), "removed": _("retiré"), "restored": _("remis comme avant"),
        "kept": _("laissé"),
    },
}  # fmt: skip

FILTERS = {
    "import_hint": lambda kind: str(HINTS[kind.value]),
    "import_noun": lambda noun: str(NOUNS[noun]),
    "import_trouble": lambda code: str(MESSAGES.get(code, code)),
}
