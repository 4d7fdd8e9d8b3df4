"""What analysts read, the copy or the Neo4j itself, and why the one or the other, in the reader's words."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from symbiosis.domain.answers import Bar, Barred, Copy
from symbiosis.web.i18n import moment

MOST = 3
WHY: dict[Bar, Any] = {
    Bar.UNREACHABLE: _("elle ne répond pas au compte des analystes (l'adresse, l'identifiant ou le mot de passe)"),
    Bar.LABELS: _("le compte des analystes y voit des nœuds qui doivent rester cachés (%(names)s)"),
    Bar.PROPERTIES: _("le compte des analystes y voit des propriétés qui doivent rester cachées (%(names)s)"),
    Bar.RELATIONS: _("le compte des analystes y voit des relations qui doivent rester cachées (%(names)s)"),
    Bar.WITHDRAWN: _("le compte des analystes y voit des flux retirés (%(names)s)"),
    Bar.WRITES: _("le compte des analystes a le droit de faire plus que lire (%(names)s)"),
    Bar.FUNCTIONS: _("le compte des analystes peut y appeler d'autres fonctions que celles de Cypher (%(names)s)"),
    Bar.UNKNOWN: _("elle ne dit pas ce que le compte des analystes peut y faire (%(names)s)"),
    Bar.BEHIND: _("ce serveur ne contient pas encore les derniers changements"),
    Bar.HIDING: _(
        "quelque chose vient d'être rendu confidentiel, corrigé ou retiré, et des pistes peuvent encore en parler ; "
        "elle est lue de nouveau quand la copie est refaite, au plus un quart d'heure après"
    ),
    Bar.NO_COPY: _("la première copie, qui dit ce qui peut être lu, n'est pas encore faite"),
}


def read_from(copy: Copy) -> str:
    """Return what an answer is read from."""
    if copy.live:
        return str(gettext("Base principale, lue le %(date)s", date=moment(copy.made_at)))
    return str(gettext("Copie de lecture du %(date)s", date=moment(copy.made_at)))


def told(found: Copy | Barred | None) -> str:
    """Return what is read where a Neo4j may be, and why; '' where none may."""
    if found is None:
        return ""
    if isinstance(found, Copy):
        return str(gettext("La console et les questions lisent la base Neo4j elle-même, avec le compte des analystes."))
    why = str(WHY[found.why]) % {"names": _names(found.names)}
    return str(
        gettext("La console et les questions lisent la copie de lecture et non la base Neo4j : %(why)s.", why=why)
    )


def _names(names: tuple[str, ...]) -> str:
    shown, more = ", ".join(names[:MOST]), len(names) - MOST
    return str(gettext("%(names)s et %(more)s autres", names=shown, more=more)) if more > 0 else shown
