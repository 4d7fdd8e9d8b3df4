"""One sentence per criterion: when it speaks for a lead, against it, or when nothing is known."""

from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _

from symbiosis.domain.synergies import Evidence
from symbiosis.web.i18n import language
from symbiosis.web.values import value


class Sentences(NamedTuple):
    """What to say of one criterion; each may use %(left)s, %(right)s and %(both)s."""

    plus: Any
    minus: Any
    unknown: Any


EVEN = _("Ne pèse ni pour ni contre (%(both)s).")
ONE_SIDED = {"resource", "age", "rules", "provenance"}  # criteria that need one value only

SENTENCES = {
    "substitution.resource": Sentences(
        _("Les mots des deux côtés sont bien reconnus (sûreté : %(both)s)."),
        _("Les mots sont mal reconnus (sûreté : %(both)s)."),
        _("On ne sait pas si les mots ont été bien compris."),
    ),
    "substitution.use": Sentences(
        _("Échange documenté : %(left)s (%(right)s)."),
        _("Débouché encore incertain : %(left)s (%(right)s)."),
        _("Aucun exemple connu de ce débouché."),
    ),
    "substitution.sector": Sentences(
        _("Le secteur « %(left)s » fait souvent cela : environ %(right)s des établissements, à dire d'expert."),
        _("Le secteur « %(left)s » fait rarement cela (%(right)s des établissements)."),
        _("On ne sait pas si ce secteur fait cela."),
    ),
    "substitution.asked": Sentences(
        _("L'établissement cherche cette chose même : ce que fait son secteur n'a plus à être supposé."), EVEN, EVEN
    ),
    "substitution.quantity": Sentences(
        _("Les quantités se répondent : %(left)s proposés pour %(right)s cherchés."),
        _("Les quantités sont éloignées : %(left)s proposés pour %(right)s cherchés."),
        _("Une des deux quantités est inconnue : à demander."),
    ),
    "substitution.rhythm": Sentences(
        _("Les rythmes s'accordent : %(left)s d'un côté, %(right)s de l'autre."),
        _("Les rythmes s'accordent mal : %(left)s d'un côté, %(right)s de l'autre ; un stockage serait à prévoir."),
        _("Un des deux rythmes est inconnu : à demander."),
    ),
    "substitution.quality": Sentences(
        _("La qualité et la forme dites se répondent : %(left)s proposé, %(right)s cherché."),
        _("La qualité ou la forme ne convient pas telle quelle : %(left)s proposé, %(right)s cherché."),
        _("La qualité n'est pas dite des deux côtés (proposé : %(left)s ; cherché : %(right)s) : à demander."),
    ),
    "substitution.alike": Sentences(
        _("Qualité et forme proposées et cherchées sont les mêmes : %(left)s."), EVEN, EVEN
    ),
    "substitution.trade": Sentences(
        EVEN, _("À vérifier avec les métiers : « %(left)s »."), _("Rien de connu des métiers ne s'y oppose.")
    ),
    "substitution.hours": Sentences(
        _("Les horaires et les saisons se rencontrent : %(left)s du besoin couvert, %(right)s de l'offre utilisé."),
        _("Les horaires ou les saisons se croisent peu : %(left)s du besoin couvert, %(right)s de l'offre utilisé."),
        _("Les horaires ou les saisons ne sont pas dits des deux côtés, ou cela se stocke."),
    ),
    "substitution.water": Sentences(
        _("L'eau proposée est assez propre : %(left)s, pour %(right)s."),
        _("L'eau proposée demande un traitement : %(left)s, pour %(right)s."),
        _("Ce n'est pas de l'eau, ou sa qualité n'est pas connue des deux côtés."),
    ),
    "substitution.temperature": Sentences(
        _("La température convient : %(left)s proposés pour %(right)s cherchés."),
        _(
            "La chaleur est trop froide telle quelle : %(left)s proposés pour %(right)s cherchés ; "
            "une pompe à chaleur la relèverait."
        ),
        _("La température n'est pas connue des deux côtés, ou ne compte pas ici."),
    ),
    "substitution.density": Sentences(
        _(
            "Assez de chaleur par mètre de conduite et par an : %(left)s ; "
            "un réseau se paie à partir de %(right)s environ."
        ),
        _(
            "Peu de chaleur par mètre de conduite et par an : %(left)s ; "
            "un réseau se paie à partir de %(right)s environ."
        ),
        _("Ce n'est pas de la chaleur, ou sa quantité ou la distance manque."),
    ),
    "substitution.distance": Sentences(
        _("Proches : %(left)s, pour une ressource qui supporte jusqu'à %(right)s de transport."),
        _("Éloignés : %(left)s, pour une ressource qui supporte au mieux %(right)s de transport."),
        _("La distance est inconnue : une adresse manque."),
    ),
    "substitution.rules": Sentences(
        _("La réglementation facilite cet échange (%(left)s)."),
        _("La loi demandera d'abord une autorisation ou une analyse : %(left)s."),
        _("On ne sait pas si cette ressource est réglementée."),
    ),
    "substitution.provenance": Sentences(
        _("Dit par les établissements eux-mêmes ou par un registre : %(both)s."),
        _("Un côté au moins est une hypothèse tirée du secteur : %(both)s."),
        _("On ne sait pas d'où viennent ces informations."),
    ),
    "substitution.age": Sentences(
        _("Informations récentes (%(both)s)."),
        _("Informations anciennes (%(both)s) : à faire confirmer."),
        _("On ne sait pas de quand datent ces informations."),
    ),
    "substitution.checked": Sentences(
        _("Dans ce secteur, cette supposition s'est vérifiée souvent : %(left)s (%(right)s au départ)."),
        _("Dans ce secteur, cette supposition s'est peu vérifiée : %(left)s (%(right)s au départ)."),
        _("Personne de ce secteur n'a encore dit si cette supposition est juste."),
    ),
    "substitution.chain": Sentences(
        _("Une chaîne de %(left)s."),
        _("Une chaîne : %(left)s à mettre d'accord plutôt que %(right)s."),
        _("Une chaîne."),
    ),
    "mutualisation.resource": Sentences(
        _("Les mots de tous sont bien reconnus (sûreté du moins clair : %(left)s)."),
        _("Les mots d'au moins un établissement sont mal reconnus (sûreté : %(left)s)."),
        _("On ne sait pas si les mots ont été bien compris."),
    ),
    "mutualisation.partners": Sentences(
        _("%(left)s, alors que partager devient intéressant à partir de : %(right)s."),
        _("%(left)s seulement ; partager devient intéressant à partir de : %(right)s."),
        _("On ne sait pas à partir de combien d'établissements cela devient intéressant."),
    ),
    "mutualisation.volume": Sentences(
        _("%(left)s en tout, au-delà du volume qui rend le partage intéressant (%(right)s)."),
        _("%(left)s en tout, en deçà du volume qui rend le partage intéressant (%(right)s)."),
        _("Le volume commun, ou celui à atteindre, est inconnu."),
    ),
    "mutualisation.rhythm": Sentences(
        _("Les rythmes s'accordent : %(left)s pour %(right)s."),
        _("Les rythmes diffèrent : %(left)s pour %(right)s seulement."),
        _("Moins de deux rythmes sont connus : à demander."),
    ),
    "mutualisation.closeness": Sentences(
        _("Voisins : %(left)s en moyenne, pour un partage intéressant jusqu'à %(right)s."),
        _("Dispersés : %(left)s en moyenne, pour un partage intéressant jusqu'à %(right)s."),
        _("Les distances sont inconnues : une adresse manque."),
    ),
    "mutualisation.provenance": Sentences(
        _("Dit par les établissements eux-mêmes : %(left)s sur %(right)s."),
        _("Peu l'ont dit eux-mêmes : %(left)s sur %(right)s."),
        _("On ne sait pas d'où viennent ces informations."),
    ),
    "mutualisation.age": Sentences(
        _("Informations récentes (%(both)s)."),
        _("Informations anciennes (%(both)s) : à faire confirmer."),
        _("On ne sait pas de quand datent ces informations."),
    ),
}


def is_unknown(e: Evidence) -> bool:
    """Tell whether a criterion weighs nothing because something was never told."""
    return e.points == 0 and not (e.left and (e.right or e.criterion in ONE_SIDED))


def sentence(kind: str, e: Evidence) -> str:
    """Return what one piece of evidence says, in the reader's language."""
    asked = e.criterion == "sector" and e.left == "same"
    alike = e.criterion == "quality" and e.left == e.right and e.points > 0
    said = SENTENCES.get(f"{kind}.{'asked' if asked else 'alike' if alike else e.criterion}")
    if said is None:  # a lead kept from an older model
        return ""
    if e.criterion == "trade":  # why, in French on the left, in English on the right
        e = e._replace(left=e.right if language() == "en" else e.left)
    left, right = value(e.criterion, e.left), value(e.criterion, e.right)
    both = left if left == right or not e.right else right if not e.left else f"{left} / {right}"
    return str(_choose(said, e)) % {"left": left, "right": right, "both": both}


def _choose(said: Sentences, e: Evidence) -> Any:
    if is_unknown(e):
        return said.unknown
    if e.points == 0:
        return EVEN
    return said.plus if e.points > 0 else said.minus
