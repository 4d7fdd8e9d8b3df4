"""Workshops: start one, look at all of it, close it, vote in it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from symbiosis.domain.clock import now
from symbiosis.domain.ids import stable_id
from symbiosis.domain.views import PartyLine, SynergyLine
from symbiosis.domain.workshops import Board, CardLine, InRoom, Match, VoteLine, Workshop, in_order
from symbiosis.store import firms, leads, synergies, territory, views, workshops
from symbiosis.store.session import Store

MOST_MATCHES = 200  # shown of those with the territory; all of the room are


def create(store: Store, name: str, day: str, place: str, who: str) -> str:
    """Start a workshop and return its id; the same name on the same day is the same workshop."""
    workshop_id = stable_id("workshop", name, day)
    workshops.put(store, {"id": workshop_id, "name": name, "day": day, "place": place, "by": who, "at": now()})
    return workshop_id


def listed(store: Store) -> list[Workshop]:
    """Return all workshops, latest first."""
    return workshops.every(store)


def one(store: Store, workshop_id: str) -> Workshop:
    """Return a workshop; NotFound when there is none."""
    return workshops.get(store, workshop_id)


def version(store: Store) -> str:
    """Return what changes whenever something a workshop shows may have."""
    held = territory.get(store)
    return str(held["version"]) if held else ""


def close(store: Store, workshop_id: str, closed: bool) -> None:
    """Take no more cards, or take them again."""
    workshops.get(store, workshop_id)
    workshops.close(store, workshop_id, now() if closed else "")
    territory.touch(store)


def vote(store: Store, workshop_id: str, synergy_id: str, firm_id: str, who: str) -> None:
    """Note that a firm is interested in a lead, once; NotFound without one of the three."""
    workshops.get(store, workshop_id)
    synergies.get(store, synergy_id)
    firms.get(store, firm_id)
    row = {"workshop": workshop_id, "synergy": synergy_id, "firm": firm_id, "by": who, "at": now()}
    workshops.put_vote(store, row | {"id": stable_id("vote", workshop_id, synergy_id, firm_id)})
    territory.touch(store)


def unvote(store: Store, workshop_id: str, synergy_id: str, firm_id: str) -> None:
    """Take a vote back."""
    workshops.remove_vote(store, stable_id("vote", workshop_id, synergy_id, firm_id), synergy_id)
    territory.touch(store)


def board(store: Store, workshop_id: str) -> Board:
    """Return a workshop with its cards and matches; NotFound when there is none."""
    workshop, cards = workshops.get(store, workshop_id), workshops.cards(store, workshop_id)
    resting, known = workshops.matches(store, workshop_id), workshops.known(store, workshop_id)
    repeated = known.keys() - resting.keys()
    resting = {lead: resting.get(lead, set()) | known.get(lead, set()) for lead in {*resting, *known}}
    lines = [views.synergy(row) for row in leads.lines(store, sorted(resting))]
    by_flow: dict[str, list[CardLine]] = {}
    for card in cards:
        if not card.withdrawn:
            by_flow.setdefault(card.flow_id, []).append(card)
    activities = _activities(store, lines)
    votes = workshops.votes(store, workshop_id)
    every = [
        _match(line, [c for flow in sorted(resting[line.id]) for c in by_flow.get(flow, ())], activities, votes)
        for line in lines
    ]
    kept = in_order(_repeated(m, cards) if m.line.id in repeated else m for m in every)
    return Board(
        workshop, tuple(cards), tuple(m for i, m in enumerate(kept) if m.in_room or m.votes or i < MOST_MATCHES)
    )


def _activities(store: Store, lines: Sequence[SynergyLine]) -> dict[str, tuple[str, ...]]:
    ids = sorted({party.id for line in lines for party in line.parties})
    return {row["id"]: tuple(row["nace"] or ()) for row in firms.lines(store, ids)}


def _match(
    line: SynergyLine, cards: Sequence[CardLine], activities: Mapping[str, tuple[str, ...]], votes: Sequence[VoteLine]
) -> Match:
    parties = tuple(_party(party, cards, activities.get(party.id, ())) for party in line.parties)
    return Match(line, parties, tuple(cards), tuple(v for v in votes if v.synergy_id == line.id))


def _repeated(match: Match, cards: Sequence[CardLine]) -> Match:
    """Return a lead that was known before: who is in the room counts, whatever their other cards are about."""
    standing = [card for card in cards if not card.withdrawn]
    parties = zip(match.line.parties, match.parties, strict=True)
    return replace(match, parties=tuple(_party(line, standing, held.nace) for line, held in parties), repeated=True)


def _party(party: PartyLine, cards: Sequence[CardLine], nace: tuple[str, ...]) -> InRoom:
    """Return a firm as the room may see it: by name only when each of its cards here says so."""
    own = [card for card in cards if card.firm_id == party.id]
    named = bool(own) and all(card.shown for card in own)
    return InRoom(party.id, party.name if named else "", nace, party.role, bool(own))
