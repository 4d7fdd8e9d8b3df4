"""The web interface: server-rendered pages, plain forms, French first."""

from pathlib import Path

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from symbiosis.assembly import open_provider, open_reader, open_store
from symbiosis.services.place import Database
from symbiosis.settings import Settings, read
from symbiosis.web import (
    about,
    account,
    accounts,
    ask,
    assets,
    audit,
    card_file,
    console,
    correct,
    decisions,
    declare,
    errors,
    explore,
    firm_sheet,
    firms,
    follow_up,
    guard,
    health,
    home,
    i18n,
    import_choices,
    imports,
    jobs,
    knowledge,
    plan,
    provider,
    review,
    security,
    sign_in,
    state,
    templating,
    territory,
    visitor,
    what_if,
    workshop_room,
    workshops,
)

ROOT = Path(__file__).parents[2]
BLUEPRINTS = (
    home.bp,
    review.bp,
    decisions.bp,
    firms.bp,
    declare.bp,
    jobs.bp,
    visitor.bp,
    health.bp,
    explore.bp,
    correct.bp,
    knowledge.bp,
    ask.bp,
    plan.bp,
    what_if.bp,
    sign_in.bp,
    provider.bp,
    account.bp,
    accounts.bp,
    audit.bp,
    about.bp,
    follow_up.bp,
    console.bp,
    workshops.bp,
    workshop_room.bp,
    card_file.bp,
    imports.bp,
    territory.bp,
    firm_sheet.bp,
    import_choices.bp,
)


class App(Flask):
    """Flask, with templates that refuse a variable nobody gave."""

    jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}  # noqa: RUF012


def create_app(settings: Settings | None = None, store: Database | None = None) -> Flask:
    """Return the application; the database is opened by the first question, in whichever process asks it."""
    settings = settings or read()
    app = App(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    app.extensions[state.KEY] = state.State(
        store or open_store(settings), open_reader(settings), settings.home, _rules(settings), open_provider(settings)
    )  # fmt: skip
    security.install(app, settings)
    i18n.install(app)
    audit.install(app)
    guard.install(app)
    CSRFProtect(app)
    errors.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    templating.install(app)
    app.wsgi_app = assets.served_before(app.wsgi_app)  # type: ignore[method-assign]
    return app


def _rules(settings: Settings) -> state.Rules:
    return state.Rules(settings.production, settings.secret, settings.contact, settings.publisher)
