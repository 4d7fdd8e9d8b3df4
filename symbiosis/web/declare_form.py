"""The declaration form: plain words first, figures where they are known."""

import re
from collections.abc import Mapping
from enum import StrEnum

from flask_babel import gettext as _

from symbiosis.domain.amounts import Amount, Usual
from symbiosis.domain.enums import Direction, Provenance, Rhythm, Unit
from symbiosis.domain.flows import Flow
from symbiosis.services.measure import measure
from symbiosis.web.forms import Form, too_long, typed, with_errors
from symbiosis.web.i18n import asked
from symbiosis.web.state import state, store

WORDS, DETAIL = 300, 200
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
WASTE = re.compile(r"(\d{2})\s*(\d{2})\s*(\d{2})\s*(\*?)", re.ASCII)
COLDEST, HOTTEST = -273.15, 3000.0


def read_declaration(data: Mapping[str, str], firm_id: str) -> tuple[Form, Flow | None]:
    """Return what was typed, and the flow it means when nothing is to be mended."""
    form = typed(data)
    checked = with_errors(
        form, direction=_chosen(form, "direction", Direction, True), text=_words(form), quantity=_quantity(form),
        unit=_unit(form), rhythm=_chosen(form, "rhythm", Rhythm), temperature_c=_temperature(form),
        waste_code=_waste(form), quality=too_long(form, "quality", DETAIL), use_text=too_long(form, "use_text", DETAIL),
    )  # fmt: skip
    return checked, None if checked.errors else _flow(checked, firm_id)


def amount_errors(form: Form) -> dict[str, str]:
    """Return what to mend in a quantity and its unit, where one is given; no quantity is none to mend."""
    return {"quantity": _quantity(form) if form.get("quantity") else "", "unit": _unit(form)}


def decimal(text: str) -> float | None:
    """Return a number as people write it ('12,5', '1 200'); None when it is none.

    >>> decimal("1 200,5")
    1200.5
    """
    bare = re.sub(r"[\s\u00a0\u202f]", "", text)
    if len(bare) > 20 or not NUMBER.fullmatch(bare):  # noqa: PLR2004
        return None
    return float(bare.replace(",", "."))


def _flow(form: Form, firm_id: str) -> Flow:
    amount, warmth = told_amount(form), decimal(form.get("temperature_c"))
    code = WASTE.fullmatch(form.get("waste_code"))
    return Flow(
        id="", firm_id=firm_id, direction=Direction(form.get("direction")), text=form.get("text"),
        waste_code=" ".join(code.groups()[:3]) + code[4] if code else "", quantity=amount.value,
        unit=amount.unit, rhythm=Rhythm(form.get("rhythm")) if form.get("rhythm") else amount.rhythm,
        temperature_c=warmth, quality=form.get("quality"), use_text=form.get("use_text"),
        provenance=Provenance.DECLARED, quantity_text="" if decimal(amount.typed) is not None else amount.typed,
    )  # fmt: skip


def _chosen(form: Form, name: str, closed: type[StrEnum], required: bool = False) -> str:
    text = form.get(name)
    if text in set(closed) or (not text and not required):
        return ""
    return str(_("Choisissez une réponse dans la liste."))


def _words(form: Form) -> str:
    if not form.get("text"):
        return str(_("Dites en quelques mots de quoi il s'agit."))
    return too_long(form, "text", WORDS)


def told_amount(form: Form) -> Amount:
    """Return the quantity per year a form tells: a number in the chosen unit, or words with a unit of their own."""
    unit = Unit(form.get("unit")) if form.get("unit") in set(Unit) else None
    known = state().known.current(store())
    return measure(form.get("quantity"), known, form.get("text"), Usual(unit or Unit.TONNE, "year"))


def _quantity(form: Form) -> str:
    if not form.get("quantity"):
        return "" if form.get("unknown") else str(_("Indiquez une quantité, ou cochez « je ne sais pas »."))
    doubt = told_amount(form).doubt
    return asked(doubt) if doubt else ""


def _unit(form: Form) -> str:
    """Return what to mend in the unit, which words with a unit of their own need not."""
    bare = decimal(form.get("quantity")) is not None
    return _chosen(form, "unit", Unit, bare) if form.get("quantity") else ""


def _temperature(form: Form) -> str:
    text = form.get("temperature_c")
    warmth = decimal(text)
    if not text or (warmth is not None and COLDEST <= warmth <= HOTTEST):
        return ""
    return str(_("Indiquez une température en °C, comme 60 ou -18."))


def _waste(form: Form) -> str:
    if not form.get("waste_code") or WASTE.fullmatch(form.get("waste_code")):
        return ""
    return str(_("Un code déchet a six chiffres, et * s'il est dangereux : 15 01 01 ou 07 01 04*."))
