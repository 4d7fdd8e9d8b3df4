"""The columns of the files one takes away, in the reader's words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from flask_babel import gettext as _

from symbiosis.domain.enums import Direction, Role
from symbiosis.domain.exported import Cell, Table
from symbiosis.domain.taken import FlowTaken, FollowedTaken, LeadTaken, Taken
from symbiosis.domain.views import FirmLine
from symbiosis.web.i18n import named, number
from symbiosis.web.labels import label
from symbiosis.web.labels import source as source_of
from symbiosis.web.values import sectors

GIVES, TAKES = (Role.GIVER, Role.THROUGH, Role.MEMBER), (Role.TAKER,)


class Say:
    """The reader's words for what comes again and again in a file, each looked up once."""

    def __init__(self) -> None:
        """Begin with none; the language is the reader's as long as the file is written."""
        once = lru_cache(maxsize=None, typed=True)  # two closed lists may share a value
        self.label, self.named, self.source = once(label), once(named), once(source_of)
        self.flow = once(_flow)
        self.truth = {True: str(_("oui")), False: str(_("non"))}


def leads(taken: Taken[LeadTaken]) -> Table:
    """Return the leads of the review."""
    say = Say()
    return Table(str(_("Pistes")), _lead_header(), (_lead(lead, say) for lead in taken.rows))


def followed(taken: Taken[FollowedTaken]) -> Table:
    """Return the followed leads, a line each."""
    header = (
        str(_("Dernière étape le")), str(_("Prochaine action")), str(_("Pour quand ?")), str(_("Qui s'en charge")),
        str(_("Ce que la synergie a permis")),
    )  # fmt: skip
    say = Say()
    rows = tuple((*_lead(f.lead, say), *_followed(f)) for f in taken.rows)
    return Table(str(_("Suivi")), (*_lead_header(), *header), rows)


def results(taken: Taken[FollowedTaken]) -> Table:
    """Return what the followed leads brought about, a line for each figure."""
    names = (
        _("Identifiant"), _("Ressource"), _("Année"), _("Quantité sur l'année"), _("Unité"), _("Source"),
        _("Noté par"), _("Date"),
    )  # fmt: skip
    rows = tuple(
        (f.lead.id, _what(f.lead), r.year, r.amount, label(r.measure), r.source, r.who, _day(r.at))
        for f in taken.rows
        for r in f.results
    )
    return Table(str(_("Chiffres")), _texts(names), rows)


def firms(lines: Iterable[FirmLine]) -> Table:
    """Return firms."""
    names = (
        _("Identifiant"), _("Nom"), _("Code NAF"), _("Activité"), _("Commune"), _("Effectif"), _("Nombre de flux"),
    )  # fmt: skip
    rows = tuple(
        (f.id, f.name, " ; ".join(f.nace), f.activity or (sectors(f.nace) if f.nace else ""), f.commune_name,
         f.headcount, f.flows)
        for f in lines
    )  # fmt: skip
    return Table(str(_("Établissements")), _texts(names), rows)


class Counted:
    """A table whose rows are counted while they are read."""

    def __init__(self, table: Table) -> None:
        """Begin at none."""
        self.count = 0
        self.table = replace(table, rows=self._counted(table.rows))

    def _counted(self, rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
        for row in rows:
            self.count += 1
            yield row


def about(facts: tuple[str, str, date], held: Counted, left_out: int) -> Table:
    """Return the sheet that says what the file holds, written after it: `facts` are its territory, address and day."""

    def rows() -> Iterator[tuple[Cell, ...]]:
        names = (_("Territoire"), _("Liste et filtres"), _("Date"), _("Lignes"))
        yield from zip(_texts(names), (*facts, held.count), strict=True)
        yield str(_("Lignes laissées de côté, car confidentielles")), left_out

    return Table(str(_("À propos")), (str(_("De ce fichier")), ""), rows())


def _lead_header() -> tuple[str, ...]:
    flow = (_("Unité"), _("Source"), _("Date"))
    names = (
        _("Identifiant"), _("Forme"), _("Origine"), _("Décision"), _("Ressource"), _("Débouché"), _("Points"),
        _("Modèle"), _("Repose sur une hypothèse"), _("Proposée le"), _("Donne ou partage"), _("Reçoit"),
        _("Identifiants"), _("Communes"), _("Quantité proposée par an"), *flow, _("Quantité cherchée par an"), *flow,
        _("Flux"), _("Source de la piste"),
    )  # fmt: skip
    return _texts(names)


def _lead(lead: LeadTaken, say: Say) -> tuple[Cell, ...]:
    return (
        lead.id, say.label(lead.kind), say.label(lead.origin), say.label(lead.judgement),
        say.named(lead.resource) if lead.resource else lead.text, say.named(lead.use) if lead.use else lead.use_text,
        lead.score, lead.model, say.truth[lead.hypothetical], _day(lead.proposed_at), _names(lead, GIVES),
        _names(lead, TAKES), " ; ".join(p.id for p in lead.parties),
        " ; ".join(dict.fromkeys(p.commune for p in lead.parties if p.commune)),
        *_amount(lead, Direction.OFFER, say), *_amount(lead, Direction.NEED, say),
        " ; ".join(map(say.flow, lead.flows)), say.source(lead.source) if lead.source else "",
    )  # fmt: skip


def _followed(line: FollowedTaken) -> tuple[Cell, ...]:
    figures = "; ".join(f"{r.year} : {number(r.amount or 0.0)} {label(r.measure)} ({r.source})" for r in line.results)
    return _day(line.moved_at), line.step.action, _day(line.step.on), line.step.by, figures


def _names(lead: LeadTaken, roles: tuple[Role, ...]) -> str:
    return " ; ".join(p.name for p in lead.parties if p.role in roles)


def _amount(lead: LeadTaken, direction: Direction, say: Say) -> tuple[Cell, ...]:
    """Return quantity, unit, source and date of the one flow in a direction; nothing where there are several."""
    mine = [flow for flow in lead.flows if flow.direction is direction]
    if len(mine) != 1:
        return None, "", "", ""
    flow = mine[0]
    return flow.quantity, say.label(flow.unit) if flow.unit else "", say.label(flow.provenance), flow.as_of


def _flow(flow: FlowTaken) -> str:
    amount = f"{number(flow.quantity)} {label(flow.unit)}" if flow.quantity is not None and flow.unit else ""
    known = ", ".join(part for part in (flow.waste_code, amount, label(flow.provenance), flow.as_of) if part)
    return f"{flow.firm} {label(flow.direction)} {flow.text} ({known})"


def _what(lead: LeadTaken) -> str:
    return named(lead.resource) if lead.resource else lead.text


def _day(at: str) -> Cell:
    try:
        return date.fromisoformat(at[:10])
    except ValueError:
        return at


def _texts(names: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(name) for name in names)
