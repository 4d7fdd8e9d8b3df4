"""The form of a card, and that of a workshop: typed in seconds, nothing typed is lost."""

from collections.abc import Mapping
from datetime import date
from uuid import uuid4

from flask_babel import gettext as _

from symbiosis.domain.enums import Direction
from symbiosis.domain.fold import fold
from symbiosis.domain.views import FirmLine
from symbiosis.domain.workshops import CardLine, Said
from symbiosis.services import browse
from symbiosis.web.declare_form import WORDS
from symbiosis.web.forms import Form, too_long, typed, with_errors
from symbiosis.web.state import store
from symbiosis.web.visitor import who
from symbiosis.web.workshop_pages import CardForm

NAME, QUANTITY, SUGGESTED = 120, 60, 8
OUTSIDE = "outside"  # what is chosen where none of the firms of that name is meant


def read_workshop(data: Mapping[str, str]) -> Form:
    """Return the form of a new workshop, with what is to be mended."""
    form = typed(data)
    name = "" if form.get("name") else _("Donnez un nom à l'atelier.")
    return with_errors(
        form, name=name or too_long(form, "name", NAME), day=_day(form), place=too_long(form, "place", NAME)
    )


def read_card(data: Mapping[str, str]) -> tuple[CardForm, Said | None]:
    """Return the card that was typed, or what is to be mended or chosen first."""
    form = typed(data)
    direction = "" if form.get("direction") in set(Direction) else _("Choisissez : j'ai, je cherche ou je partage.")
    words = too_long(form, "text", WORDS) if form.get("text") else _("Dites en quelques mots de quoi il s'agit.")
    firm_id, outside, entry = _firm(form)
    checked = with_errors(
        form, firm=entry.form.errors.get("firm"), direction=direction, text=words,
        quantity=too_long(form, "quantity", QUANTITY),
    )  # fmt: skip
    entry = CardForm(checked, entry.choices, entry.unknown)
    return entry, None if checked.errors else _said(form, firm_id, outside)


def again(card: CardLine) -> Form:
    """Return the form filled with a card, to be corrected."""
    shown = {"shown": "1"} if card.shown else {}
    outside = {"outside": "1"} if card.outside else {"firm_id": card.firm_id}
    return Form(
        {
            "firm": card.firm_name, "direction": card.direction.value, "text": card.text,
            "quantity": card.quantity_text, "once": uuid4().hex, **shown, **outside,
        }
    )  # fmt: skip


def named(line: FirmLine) -> str:
    """Return a firm as it is suggested and typed: its name, and its commune where it has one."""
    return f"{line.name} ({line.commune_name})" if line.commune_name else line.name


def suggestions(text: str) -> tuple[FirmLine, ...]:
    """Return the firms that a beginning may mean."""
    return browse.firm_list(store(), _name(text), "", 1).lines[:SUGGESTED] if text.strip() else ()


def _said(form: Form, firm_id: str, outside: str) -> Said:
    return Said(
        Direction(form.get("direction")), form.get("text"), form.get("quantity"), firm_id, outside,
        bool(form.get("shown")), form.get("once")[:40] or uuid4().hex, bool(form.get("apart")), who(),
    )  # fmt: skip


def _firm(form: Form) -> tuple[str, str, CardForm]:
    """Return (firm id, name of one from outside, what is to be chosen): one of the three says whose card it is."""
    name = form.get("firm")
    if not name:
        return "", "", CardForm(with_errors(form, firm=_("Dites de quelle entreprise vient la carte.")))
    if form.get("firm_id") and form.get("firm_was") == name:  # a name typed anew is another firm
        elsewhere = form.get("firm_id") == OUTSIDE
        return ("", name[:NAME], CardForm(form)) if elsewhere else (form.get("firm_id"), "", CardForm(form))
    lines = browse.firm_list(store(), _name(name), "", 1).lines
    same = [line for line in lines if fold(name) in (fold(line.name), fold(named(line)))]
    if form.get("outside") and not same:
        return "", name[:NAME], CardForm(form)
    return _found(form, tuple(same) or lines)


def _found(form: Form, lines: tuple[FirmLine, ...]) -> tuple[str, str, CardForm]:
    exact = [line for line in lines if fold(named(line)) == fold(form.get("firm"))] or list(lines)
    if len(exact) == 1:
        return exact[0].id, "", CardForm(form)
    if not lines:
        message = _("Aucun établissement ne porte ce nom : corrigez-le, ou dites qu'il est hors du territoire.")
        return "", "", CardForm(with_errors(form, firm=message), unknown=True)
    chosen = CardForm(with_errors(form, firm=_("Plusieurs établissements portent ce nom : lequel ?")), tuple(exact))
    return "", "", chosen


def _name(text: str) -> str:
    """Return what was typed without the commune that a suggestion adds.

    >>> _name("Maison Alpha (Champigneulles)")
    'Maison Alpha'
    """
    bare, bracket, _rest = text.strip().rpartition(" (")
    return bare if bracket and text.strip().endswith(")") else text.strip()


def _day(form: Form) -> str:
    try:
        date.fromisoformat(form.get("day"))
    except ValueError:
        return str(_("Indiquez une date, comme 2027-03-31."))
    return ""
