"""The closed lists of the product, in the reader's words."""

import json
from enum import StrEnum
from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain import enums as e
from symbiosis.domain.access import Account
from symbiosis.domain.explored import Basis, Verdict
from symbiosis.domain.firm_file import NoteKind
from symbiosis.domain.follow_up import Measure, Only
from symbiosis.domain.passport import Whom
from symbiosis.domain.traces import Did
from symbiosis.web import import_words

LABELS: dict[type[StrEnum], dict[str, Any]] = {
    e.ResourceKind: {
        "material": _("matière"), "energy": _("énergie"), "water": _("eau"), "equipment": _("équipement"),
        "service": _("service"), "skill": _("compétence"), "space": _("espace"),
    },
    e.Direction: {"offer": _("propose"), "need": _("cherche"), "share": _("partage")},
    e.Provenance: {"declared": _("déclaré"), "observed": _("observé"), "hypothesis": _("hypothèse à vérifier")},
    e.Unit: {
        "t": _("t"), "kg": _("kg"), "m3": _("m³"), "L": _("L"), "kWh": _("kWh"), "MWh": _("MWh"),
        "piece": _("pièce(s)"), "hour": _("h"),
    },
    e.Rhythm: {
        "continuous": _("en continu"), "daily": _("chaque jour"), "weekly": _("chaque semaine"),
        "monthly": _("chaque mois"), "seasonal": _("saisonnier"), "batch": _("par lots"), "once": _("une seule fois"),
    },
    e.Hazard: {
        "no": _("non dangereux"), "yes": _("dangereux s'il devient un déchet"),
        "mirror": _("dangereux selon analyse (entrée miroir)"),
    },
    e.WaterGrade: {
        "loaded": _("eau chargée"), "light": _("eau peu chargée"), "raw": _("eau brute ou de refroidissement"),
        "clean": _("eau industrielle propre"), "drinking": _("eau potable"),
    },
    e.SynergyKind: {"substitution": _("substitution"), "mutualisation": _("mutualisation")},
    e.Origin: {
        "identified": _("déjà identifiée"), "matcher": _("proposée par le rapprochement"), "workshop": _("atelier"),
        "manual": _("saisie à la main"),
    },
    e.Judgement: {
        "proposed": _("à examiner"), "confirmed": _("confirmée"), "refused": _("refusée"), "deferred": _("reportée"),
        "contacted": _("établissements contactés"), "studied": _("à l'étude"), "implemented": _("réalisée"),
        "abandoned": _("abandonnée"),
    },
    e.Role: {"giver": _("donne"), "taker": _("reçoit"), "through": _("transforme"), "member": _("participe")},
    e.RefusalReason: {
        "quality": _("qualité qui ne convient pas"), "quantity": _("quantités sans rapport"), "too_far": _("trop loin"),
        "already_done": _("se fait déjà"), "contract": _("contrat en cours"), "regulation": _("réglementation"),
        "cost": _("trop cher"), "firm_declines": _("un établissement ne veut pas"),
        "wrong_data": _("données fausses"), "other": _("autre raison"),
    },
    e.JobState: {"queued": _("en attente"), "running": _("en cours"), "done": _("terminé"), "failed": _("échoué")},
    e.Maturity: {
        "common": _("courant"), "demonstrated": _("démontré ailleurs"), "research": _("au stade de la recherche"),
    },
    e.SharingMode: {
        "equipment": _("équipement commun"), "round": _("tournée commune"), "purchase": _("achat groupé"),
        "service": _("service commun"), "skill": _("compétence à temps partagé"), "space": _("espace partagé"),
    },
    Verdict: {
        "no": _("non dangereux"), "yes": _("dangereux"), "mirror": _("dangereux selon analyse (entrée miroir)"),
        "unknown": _("danger inconnu, à vérifier"),
    },
    Basis: {
        "same": _("a parlé de cette ressource"), "use": _("a parlé d'une autre ressource, pour le même débouché"),
        "sector": _("supposé d'après son secteur"),
    },
    e.CorrectionKind: {
        "resource_synonym": _("une expression désigne une ressource"),
        "use_synonym": _("une expression désigne un débouché"), "resource": _("une ressource manque"),
        "use": _("un débouché manque"), "usable_as": _("une ressource peut avoir un débouché de plus"),
        "performs": _("un secteur pratique un débouché de plus"),
        "not_usable_as": _("une ressource n'a pas ce débouché"),
        "not_performs": _("un secteur ne pratique pas ce débouché"),
        "not_typical": _("un secteur n'a pas d'habitude ce flux"),
    },
    Measure: {
        "t": _("t"), "m3": _("m³"), "MWh": _("MWh"), "EUR": _("€"), "kgCO2e": _("kg CO2e"),
    },
    NoteKind: {
        "call": _("appel"), "visit": _("visite"), "mail": _("courriel"), "meeting": _("réunion"), "other": _("autre"),
    },
    Only: {"late": _("en retard"), "asleep": _("qui dorment")},
    e.FlowChange: {
        "edited": _("corrigé"), "confirmed": _("confirmé, toujours vrai"), "withdrawn": _("retiré"),
        "restored": _("remis"),
    },
    e.Agreed: {"unknown": _("n'a pas encore répondu"), "yes": _("d'accord"), "no": _("ne veut pas")},
    Did: {
        "entered": _("est entré"), "failed": _("n'a pas pu entrer"), "left": _("est sorti"), "wrote": _("a écrit"),
        "read": _("a lu ce qui est confidentiel"), "took": _("a emporté un fichier"), "refused": _("s'est vu refuser"),
    },
    Account: {
        "company": _("entreprise"), "analyst": _("analyse"), "animator": _("animation"),
        "admin": _("administration"),
    },
    Whom: {
        "giver": _("à celui qui donne"), "taker": _("à celui qui reçoit"), "both": _("aux deux"),
        "carrier": _("au transporteur"), "dreal": _("à la DREAL (inspection des installations classées)"),
        "ddpp": _("à la DDPP (protection des populations)"), "ars": _("à l'ARS (agence de santé)"),
    },
    e.Answer: {"yes": _("Oui"), "no": _("Non"), "later": _("Je ne sais pas, rappeler plus tard")},
    **import_words.LABELS,
}  # fmt: skip

