"""What is said about accounts and sessions."""

from typing import Any

from flask_babel import lazy_gettext as _

from symbiosis.domain.accounts import BadAccount, Ended
from symbiosis.services.enter_by_provider import Stranger

ENDED: dict[Ended, Any] = {
    Ended.IDLE: _("Votre session s'est fermée après quatre heures sans activité. Reconnectez-vous pour continuer."),
    Ended.TOO_OLD: _("Votre session s'est fermée : elle dure au plus douze heures. Reconnectez-vous pour continuer."),
    Ended.ROLE: _("Vos droits ont changé : votre session s'est fermée. Reconnectez-vous pour en tenir compte."),
    Ended.PASSWORD: _("Le mot de passe de ce compte a changé : connectez-vous avec le nouveau."),
    Ended.EVERYWHERE: _("Vos sessions ont été fermées, ici et ailleurs. Reconnectez-vous pour continuer."),
    Ended.REMOVED: _("Ce compte n'existe plus : demandez à la personne qui administre le service."),
    Ended.CLOSED: _("Votre session est fermée. Reconnectez-vous pour continuer."),
}  # fmt: skip
WRONG: dict[BadAccount, Any] = {
    BadAccount.LOGIN: _("Un identifiant a 2 à 100 lettres sans accent, chiffres ou . _ % + @ -, comme une adresse."),
    BadAccount.LOGIN_TAKEN: _("Cet identifiant est déjà pris."),
    BadAccount.NAME: _("Un nom a 1 à 60 caractères : il signe les décisions."),
    BadAccount.NAME_TAKEN: _("Un autre compte porte ce nom, qui signe les décisions : ajoutez une initiale."),
    BadAccount.FIRM: _("Un compte d'entreprise, et lui seul, demande le numéro d'un établissement du territoire."),
    BadAccount.PASSWORD: _("Choisissez au moins douze caractères variés, sans votre identifiant, et pas l'ancien."),
    BadAccount.LAST_ADMIN: _("C'est la dernière personne qui administre le service : nommez-en d'abord une autre."),
    BadAccount.OLD_PASSWORD: _("L'ancien mot de passe n'est pas celui-ci."),
    BadAccount.TOO_OFTEN: _("Trop d'essais : attendez cinq minutes avant de recommencer."),
}  # fmt: skip
STRANGER: dict[Stranger, Any] = {
    Stranger.UNKNOWN: _("Aucune règle de ce service ne connaît votre adresse."),
    Stranger.NO_FIRM: _("L'établissement pour lequel vous vous êtes identifié n'est pas dans ce territoire."),
    Stranger.LOGIN_TAKEN: _("Un compte avec mot de passe porte déjà votre adresse : connectez-vous avec lui."),
}  # fmt: skip
FIELD = {
    BadAccount.LOGIN: "login", BadAccount.LOGIN_TAKEN: "login", BadAccount.NAME: "name", BadAccount.NAME_TAKEN: "name",
    BadAccount.FIRM: "firm", BadAccount.PASSWORD: "new", BadAccount.OLD_PASSWORD: "old", BadAccount.LAST_ADMIN: "role",
    BadAccount.TOO_OFTEN: "new",
}  # fmt: skip


def ended(why: Ended) -> str:
    """Return why a session is over and what to do."""
    return str(ENDED[why])


def wrong(what: BadAccount) -> str:
    """Return what to mend in an account."""
    return str(WRONG[what])
