"""A firm's own workbook, to be filled at leisure and sent back."""

from flask import Blueprint, Response
from flask_babel import force_locale
from flask_babel import gettext as _

from symbiosis.domain.access import Right
from symbiosis.domain.enums import Direction, Rhythm, Unit
from symbiosis.domain.free_columns import NOTICE_SHEET
from symbiosis.domain.sight import NOTHING
from symbiosis.services.firm_sheet import SheetWords, workbook
from symbiosis.services.take_away import XLSX
from symbiosis.web.access import needs
from symbiosis.web.i18n import number
from symbiosis.web.labels import label
from symbiosis.web.state import store

bp = Blueprint("firm_sheet", __name__)


@bp.get("/firms/<firm_id>/workbook.xlsx")
@needs(Right.JUDGE)
def template(firm_id: str) -> Response:
    """Give a firm's workbook, filled with its flows; what is confidential stays out."""
    return filled(firm_id)


def filled(firm_id: str) -> Response:
    """Return the workbook of a firm as a file."""
    headers = {"Content-Disposition": 'attachment; filename="flux.xlsx"'}
    with force_locale("fr"):  # its columns and lists are read back in French
        content = workbook(store(), firm_id, _words(), NOTHING)
    return Response(content, mimetype=XLSX, headers=headers)


def _words() -> SheetWords:
    says = {
        Direction.OFFER: str(_("J'ai")),
        Direction.NEED: str(_("Je cherche")),
        Direction.SHARE: str(_("Je partage")),
    }
    return SheetWords(str(_("Flux")), NOTICE_SHEET, _notice(), _columns(), says, {r: label(r) for r in Rhythm}, _amount)


def _columns() -> tuple[str, ...]:
    return (
        str(_("Sens")), str(_("Quoi")), str(_("Quantité (avec son unité)")), str(_("Rythme")),
        str(_("Température (°C)")), str(_("Qualité")), str(_("Code déchet")), str(_("Débouché imaginé")),
        str(_("Date")), str(_("Réf. flux")), str(_("Réf. établissement")),
    )  # fmt: skip


def _notice() -> tuple[str, ...]:
    return (
        str(_("1. Relisez les lignes déjà remplies : corrigez ce qui a changé.")),
        str(_("2. Ajoutez une ligne par chose que vous avez, cherchez ou partageriez ; le sens se choisit.")),
        str(_("3. Écrivez la quantité comme vous la dites : 12,5 t/an, 200 L/sem, 3 bennes de 15 m3 par mois.")),
        str(_("4. Ce que vous ne savez pas reste vide. Ne touchez pas aux deux dernières colonnes.")),
        str(_("5. Renvoyez le fichier : chaque ligne est vérifiée avant d'être enregistrée.")),
    )


def _amount(quantity: float, unit: Unit) -> str:
    written = {Unit.PIECE: "pièces", Unit.HOUR: "heures"}.get(unit, unit.value)
    return f"{number(quantity, 6)} {written}/an".replace("\u202f", " ").replace("\u00a0", " ")
