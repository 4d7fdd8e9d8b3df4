"""The forms of a firm's file: the firm, a person, a note."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from flask_babel import gettext as _

from symbiosis.domain.contacts import Contact
from symbiosis.domain.firm_file import Note, NoteKind
from symbiosis.domain.firms import Firm
from symbiosis.services import firm_file
from symbiosis.web.declare_form import decimal
from symbiosis.web.forms import Form, too_long, typed, with_errors

NAME, LINE, TEXT, MOST_HEADS = 120, 200, 2000, 1_000_000
NACE = re.compile(r"(\d{2})\.?(\d{1,2})?([A-Z])?", re.ASCII)
MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE = re.compile(r"[+0-9 ().-]{6,30}")


def read_firm(data: Mapping[str, str], communes: Collection[str], held: Firm | None) -> tuple[Form, Firm | None]:
    """Return what was typed, and the firm it means; `held` is the one being changed, whose id stays."""
    form = typed(data)
    checked = with_errors(
        form, siret="" if held else _siret(form), name=_required(form, "name", NAME), nace=_nace(form),
        activity=too_long(form, "activity", LINE), commune=_commune(form, communes), headcount=_headcount(form),
        lat=_degrees(form, "lat", 90), lon=_degrees(form, "lon", 180),
    )  # fmt: skip
    return checked, None if checked.errors else _firm(checked, held)


def read_note(data: Mapping[str, str], who: str, today: date) -> tuple[Form, Note | None]:
    """Return what was typed, and the note it means."""
    form = typed(data)
    checked = with_errors(
        form, kind="" if form.get("kind") in set(NoteKind) else _("Choisissez une réponse dans la liste."),
        on=_past(form.get("on"), today), text=_required(form, "text", TEXT),
    )  # fmt: skip
    note = None if checked.errors else Note("", NoteKind(form.get("kind")), form.get("on"), form.get("text"), who)
    return checked, note


def read_contact(data: Mapping[str, str], firm_id: str, today: str) -> tuple[Form, Contact | None]:
    """Return what was typed, and the person it means."""
    form = typed(data)
    mail, phone = form.get("mail"), form.get("phone")
    checked = with_errors(
        form, name=_required(form, "name", NAME), role=too_long(form, "role", NAME),
        phone="" if not phone or PHONE.fullmatch(phone) else _("Un numéro comme 03 83 00 00 00."),
        mail="" if not mail or MAIL.fullmatch(mail) else _("Une adresse comme prenom.nom@entreprise.fr."),
        consent_wording=_consent(form),
    )  # fmt: skip
    if checked.errors:
        return checked, None
    consents = bool(form.get("consent"))
    return checked, Contact(
        form.get("contact_id"), firm_id, form.get("name"), form.get("role"), phone, mail, today if consents else "",
        form.get("consent_wording") if consents else "",
    )  # fmt: skip


def _firm(form: Form, held: Firm | None) -> Firm:
    name, commune = form.get("name"), form.get("commune")
    own_id = firm_file.siret(form.get("siret")) or firm_file.new_id(name, commune)
    codes = tuple(dict.fromkeys(_code(part) for part in form.get("nace").replace(",", " ").split()))
    known = held or Firm(own_id, name)  # what the form does not ask stays as it is
    return replace(
        known, name=name, nace=codes, commune=commune, lat=decimal(form.get("lat")), lon=decimal(form.get("lon")),
        headcount=int(form.get("headcount")) if form.get("headcount") else None, activity=form.get("activity"),
    )  # fmt: skip


def _code(text: str) -> str:
    found = NACE.fullmatch(text.upper())
    return f"{found[1]}.{found[2]}" if found and found[2] else text[:2]


def _siret(form: Form) -> str:
    if not form.get("siret") or firm_file.siret(form.get("siret")):
        return ""
    told = _("Ce n'est pas un SIRET : quatorze chiffres, dont le dernier vérifie les autres. Relisez-le, ou videz.")
    return str(told)


def _nace(form: Form) -> str:
    parts = form.get("nace").replace(",", " ").upper().split()
    good = all(NACE.fullmatch(part) for part in parts)
    return "" if good else str(_("Un code NAF s'écrit comme 10.71 ou 1071C ; séparez-en plusieurs par une espace."))


def _commune(form: Form, communes: Collection[str]) -> str:
    known = not form.get("commune") or form.get("commune") in communes
    return "" if known else str(_("Choisissez une réponse dans la liste."))


def _headcount(form: Form) -> str:
    text = form.get("headcount")
    good = not text or (text.isascii() and text.isdigit() and int(text[:9]) <= MOST_HEADS and len(text) < 9)  # noqa: PLR2004
    return "" if good else str(_("Un nombre entier de personnes, comme 12."))


def _degrees(form: Form, name: str, most: int) -> str:
    value, other = decimal(form.get(name)), form.get("lon" if name == "lat" else "lat")
    if not form.get(name):
        return str(_("Donnez la latitude et la longitude, ou aucune des deux.")) if other else ""
    good = value is not None and abs(value) <= most
    return "" if good else str(_("Des degrés décimaux, comme 48,7741."))


def _required(form: Form, name: str, most: int) -> str:
    return too_long(form, name, most) if form.get(name) else str(_("À remplir."))


def _past(text: str, today: date) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return str(_("Indiquez une date, comme 2027-03-31."))
    return "" if day <= today else str(_("Une note parle de ce qui a eu lieu : aujourd'hui ou avant."))


def _consent(form: Form) -> str:
    if form.get("consent") and not form.get("consent_wording"):
        return str(_("Écrivez à quoi cette personne a dit oui, et comment."))
    return too_long(form, "consent_wording", LINE)
