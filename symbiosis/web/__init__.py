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
    api,
    ask,
    assets,
    audit,
    card_file,
    console,
    correct,
    decisions,
    declare,
    enter,
    erasures,
    errors,
    explore,
    firm_file,
    firm_flows,
    firm_sheet,
    firms,
    follow_up,
    guard,
    health,
    home,
    i18n,
    import_choices,
    imports,
    indicators,
    introductions,
    invitations,
    jobs,
    knowledge,
    logs,
    many,
    mergers,
    metrics,
    mine,
    mine_access,
    mine_declare,
    mine_sheet,
    pictures,
    plan,
    provider,
    review,
    security,
    sign_in,
    squeeze,
    state,
    still_true,
    take_away,
    templating,
    territory,
    today,
    tokens,
    uploads,
    views,
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
    pictures.bp,
    indicators.bp,
    metrics.bp,
    sign_in.bp,
    provider.bp,
    account.bp,
    accounts.bp,
    audit.bp,
    about.bp,
    plan.bp,
    what_if.bp,
    follow_up.bp,
    take_away.bp,
    today.bp,
    many.bp,
    still_true.bp,
    firm_file.bp,
    mergers.bp,
    enter.bp,
    views.bp,
    console.bp,
    workshops.bp,
    workshop_room.bp,
    card_file.bp,
    imports.bp,
    territory.bp,
    firm_sheet.bp,
    import_choices.bp,
    mine.bp,
    mine_access.bp,
    mine_declare.bp,
    mine_sheet.bp,
    firm_flows.bp,
    invitations.bp,
    introductions.bp,
    erasures.bp,
    api.bp,
    tokens.bp,
)


class App(Flask):
    """Flask, with templates that refuse a variable nobody gave."""

    jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}  # noqa: RUF012


def create_app(settings: Settings | None = None, store: Database | None = None) -> Flask:
    """Return the application; the database is opened by the first question, in whichever process asks it."""
    settings = settings or read()
    app = App(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    store = store or open_store(settings)
    app.extensions[state.KEY] = state.State(
        store, open_reader(settings, store), settings.home, _rules(settings), open_provider(settings)
    )  # fmt: skip
    security.install(app, settings)
    uploads.install(app)
    i18n.install(app)
    audit.install(app)
    guard.install(app)
    CSRFProtect(app)
    errors.install(app)
    logs.install(app, settings.log_json)
    metrics.install(app, settings.metrics_token)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    templating.install(app)
    app.wsgi_app = squeeze.squeezed(assets.served_before(app.wsgi_app))  # type: ignore[method-assign, assignment]
    return app


def _rules(settings: Settings) -> state.Rules:
    return state.Rules(settings.production, settings.secret, settings.contact, settings.publisher)