CRITERIA = {
    "resource": _("ressource"), "use": _("débouché"), "sector": _("secteur"), "quantity": _("quantités"),
    "rhythm": _("rythme"), "temperature": _("température"),
    "quality": _("qualité et forme"), "trade": _("mises en garde des métiers"), "hours": _("horaires et saison"),
    "water": _("qualité de l'eau"), "density": _("densité du lien"), "distance": _("distance"),
    "rules": _("réglementation"), "provenance": _("source des flux"), "age": _("fraîcheur"),
    "partners": _("partenaires"), "volume": _("volume"), "closeness": _("proximité"),
    "checked": _("suppositions vérifiées"), "chain": _("chaîne"),
}  # fmt: skip

SOURCES = {
    "expert estimate": _("estimation d'expert"),
    "ADEME, 1.5 MWh per metre and year": _("ADEME, seuil de 1,5 MWh par mètre et par an"),
    "seeds/attributes.csv, seeds/requirements.csv": _("tables de qualité (seeds/attributes.csv, requirements.csv)"),
    "seeds/trade_sense": _("ce que savent les métiers (seeds/trade_sense)"),
    "seeds/waters.csv": _("table des eaux (seeds/waters.csv)"),
    "answers noted here": _("réponses notées ici"),
    "break-even distance, docs/matching.md": _("distance d'équilibre économique (docs/matching.md)"),
    "Code de l'environnement, L541-4-2 et L541-7-1": _("Code de l'environnement, L541-4-2 et L541-7-1"),
    "demonstration, synthetic": _("démonstration, données synthétiques"),
}

