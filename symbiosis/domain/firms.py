"""Firms and the communes they stand in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Commune:
    """A municipality; `population` is INSEE's municipal population."""

    id: str  # INSEE code
    name: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True)
class Intercommunality:
    """Municipalities that act together (EPCI); `communes` are their INSEE codes."""

    name: str
    communes: frozenset[str]


@dataclass(frozen=True)
class Firm:
    """One establishment (a SIRET, or a stable local id)."""

    id: str
    name: str
    nace: tuple[str, ...] = ()  # NAF rév. 2 or NACE, '10.71' or a prefix of it
    commune: str = ""
    lat: float | None = None
    lon: float | None = None
    headcount: int | None = None
    activity: str = ""
    siret: str = ""  # '' where the id is the SIRET, or where there is none
    naf2025: str = ""  # NAF 2025, '84.11Y'
    closed_at: str = ""  # ISO date; '' while it is open. A closed firm stays readable and is matched no more
