"""What is left out of an answer, on its page and in its files, in words: too many rows, or too many bytes."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_babel import ngettext

from symbiosis.domain.answers import Cut, LeftOut, Stop
from symbiosis.services.console import LIMIT_SECONDS
from symbiosis.web.i18n import number

HEAVY = _(
    "Avec la suivante, la réponse dépasse 16 Mo, ce qui peut être transmis d'un coup : rendez moins de colonnes ou des "
    "textes plus courts (left(texte, 200)). Un fichier, transmis par blocs de 500 lignes, en contient plus."
)
MANY = _("Ajoutez un filtre, comptez, ou emportez un fichier : il en contient jusqu'à 200 000.")
STOPPED: dict[Stop, Any] = {
    Stop.TIME: _("la requête a dépassé %(seconds)s secondes"),
    Stop.SIZE: _("les lignes suivantes dépassent 16 Mo par bloc de 500, rendez des valeurs plus courtes"),
    Stop.MEMORY: _("la requête demandait trop de mémoire"),
    Stop.CANCELLED: _("la requête a été annulée"),
}
OTHERWISE = _("la requête a été arrêtée en route, relancez-la")


def on_page(left: LeftOut, shown: int) -> str:
    """Return what to say of the rows that a page does not show."""
    told = {"shown": number(shown, 0)}
    first = ngettext(
        "Seule la première ligne est montrée.", "Seules les %(shown)s premières lignes sont montrées.", shown, **told
    )
    more = HEAVY if left.why is Cut.BYTES else f"{_others(left)} {MANY}"
    return f"{first} {more}"


def _others(left: LeftOut) -> str:
    told = {"left": number(left.rows, 0)}
    if left.more:
        return str(_("Au moins %(left)s autres ne le sont pas.", **told))
    return str(ngettext("Une autre ne l'est pas.", "%(left)s autres ne le sont pas.", left.rows, **told))


def in_file(left: LeftOut, rows: int) -> str:
    """Return what a file says that holds as many rows as one may."""
    told = {"rows": number(rows, 0), "left": number(left.rows, 0)}
    if left.more:
        return str(_("Coupé à %(rows)s lignes : au moins %(left)s autres n'y sont pas.", **told))
    return str(
        ngettext(
            "Coupé à %(rows)s lignes : une autre n'y est pas.",
            "Coupé à %(rows)s lignes : %(left)s autres n'y sont pas.",
            left.rows,
            **told,
        )
    )


def stopped(why: Stop, rows: int) -> str:
    """Return what a file says that was stopped after some rows."""
    reason = str(STOPPED.get(why, OTHERWISE)) % {"seconds": LIMIT_SECONDS}
    return str(_("Incomplet, coupé à %(rows)s lignes : %(reason)s.", rows=number(rows, 0), reason=reason))
