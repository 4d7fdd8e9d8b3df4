"""What people write for our closed lists, folded; and what to say of a firm's name that several bear."""

from symbiosis.domain.enums import Direction, Judgement, Rhythm, SynergyKind
from symbiosis.domain.free_columns import Column, NameAsked

DIRECTIONS = (
    (("j'ai", "jai", "offre", "propose", "je propose", "j'offre", "offer", "dechet", "sortant", "sortie", "cede"),
     Direction.OFFER),
    (("je cherche", "cherche", "besoin", "recherche", "demande", "need", "entrant", "entree", "achat"), Direction.NEED),
    (("je partage", "partage", "mutualisation", "mutualise", "share", "a partager"), Direction.SHARE),
)  # fmt: skip
OWN = {Column.OFFER: Direction.OFFER, Column.NEED: Direction.NEED, Column.SHARE: Direction.SHARE}
YES = frozenset({"oui", "yes", "vrai", "true", "1", "x"})
RHYTHMS = (
    (("continuous", "en continu", "continu", "permanent"), Rhythm.CONTINUOUS),
    (("daily", "chaque jour", "quotidien", "quotidienne", "journalier", "jour", "tous les jours"), Rhythm.DAILY),
    (("weekly", "chaque semaine", "hebdomadaire", "hebdo", "semaine", "toutes les semaines"), Rhythm.WEEKLY),
    (("monthly", "chaque mois", "mensuel", "mensuelle", "mois", "tous les mois"), Rhythm.MONTHLY),
    (("seasonal", "saisonnier", "saisonniere", "saison"), Rhythm.SEASONAL),
    (("batch", "par lots", "par lot", "lots", "ponctuel", "ponctuellement", "irregulier"), Rhythm.BATCH),
    (("once", "une seule fois", "une fois", "unique"), Rhythm.ONCE),
)
KINDS = (
    (("substitution", "echange", "flux", "valorisation", "reemploi"), SynergyKind.SUBSTITUTION),
    (("mutualisation", "partage", "groupe", "achat groupe", "collecte mutualisee"), SynergyKind.MUTUALISATION),
)
STATUSES = (
    (("", "identifiee", "identified", "identifie", "potentielle", "a etudier", "idee", "detectee"), None),
    (("proposed", "a examiner", "proposee"), None),
    (("confirmed", "confirmee", "retenue", "validee"), Judgement.CONFIRMED),
    (("refused", "refusee", "rejetee", "ecartee", "non retenue"), Judgement.REFUSED),
    (("deferred", "reportee", "en attente", "en pause"), Judgement.DEFERRED),
    (("contacted", "etablissements contactes", "contactee", "contact pris", "en contact"), Judgement.CONTACTED),
    (("studied", "a l'etude", "etude", "en cours", "en etude", "etude en cours"), Judgement.STUDIED),
    (("implemented", "realisee", "mise en oeuvre", "en place", "effective", "faite", "operationnelle"),
     Judgement.IMPLEMENTED),
    (("abandoned", "abandonnee", "arretee", "stoppee"), Judgement.ABANDONED),
)  # fmt: skip
# What to write for them, in the words of the interface.
KINDS_TOLD = "substitution, mutualisation"
STATUSES_TOLD = (
    "identifiée, à examiner, confirmée, refusée, reportée, établissements contactés, à l'étude, réalisée, abandonnée"
)


def name_problem(asked: NameAsked) -> str:
    """Return what to do about a name that is no firm's for sure."""
    if not asked.alternatives:
        return "aucun établissement ne porte un nom proche : le corriger, ou donner son SIRET"
    near = " ou ".join(f"« {name} » ({score} %)" for _, name, score in asked.alternatives[:3])
    return f"lequel est-ce : {near} ? Répondre sous « Vérifier les colonnes et les noms », ou donner son SIRET"
