"""Two or three leads, line by line."""

from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import gettext as _

from symbiosis.web.i18n import day, named, percent, signed
from symbiosis.web.labels import label
from symbiosis.web.lead import Lead
from symbiosis.web.values import quantity


@dataclass(frozen=True)
class Line:
    """One thing compared: its name, a cell for each lead, and whether it is one of the reasons."""

    name: str
    cells: tuple[str, ...]
    reason: bool = False


def side_by_side(leads: tuple[Lead, ...]) -> tuple[Line, ...]:
    """Return what is compared, without the lines that say nothing of any lead."""
    facts = (Line(name, tuple(read(lead) for lead in leads)) for name, read in _facts())
    names = dict.fromkeys(reason.name for lead in leads for reason in lead.reasons)
    reasons = (Line(name, tuple(_reason(lead, name) for lead in leads), True) for name in names)
    return tuple(line for line in (*facts, *reasons) if any(line.cells))


def _facts() -> list[tuple[str, Callable[[Lead], str]]]:
    return [
        (str(_("Forme")), lambda lead: label(lead.file.line.kind)),
        (str(_("Décision")), lambda lead: label(lead.file.line.judgement)),
        (str(_("Débouché")), lambda lead: named(lead.file.use) if lead.file.use else lead.file.use_text),
        (str(_("Établissements")), lambda lead: "\n".join(_party(lead, i) for i in range(len(lead.file.parties)))),
        (str(_("Quantité")), _quantities),
        (str(_("Proposée le")), lambda lead: day(lead.file.proposed_at)),
        (str(_("Points")), lambda lead: signed(lead.file.line.score) if lead.file.line.score is not None else ""),
        (str(_("Chance de réalisation (indicatif)")), _chance),
    ]


def _party(lead: Lead, position: int) -> str:
    party = lead.file.parties[position]
    place = f", {party.commune_name}" if party.commune_name else ""
    return f"{party.firm.name}{place} ({label(party.role)})"


def _chance(lead: Lead) -> str:
    return percent(lead.chance.probability) if lead.chance else ""


def _quantities(lead: Lead) -> str:
    told = (
        f"{label(flow.direction)} {quantity(flow.quantity, flow.unit)} ({label(flow.provenance)}, {flow.as_of})"
        for party in lead.file.parties
        for flow in party.flows
        if flow.quantity is not None
    )
    return "\n".join(told)


def _reason(lead: Lead, name: str) -> str:
    return next((f"{r.written}\n{r.sentence}" for r in lead.reasons if r.name == name), "")
