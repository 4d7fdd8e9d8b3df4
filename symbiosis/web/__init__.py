"""The web interface: server-rendered pages, plain forms, French first."""

from pathlib import Path

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from symbiosis.assembly import open_reader, open_store
from symbiosis.services.place import Database
from symbiosis.settings import Settings, read
from symbiosis.web import (
    ask,
    assets,
    console,
    correct,
    decisions,
    declare,
    errors,
    explore,
    firms,
    follow_up,
    health,
    home,
    i18n,
    indicators,
    jobs,
    knowledge,
    logs,
    metrics,
    pictures,
    review,
    security,
    state,
    templating,
    visitor,
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
    follow_up.bp,
    console.bp,
)


class App(Flask):
    """Flask, with templates that refuse a variable nobody gave."""

    jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}  # noqa: RUF012


def create_app(settings: Settings | None = None, store: Database | None = None) -> Flask:
    """Return the application; the database is opened by the first question, in whichever process asks it."""
    settings = settings or read()
    app = App(__name__, template_folder=str(ROOT / "templates"), static_folder=None)
    app.extensions[state.KEY] = state.State(store or open_store(settings), open_reader(settings))
    security.install(app, settings.secret)
    i18n.install(app)
    CSRFProtect(app)
    errors.install(app)
    logs.install(app, settings.log_json)
    metrics.install(app, settings.metrics_token)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    templating.install(app)
    app.wsgi_app = assets.served_before(app.wsgi_app)  # type: ignore[method-assign]
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, settings.proxies, settings.proxies, x_host=settings.proxies)  # type: ignore[method-assign]
    return app
