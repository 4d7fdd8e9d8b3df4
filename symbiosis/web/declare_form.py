"""The declaration form: plain words first, figures where they are known."""

import math
import re
from collections.abc import Mapping
from enum import StrEnum

from flask_babel import gettext as _

from symbiosis.domain.enums import Direction, Provenance, Rhythm, Unit
from symbiosis.domain.flows import Flow
from symbiosis.web.forms import Form, too_long, typed, with_errors

WORDS, DETAIL = 300, 200
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
WASTE = re.compile(r"(\d{2})\s*(\d{2})\s*(\d{2})\s*(\*?)", re.ASCII)
COLDEST, HOTTEST, MOST = -273.15, 3000.0, 1e9


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
    amount, warmth = decimal(form.get("quantity")), decimal(form.get("temperature_c"))
    code = WASTE.fullmatch(form.get("waste_code"))
    return Flow(
        id="", firm_id=firm_id, direction=Direction(form.get("direction")), text=form.get("text"),
        waste_code=" ".join(code.groups()[:3]) + code[4] if code else "", quantity=amount,
        unit=Unit(form.get("unit")) if amount is not None else None,
        rhythm=Rhythm(form.get("rhythm")) if form.get("rhythm") else None, temperature_c=warmth,
        quality=form.get("quality"), use_text=form.get("use_text"), provenance=Provenance.DECLARED,
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


def _quantity(form: Form) -> str:
    text = form.get("quantity")
    if not text:
        return "" if form.get("unknown") else str(_("Indiquez une quantité, ou cochez « je ne sais pas »."))
    amount = decimal(text)
    if amount is None:
        return str(_("« %(text)s » n'est pas un nombre : écrivez par exemple 12,5.", text=text[:40]))
    if not 0 < amount <= MOST or math.isnan(amount):
        return str(_("La quantité doit être plus grande que zéro, et au plus un milliard."))
    return ""


def _unit(form: Form) -> str:
    if not form.get("quantity"):
        return ""
    return _chosen(form, "unit", Unit, True)


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
