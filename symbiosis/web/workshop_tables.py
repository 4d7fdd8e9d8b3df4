"""A workshop's report as tables: cards, leads with their votes, next steps."""

from flask_babel import gettext as _

from symbiosis.domain.enums import Direction
from symbiosis.domain.exported import Table
from symbiosis.domain.workshops import Board, CardLine, Match, Next, Step, next_steps
from symbiosis.web.i18n import named
from symbiosis.web.labels import label, unit
from symbiosis.web.lead import what

TABLES = ("cards", "matches", "steps")


def tables(board: Board) -> dict[str, Table]:
    """Return the tables by the name they have in an address."""
    return dict(zip(TABLES, (_cards(board), _matches(board), _steps(board)), strict=True))


def says(direction: Direction) -> str:
    """Return what a card begins with."""
    words = {Direction.OFFER: _("J'ai"), Direction.NEED: _("Je cherche"), Direction.SHARE: _("Je partage")}
    return str(words[direction])


def _cards(board: Board) -> Table:
    header = (
        _("Entreprise"),
        _("La carte dit"),
        _("Quoi"),
        _("Compris comme"),
        _("Quantité par an"),
        _("Unité"),
        _("Dans ses mots"),
    )
    return Table(str(_("Cartes")), tuple(map(str, header)), tuple(map(_card, board.standing)))


def _card(card: CardLine) -> tuple[str | float | None, ...]:
    return (
        card.firm_name, says(card.direction), card.text, named(card.resource) if card.resource else "", card.quantity,
        unit(card.unit.value) if card.unit else "", card.quantity_text,
    )  # fmt: skip


def _matches(board: Board) -> Table:
    header = (_("Piste"), _("Forme"), _("Établissements"), _("Où"), _("Votes"), _("Intéressés"), _("État"))
    return Table(str(_("Pistes")), tuple(map(str, header)), tuple(map(_match, board.matches)))


def _match(match: Match) -> tuple[str | float | None, ...]:
    line = match.line
    where = _("dans la salle") if match.in_room else _("avec le territoire")
    return (
        what(line), label(line.kind), " ; ".join(party.name for party in line.parties), str(where), len(match.votes),
        " ; ".join(vote.firm_name for vote in match.votes), label(line.judgement),
    )  # fmt: skip


def _steps(board: Board) -> Table:
    header = (_("Entreprise"), _("À faire"), _("Au sujet de"), _("Avec"))
    rows = tuple((firm.firm_name, *_step(step)) for firm in next_steps(board) for step in firm.steps)
    return Table(str(_("La suite")), tuple(map(str, header)), rows)


def _step(step: Step) -> tuple[str, str, str]:
    todo = {
        Next.CALL: _("appeler"), Next.CLARIFY: _("demander ce que cela veut dire"),
        Next.MEASURE: _("demander la quantité"), Next.WAIT: _("la garder informée"),
    }[step.kind]  # fmt: skip
    if step.match:
        return str(todo), what(step.match.line), " ; ".join(party.name for party in step.match.line.parties)
    return str(todo), step.card.text if step.card else "", ""
