"""The sections of the interface and their doors: one table for the navigation and for the map of the site."""

from dataclasses import dataclass
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _

from symbiosis.web.guard import opens


@dataclass(frozen=True)
class Door:
    """A page one can go to from anywhere; `section` is the name it stands under."""

    section: Any
    endpoint: str
    name: Any


@dataclass(frozen=True)
class Section:
    """Doors that belong together; `here` where the reader stands behind one of them."""

    name: str
    doors: tuple[Door, ...]
    here: bool


TODAY, LEADS, FIRMS, ASK, DATA = _("Accueil"), _("Synergies"), _("Établissements"), _("Explorer"), _("Données")
KNOWLEDGE, ANALYSES = _("Connaissances"), _("Analyses")
ADMINISTER = _("Administration")

MINE = _("Mon établissement")

DOORS = (
    Door(TODAY, "home.home", _("Accueil")),
    Door(MINE, "mine.home", _("Mon établissement")),
    Door(MINE, "mine_declare.say", _("Déclarer")),
    Door(MINE, "mine.data", _("Mes données")),
    Door(MINE, "mine_access.own", _("Mon accès")),
    Door(TODAY, "today.my_day", _("Ma journée")),
    Door(LEADS, "review.queue", _("À examiner")),
    Door(LEADS, "ask.questions", _("À demander")),
    Door(LEADS, "follow_up.board", _("Suivi")),
    Door(LEADS, "plan.portfolio", _("Portefeuille")),
    Door(LEADS, "what_if.suppose", _("Et si…")),
    Door(FIRMS, "firms.search", _("Établissements")),
    Door(FIRMS, "declare.start", _("Déclarer")),
    Door(FIRMS, "erasures.every", _("Effacements")),
    Door(ASK, "explore.ask", _("Explorer")),
    Door(ANALYSES, "indicators.screen", _("Indicateurs")),
    Door(ANALYSES, "pictures.index", _("Images")),
    Door(ANALYSES, "pictures.flows", _("Flux")),
    Door(ANALYSES, "pictures.places", _("Carte")),
    Door(ANALYSES, "pictures.network", _("Réseau")),
    Door(ANALYSES, "pictures.distances", _("Distances")),
    Door(ANALYSES, "pictures.funnel", _("Entonnoir")),
    Door(ANALYSES, "console.every", _("Questions")),
    Door(ANALYSES, "console.page", _("Console")),
    Door(DATA, "imports.history", _("Imports")),
    Door(FIRMS, "workshops.listed", _("Ateliers")),
    Door(ANALYSES, "tokens.every", _("Jetons de l'API")),
    Door(DATA, "declare.unclear", _("À préciser")),
    Door(DATA, "jobs.latest", _("Travaux")),
    Door(KNOWLEDGE, "knowledge.search", _("Connaissances")),
    Door(KNOWLEDGE, "correct.corrections", _("Corrections")),
    Door(ADMINISTER, "accounts.every", _("Comptes")),
    Door(ADMINISTER, "audit.latest", _("Qui a fait quoi")),
)

# Pages of a blueprint of their own that stand behind the door of another one.
BEHIND = {"import_choices": "imports", "workshop_room": "workshops", "card_file": "workshops"}


def sections() -> tuple[Section, ...]:
    """Return the sections in the table's order, each with the doors that the reader may open."""
    here, mine = _here(), [door for door in DOORS if opens(door.endpoint)]
    return tuple(
        Section(str(name), tuple(d for d in mine if d.section is name), here is not None and here.section is name)
        for name in dict.fromkeys(door.section for door in mine)
    )


def _here() -> Door | None:
    """Return the door the reader stands behind: the page's own, else the first of its blueprint."""
    own = [door for door in DOORS if door.endpoint == request.endpoint]
    behind = BEHIND.get(request.blueprint or "", request.blueprint)
    near = [door for door in DOORS if door.endpoint.split(".")[0] == behind]
    return next(iter(own + near), None)