PAYING = {  # « il manque 2 entreprises pour… »
    "equipment": _("que l'équipement commun soit rentable"), "space": _("que l'espace commun soit rentable"),
    "skill": _("que la compétence partagée soit rentable"), "service": _("que le service commun soit rentable"),
    "round": _("que la tournée soit rentable"), "purchase": _("que l'achat groupé soit rentable"),
}  # fmt: skip
QUALITIES = {  # what two numbers or designations told of quality are about
    "moisture": _("humidité"), "content": _("teneur"), "grading": _("granulométrie"), "size": _("dimensions"),
    "height": _("hauteur"), "refused": _("refuse"), "without": _("sans"), "bar": _("pression (bar)"),
    "kva": _("puissance (kVA)"), "area": _("surface (m²)"), "seats": _("places"), "slots": _("palettes"),
    "litre": _("contenance (L)"), "ton": _("charge (t)"), "metre": _("longueur (m)"),
}  # fmt: skip

SORTS = {
    "resources": _("ressources"), "uses": _("débouchés"), "sectors": _("secteurs"), "waste": _("codes déchets"),
}  # fmt: skip
CONFIDENCE = {"low": _("confiance faible"), "medium": _("confiance moyenne"), "high": _("confiance bonne")}

JOBS = {
    "rematch": _("rapprochement"), "decided": _("pistes suivantes après une décision"),
    "cards": _("cartes d'un atelier avec le territoire"),
    "relink": _("relecture des flux après une correction"), "reading": _("copie de lecture"),
    "import_preview": _("aperçu d'un import"), "import": _("import"), "import_undo": _("annulation d'un import"),
    "learn": _("révision du modèle d'après les décisions"), "portfolio": _("portefeuille"),
}  # fmt: skip
STAGES = {
    "copy": _("copie"), "portfolio": _("choix du portefeuille"), "learn": _("étude des décisions"),
    "cards": _("rapprochement des cartes"),
    "relink": _("relecture des flux"), "import_read": _("lecture du fichier"),
    "import_compare": _("comparaison avec l'existant"), "import_write": _("écriture"), "import_undo": _("annulation"),
    "read": _("lecture"), "pairs": _("substitutions"), "groups": _("mutualisations"), "write": _("écriture"),
}  # fmt: skip
MESSAGES = {
    "nothing_better": _("les décisions n'apprennent rien de mieux : le modèle reste"),
    "worker_died": _("le programme de fond s'est arrêté plusieurs fois"),
    "internal_error": _("erreur interne, voir le journal"), "import_previewed": _("aperçu prêt"),
    "import_done": _("import chargé"), "import_undone": _("import annulé"),
}  # fmt: skip


MATCHED = _(
    "%(proposals)s pistes, dont %(groups)s mutualisations et %(guesses)s reposant sur une hypothèse ; "
    "%(written)s écrites, %(withdrawn)s retirées"
)


ODD = _(
    "données à compléter : %(no_place)s établissements sans lieu, %(no_quantity)s flux sans quantité, "
    "%(not_positive)s de 0 ou moins, %(enormous)s invraisemblables, "
    "%(other_unit)s dans une unité qui ne se compare pas, %(no_temperature)s de chaleur sans température, "
    "%(no_taker)s offres que personne ne prend"
)
COPIED = _("%(nodes)s nœuds copiés en %(seconds)s s")
PLANNED = _("%(planned)s pistes retenues")


def outcome(message: str) -> str:
    """Return how a job ended: a run's figures or a known trouble in words, anything else as it is."""
    try:
        figures = dict(json.loads(message))
        words = PLANNED if "planned" in figures else COPIED if "nodes" in figures else MATCHED
        odd = f" ; {ODD % figures}" if "no_temperature" in figures else ""
        return str(words) % figures + odd
    except (ValueError, TypeError, KeyError):
        return known(MESSAGES, message)


def label(member: StrEnum) -> str:
    """Return a closed list's value in the reader's words."""
    return str(LABELS[type(member)][member.value])


def reason(value: str) -> str:
    """Return why a decision was taken: a refusal's reason, or that it takes the former one back."""
    if value == "undo":
        return str(_("décision annulée"))
    return str(LABELS[e.RefusalReason].get(value, value))


def known(words: dict[str, Any], value: str) -> str:
    """Return the reader's word for a code, the code itself when there is none."""
    return str(words.get(value, value))


def source(code: str) -> str:
    """Return where a lead comes from, in words where it is one of ours."""
    return known(SOURCES, code)


def unit(value: str) -> str:
    """Return a unit as it is written, one for the resource's own."""
    return label(e.Unit(value)) if value else ""
