"""Why a question has no answer, in the reader's words."""

from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain.answers import Found, Stop, Stopped, Wrong
from symbiosis.services.console import LIMIT_SECONDS, TOGETHER_SECONDS
from symbiosis.services.export import NothingToDraw
from symbiosis.web.asked import LONGEST
from symbiosis.web.console_pages import Trouble
from symbiosis.web.i18n import number

STOPPED: dict[Stop, Any] = {
    Stop.TIME: _(
        "La requête a été arrêtée : elle a dépassé %(seconds)s secondes. Réduisez-la : un LIMIT, un filtre de plus, ou "
        "des motifs reliés entre eux."
    ),
    Stop.CANCELLED: _("La requête a été annulée. Elle est gardée ici."),
    Stop.SIZE: _(
        "Rien n'est montré : la première ligne dépasse à elle seule 16 Mo, ce qui peut être transmis d'un coup. Rendez "
        "une partie de la liste (liste[0..100]) ou du texte (left(texte, 200)), ou comptez au lieu de rassembler."
    ),
    Stop.DEEP: _(
        "La réponse n'a pas pu être transmise : des listes y sont imbriquées dans des listes sur plus de 100 niveaux. "
        "Rendez des valeurs plus plates."
    ),
    Stop.MEMORY: _(
        "La requête a été arrêtée : elle demandait trop de mémoire. Réduisez-la, ou comptez au lieu de rassembler."
    ),
    Stop.BUSY: _("Deux requêtes tournent déjà, le maximum. La vôtre est gardée : relancez-la dans un instant."),
    Stop.LOST: _("Le moteur de lecture ne répond plus et redémarre. Votre requête est gardée : relancez-la."),
    Stop.NO_COPY: _(
        "La copie de lecture n'est pas encore faite : elle se prépare en tâche de fond, en général en moins d'une "
        "minute (voir Travaux). Votre requête est gardée."
    ),
    Stop.NO_GRAPH: _(
        "La base de données principale ne répond pas. Sans elle, nul ne sait ce qui a été rendu confidentiel ou retiré "
        "depuis que la copie de lecture est faite : la copie ne répond donc pas non plus. Votre requête est gardée : "
        "relancez-la dans une minute."
    ),
    Stop.HIDING: _(
        "Quelque chose vient d'être rendu confidentiel, corrigé ou retiré. La copie de lecture l'ôte par lots, toutes "
        "les %(together)s secondes, et ne dit rien d'ici là. Votre requête est gardée : relancez-la dans un instant."
    ),
    Stop.CHANGED: _(
        "La copie de lecture a changé pendant la réponse : elle a été refaite, ou quelque chose y a été rendu "
        "confidentiel, corrigé ou retiré. Votre requête est gardée : relancez-la."
    ),
}
AGAIN = (Stop.BUSY, Stop.LOST, Stop.NO_COPY, Stop.NO_GRAPH, Stop.HIDING, Stop.CHANGED)
DRAW = {
    "graphml": _(
        "Cette réponse ne contient ni nœud ni relation : rien à écrire en GraphML. Rendez les nœuds eux-mêmes."
    ),
    "geojson": _("Rien dans cette réponse n'a de lieu : rendez des nœuds Firm ou Commune, ou des colonnes lat et lon."),
}
NOTES = {
    Found.GUESSED: _("Le moteur ne dit pas où ; voici le mot qu'il nomme."),
    Found.NOWHERE: _("Le moteur ne dit pas où, et ce qu'il nomme n'est pas à un seul endroit de la requête."),
}
FORBIDDEN = ("not idempotent", "not allowed", "are disabled")


def of(error: Exception, text: str) -> Trouble:
    """Return what to say of an error."""
    if isinstance(error, Stopped):
        said = str(STOPPED[error.why]) % {"seconds": LIMIT_SECONDS, "together": TOGETHER_SECONDS}
        return Trouble(said, again=error.why in AGAIN)
    if isinstance(error, NothingToDraw):
        return Trouble(str(DRAW[str(error)]))
    assert isinstance(error, Wrong)
    if any(word in error.message for word in FORBIDDEN):
        return Trouble(
            str(_("La console ne fait que lire : cette requête écrit, ou appelle ce qui n'est pas permis ici.")),
            error.message,
        )
    words, place = str(_("Le moteur refuse cette requête.")), _place(error, text)
    note = str(NOTES.get(error.found if place else Found.NOWHERE, ""))
    return Trouble(words, error.message, error.line, place, note=note)


def cancelled(any_ran: bool) -> Trouble:
    """Return what to say after a cancel."""
    return Trouble(str(STOPPED[Stop.CANCELLED] if any_ran else _("Rien ne tournait : il n'y avait rien à annuler.")))


def too_long(length: int) -> Trouble:
    """Return what to say of a question that no address can hold."""
    told = {"length": number(length, 0), "most": number(LONGEST, 0)}
    return Trouble(
        str(_("Cette requête est trop longue pour une adresse : %(length)s caractères, pour %(most)s au plus.", **told))
    )


def _place(error: Wrong, text: str) -> tuple[str, str, str] | None:
    lines = text.split("\n")
    if not 1 <= error.line <= len(lines):
        return None
    line, at = lines[error.line - 1], max(0, error.column - 1)
    word = next((i for i in range(at, len(line)) if line[i].isspace()), len(line))
    return line[:at], line[at : max(word, at + 1)] or "…", line[max(word, at + 1) :]
