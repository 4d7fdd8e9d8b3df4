"""What one application keeps between requests: the database, what the trade knows, where we are."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from flask import current_app, g

from symbiosis.domain.knowledge import KnowledgeRows, Resource
from symbiosis.domain.views import Label
from symbiosis.services.console import Reading
from symbiosis.services.enter_by_provider import Known
from symbiosis.services.know import Known as Knowing
from symbiosis.services.place import Database, Place
from symbiosis.services.place import place as read_place

KEY = "symbiosis"


@dataclass(frozen=True)
class Rules:
    """What the settings say to the pages: in production nobody enters without a password, and only over https.

    `secret` tells apart what must not be guessed, `contact` is whom to ask and `publisher`
    whose service it is, in words.
    """

    production: bool = False
    secret: str = ""
    contact: str = ""
    publisher: str = ""


@dataclass
class State:
    """One per application; `place` is kept once known, so that pages still say it when the database is down."""

    store: Database
    reading: Reading
    home: Path  # where files are kept until they are loaded
    rules: Rules = field(default_factory=Rules)
    provider: "Known | None" = None  # an identity provider, where one is set
    known: Knowing = field(default_factory=Knowing)
    place: Place | None = None


def state() -> State:
    """Return the running application's state."""
    return cast(State, current_app.extensions[KEY])


def store() -> Database:
    """Return the database."""
    return state().store


def place() -> Place | None:
    """Return the territory, which never changes once it is loaded."""
    here = state()
    if here.place is None:
        here.place = read_place(here.store)
    return here.place


def demonstration() -> bool:
    """Tell whether accounts without a password may exist: made-up data, and settings that say so."""
    here = place()
    return bool(here and here.synthetic and not state().rules.production)


def rows() -> KnowledgeRows:
    """Return the trade's knowledge, asked for once a request."""
    if "rows" not in g:
        g.rows = state().known.current(store()).rows
    return cast(KnowledgeRows, g.rows)


def resource(resource_id: str) -> Resource | None:
    """Return a resource by its id."""
    if "resources" not in g:
        g.resources = {r.id: r for r in rows().resources}
    return cast(Resource | None, g.resources.get(resource_id))


def use_label(use_id: str) -> Label | None:
    """Return the name of a use."""
    return next((Label(u.id, u.fr, u.en) for u in rows().uses if u.id == use_id), None)


def sector_label(code: str) -> Label | None:
    """Return the name of an activity: its own, or that of the nearest wider one."""
    if "sectors" not in g:
        g.sectors = {s.nace: Label(s.nace, s.fr, s.en) for s in rows().sectors}
    tries = (code[:length] for length in range(len(code), 1, -1))
    return next((g.sectors[part] for part in tries if part in g.sectors), None)
