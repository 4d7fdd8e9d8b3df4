"""The firms of a lead, side by side, line by line."""

from collections.abc import Callable
from dataclasses import dataclass

from flask_babel import gettext as _

from symbiosis.domain.enums import Provenance
from symbiosis.domain.views import FlowLine, PartyFile
from symbiosis.web.i18n import day, number
from symbiosis.web.labels import label
from symbiosis.web.values import quantity, quoted, sectors, unknown

SIDE_BY_SIDE = 2


@dataclass(frozen=True)
class Column:
    """One firm's values, in the order of the comparison's names; `sure` is a Provenance value."""

    firm_id: str
    name: str
    role: str
    cells: tuple[str, ...]
    sure: str


@dataclass(frozen=True)
class Comparison:
    """What is compared, and each firm's values; `upright` when there are too many firms for columns."""

    names: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def upright(self) -> bool:
        """Tell whether firms are better read as lines than as columns."""
        return len(self.columns) > SIDE_BY_SIDE


def compare(parties: tuple[PartyFile, ...]) -> Comparison:
    """Return the comparison, without the lines that say nothing of anybody."""
    names, readers = zip(*_lines(), strict=True)
    cells = [[read(party) for read in readers] for party in parties]
    keep = [i for i in range(len(names)) if any(row[i] for row in cells)]
    columns = tuple(
        Column(
            party.firm.id, party.firm.name, label(party.role), tuple(row[i] or unknown() for i in keep), _sure(party)
        )
        for party, row in zip(parties, cells, strict=True)
    )
    return Comparison(tuple(names[i] for i in keep), columns)


def _lines() -> list[tuple[str, Callable[[PartyFile], str]]]:
    return [
        (str(_("Secteur")), lambda p: sectors(p.firm.nace) if p.firm.nace else p.firm.activity),
        (str(_("Commune")), lambda p: p.commune_name),
        (str(_("Dans ses mots")), _each(_words)),
        (str(_("Quantité")), _each(_amount)),
        (str(_("Rythme")), _each(lambda f: label(f.rhythm) if f.rhythm else "")),
        (
            str(_("Température")),
            _each(lambda f: f"{number(f.temperature_c, 1)} °C" if f.temperature_c is not None else ""),
        ),
        (str(_("Code déchet")), _each(lambda f: f.waste_code)),
        (str(_("Qualité")), _each(lambda f: f.quality)),
        (str(_("Source")), _source),
        (str(_("Date")), _each(lambda f: day(f.as_of) if f.as_of else "")),
    ]


def _each(read: Callable[[FlowLine], str]) -> Callable[[PartyFile], str]:
    return lambda party: " ; ".join(dict.fromkeys(text for flow in party.flows if (text := read(flow))))


def _words(flow: FlowLine) -> str:
    if flow.hidden:
        return str(_("mots confidentiels"))
    return f"{quoted(flow.text)} ({_('retiré')})" if flow.withdrawn else quoted(flow.text)


def _amount(flow: FlowLine) -> str:
    if flow.hidden:
        return str(_("valeur confidentielle"))
    return quantity(flow.quantity, flow.unit) if flow.quantity is not None else ""


def _source(party: PartyFile) -> str:
    if not party.flows:
        return str(_("rien de connu : à demander"))
    return _each(lambda f: label(f.provenance))(party)


def _sure(party: PartyFile) -> str:
    if not party.flows:
        return Provenance.HYPOTHESIS.value
    return max((f.provenance for f in party.flows), key=list(Provenance).index).value
