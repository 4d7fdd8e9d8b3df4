"""Two firms meet: each says yes or no, an animator introduces them, and only then does one know the other's name."""

from symbiosis.domain.clock import now
from symbiosis.domain.enums import Agreed, Role, SynergyKind
from symbiosis.domain.errors import Refused
from symbiosis.domain.introductions import Introduction, Partner, Readiness, Stranger
from symbiosis.domain.sight import EVERYTHING
from symbiosis.matching.crowd import Crowd, division
from symbiosis.matching.geometry import km_between, rough_km
from symbiosis.store import contacts, firms, introductions, views
from symbiosis.store.session import Row, Store


def of_firm(store: Store, firm_id: str) -> tuple[Introduction, ...]:
    """Return the synergies a firm is asked about, those it has not answered first."""
    here, crowd = firms.get(store, firm_id), Crowd(firms.known(store), firm_id)
    found = [_introduction(store, here, crowd, row) for row in introductions.of_firm(store, firm_id)]
    return tuple(sorted(found, key=lambda i: (bool(i.introduced_at), i.agreed is not Agreed.UNKNOWN, i.id)))


def agree(store: Store, synergy_id: str, firm_id: str, agreed: Agreed) -> None:
    """Note that a firm says yes or no; Refused once it was introduced, or where it is not asked."""
    if not introductions.agree(store, synergy_id, firm_id, agreed, now()):
        raise Refused(f"{firm_id} is not asked about {synergy_id}, or was introduced already")


def readiness(store: Store, synergy_id: str) -> Readiness:
    """Return how far an introduction is; NotFound without the synergy."""
    return introductions.readiness(store, synergy_id)


def introduce(store: Store, synergy_id: str, who: str) -> None:
    """Introduce firms that all agreed; Refused where one did not. A second click changes nothing."""
    if introductions.readiness(store, synergy_id).introduced_at:
        return
    if not introductions.introduce(store, synergy_id, now(), who):
        raise Refused(f"not every firm of {synergy_id} agreed")


def _introduction(store: Store, here: Row, crowd: Crowd, row: Row) -> Introduction:
    met = bool(row["introduced_at"])
    return Introduction(
        id=row["id"], kind=SynergyKind(row["kind"]), role=Role(row["role"]), resource=views.label(row, "resource"),
        text=row["text"] or "", agreed=Agreed(row["agreed"]), introduced_at=row["introduced_at"] or "",
        strangers=() if met else tuple(_stranger(here, crowd, other) for other in row["others"]),
        partners=tuple(_partner(store, other) for other in row["others"]) if met else (),
    )  # fmt: skip


def _stranger(here: Row, crowd: Crowd, other: Row) -> Stranger:
    places = (here["lat"], here["lon"], other["lat"], other["lon"])
    away = "" if None in places else rough_km(km_between(places[:2], places[2:]))
    told = crowd.describe(division(other["nace"] or ()), away)
    return Stranger(told.division, told.distance, Agreed(other["agreed"]))


def _partner(store: Store, other: Row) -> Partner:
    people = contacts.of_firm(store, other["id"], EVERYTHING)
    return Partner(other["id"], other["name"], other["commune"] or "", tuple(p for p in people if p.consents))
