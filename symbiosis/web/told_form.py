"""The form in which somebody agrees to what was understood, or changes it."""

from collections.abc import Mapping
from dataclasses import replace

from symbiosis.domain.flows import Flow
from symbiosis.services.hear import Heard, meaning
from symbiosis.web.declare_form import read_declaration
from symbiosis.web.forms import Form, typed
from symbiosis.web.state import state, store

FIELDS = ("direction", "text", "waste_code", "unit", "rhythm", "quality", "use_text")


def of_heard(heard: Heard) -> Form:
    """Return the form of what was understood: the likeliest is proposed, nothing is decided."""
    proposed = {
        "direction": heard.direction.value, "text": heard.text, "quantity": _number(heard.quantity),
        "unit": heard.unit or "", "rhythm": heard.rhythm or "", "unknown": "" if heard.quantity else "1",
        "resource": heard.resources[0].id if heard.resources else "",
    }  # fmt: skip
    return Form(proposed)


def of_flow(flow: Flow, resource_id: str) -> Form:
    """Return the form of a flow that was told."""
    said = {name: str(getattr(flow, name) or "") for name in FIELDS}
    numbers = {"quantity": _number(flow.quantity), "temperature_c": _number(flow.temperature_c)}
    flags = {"unknown": "" if flow.quantity else "1", "confidential": "1" if flow.confidential else ""}
    return Form(said | numbers | flags | {"resource": resource_id})


def read_telling(data: Mapping[str, str], firm_id: str) -> tuple[Form, Flow | None]:
    """Return what was typed, and the flow it means in words that mean the chosen resource."""
    form = typed(data)
    code = form.get("other_code") or form.get("waste_code")
    checked, flow = read_declaration({**form.values, "waste_code": code}, firm_id)
    checked = replace(checked, values={**form.values, **_mended(checked, form)})
    if flow is None:
        return checked, None
    secret = replace(flow, confidential=bool(form.get("confidential")))
    return checked, meaning(state().known.current(store()), secret, form.get("resource"))


def _mended(checked: Form, form: Form) -> dict[str, str]:
    return {"other_code": checked.get("waste_code")} if form.get("other_code") else {}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}".replace(".", ",")
