"""Workshops, their cards and votes, in the graph."""

from collections.abc import Sequence

from symbiosis.domain.enums import Direction, SynergyKind, Unit
from symbiosis.domain.errors import NotFound
from symbiosis.domain.synergies import Proposal
from symbiosis.domain.workshops import CardLine, VoteLine, Workshop
from symbiosis.store import synergies
from symbiosis.store.session import Row, Store
from symbiosis.store.views import label


def put(store: Store, row: Row) -> None:
    """Start a workshop: a row of id, name, day, place, by, at."""
    store.write("workshops/put", **row)


def every(store: Store) -> list[Workshop]:
    """Return all workshops, latest first."""
    return [_workshop(row) for row in store.read("workshops/list")]


def get(store: Store, workshop_id: str) -> Workshop:
    """Return one workshop; NotFound when there is none."""
    rows = store.read("workshops/get", id=workshop_id)
    if not rows:
        raise NotFound(f"workshop {workshop_id}")
    return _workshop(rows[0])


def close(store: Store, workshop_id: str, at: str) -> None:
    """Say until when cards were taken; '' opens the workshop again."""
    store.write("workshops/close", id=workshop_id, at=at)


def put_card(store: Store, row: Row) -> None:
    """Make or mend a card."""
    store.write("workshops/put_card", row=row)


def say_again(store: Store, card_id: str, once: str, text: str) -> int:
    """Count that a card was said; return how often it was."""
    return int(store.write("workshops/say_again", id=card_id, once=once, text=text)[0]["times"])


def withdraw_card(store: Store, card_id: str, by: str, at: str) -> None:
    """Say that a card counts no more."""
    store.write("workshops/withdraw_card", id=card_id, by=by, at=at)


def cards(store: Store, workshop_id: str) -> list[CardLine]:
    """Return a workshop's cards, latest first, withdrawn ones too."""
    return [_card(row) for row in store.read("workshops/cards", workshop=workshop_id)]


def matches(store: Store, workshop_id: str) -> dict[str, set[str]]:
    """Return, by lead, the flows of cards that it rests on; none where it was only voted for."""
    found: dict[str, set[str]] = {}
    for row in store.read("workshops/matches", workshop=workshop_id):
        found.setdefault(row["id"], set()).update({row["flow"]} - {""})
    return found


def known(store: Store, workshop_id: str) -> dict[str, set[str]]:
    """Return, by lead that people know already, the flows of cards that say it again."""
    found: dict[str, set[str]] = {}
    for row in store.read("workshops/known", workshop=workshop_id):
        found.setdefault(row["id"], set()).add(row["flow"])
    return found


def unmatched(store: Store, workshop_id: str) -> list[tuple[str, str]]:
    """Return (card, flow) of those that wait to be matched with the territory."""
    return [(row["id"], row["flow"]) for row in store.read("workshops/unmatched", workshop=workshop_id)]


def matched(store: Store, card_id: str) -> None:
    """Say that a card was matched with the territory."""
    store.write("workshops/matched", id=card_id)


def united(store: Store, proposal: Proposal) -> bool:
    """Tell whether a group that the matcher proposes already unites two firms of this one."""
    if proposal.kind is not SynergyKind.MUTUALISATION:
        return False
    firms = [party.firm_id for party in proposal.parties]
    return bool(store.read("workshops/united", resource=proposal.resource_id, firms=firms)[0]["n"])


def propose(store: Store, workshop_id: str, proposals: Sequence[Proposal], about: Row) -> int:
    """Write leads between cards; what people judged stays as they left it. `about` holds `model` and `at`."""
    return synergies.raise_in(store, workshop_id, proposals, about)


def drop(store: Store, workshop_id: str, flow_id: str, resource_id: str) -> None:
    """Forget the leads that a card made, and its resource's groups, unless somebody judged or voted."""
    store.write("workshops/drop", workshop=workshop_id, flow=flow_id, resource=resource_id)


def put_vote(store: Store, row: Row) -> None:
    """Note that a firm is interested: a row of id, workshop, synergy, firm, by, at."""
    store.write("workshops/put_vote", **row)


def remove_vote(store: Store, vote_id: str, synergy_id: str) -> None:
    """Forget a vote; a lead that nobody votes for any more goes back where it came from."""
    store.write("workshops/remove_vote", id=vote_id)
    store.write("workshops/lower", synergy=synergy_id)


def votes(store: Store, workshop_id: str) -> list[VoteLine]:
    """Return a workshop's votes in their order."""
    rows = store.read("workshops/votes", workshop=workshop_id)
    return [VoteLine(r["id"], r["synergy"], r["firm_id"], r["firm_name"]) for r in rows]


def _workshop(row: Row) -> Workshop:
    return Workshop(row["id"], row["name"], row["day"], row["place"], not row["closed_at"], int(row["cards"]))


def _card(row: Row) -> CardLine:
    return CardLine(
        id=row["id"], firm_id=row["firm_id"], firm_name=row["firm_name"], nace=tuple(row["nace"] or ()),
        direction=Direction(row["direction"]), text=row["text"], quantity_text=row["quantity_text"] or "",
        quantity=row["quantity"], unit=Unit(row["unit"]) if row["unit"] else None, shown=bool(row["shown"]),
        outside=bool(row["outside"]), at=row["at"], times=int(row["times"]), also=tuple(row["also"] or ()),
        reuses=bool(row["reuses"]), withdrawn=bool(row["withdrawn_at"]), flow_id=row["flow_id"] or "",
        resource=label(row, "resource"),
    )  # fmt: skip
