"""The reader's language: chosen by hand, else as the browser asks, else French."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import cast

from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations
from flask import Flask, g, has_request_context, request, session
from flask_babel import (
    Babel,
    format_date,
    format_datetime,
    format_percent,
    format_timedelta,
    get_locale,
    get_translations,
)
from markupsafe import Markup, escape

from symbiosis.domain.amounts import Doubt
from symbiosis.domain.effects import Factor
from symbiosis.domain.views import Label

LANGUAGES = {"fr": "Français", "en": "English"}
VAST = 1e21
LITTLE = 0.005
PLURAL_FROM = 2
DAY = 10  # letters of an ISO day
TRANSLATIONS = Path(__file__).with_name("translations")


class French(NullTranslations):
    """The words as they are written in the code; in French, none and one are singular."""

    def ungettext(self, singular: str, plural: str, num: float) -> str:
        """Return the form that goes with a number."""
        return singular if abs(num) < PLURAL_FROM else plural


def install(app: Flask) -> None:
    """Let the application speak French and English."""
    app.config["BABEL_DEFAULT_LOCALE"] = "fr"
    app.config["BABEL_DEFAULT_TIMEZONE"] = "Europe/Paris"
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    babel = Babel(app, locale_selector=_choose)
    with app.app_context():
        words = babel.domain_instance
    words.cache["fr", words.domain[0]] = French()
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _words().ugettext(text), lambda one, many, n: _words().ungettext(one, many, n), newstyle=True
    )


def _words() -> Translations:
    """Return the words of templates, looked for once a request and not at each of a page's hundreds of sentences."""
    if "words" not in g:
        g.words = get_translations()
    return cast(Translations, g.words)


def _choose() -> str:
    if not has_request_context():
        return "fr"
    chosen = session.get("language", "")
    return chosen if chosen in LANGUAGES else request.accept_languages.best_match(LANGUAGES) or "fr"


def language() -> str:
    """Return 'fr' or 'en'."""
    locale = get_locale()
    return str(locale.language) if locale else "fr"


def named(label: Label | Factor) -> str:
    """Return a name in the reader's language."""
    return label.en if language() == "en" else label.fr


def either(fr: str, en: str) -> Markup:
    """Return words in the reader's language; French ones said to be French where there are no English ones."""
    if language() != "en" or not fr:
        return escape(fr)
    return escape(en) if en else Markup('<span lang="fr">{}</span>').format(fr)


def asked(doubt: Doubt) -> str:
    """Return the question that a quantity raises, in the reader's language."""
    return doubt.en if language() == "en" else doubt.fr


def number(value: float, digits: int = 2) -> str:
    """Return a number as it is written in the reader's language, without useless decimals."""
    if abs(value) >= VAST:  # it would be written with all its zeros, or not at all
        return f"{value:.6g}"
    return _decimal(value, "#,##0." + "#" * digits if digits else "#,##0", language())


def percent(share: float) -> str:
    """Return a share from 0 to 1 as a percentage."""
    return str(format_percent(share))


def share(value: float) -> str:
    """Return a share as a percentage; a little is never written as nothing."""
    return percent(value) if value >= LITTLE else f"< {percent(2 * LITTLE)}"


def signed(value: float) -> str:
    """Return points with their sign and two decimals."""
    return _decimal(value, "+0.00;−0.00", language()) if round(value, 2) else number(0)


@lru_cache(maxsize=8192)  # a page writes a hundred numbers, most of them often
def _decimal(value: float, pattern: str, locale: str) -> str:
    return str(format_decimal(value, pattern, locale))


def day(iso: str) -> str:
    """Return a date in words, of a moment the day it was in Paris; a bare year stays as it is."""
    try:
        when = date.fromisoformat(iso) if len(iso) <= DAY else datetime.fromisoformat(iso)
        return _first(str(format_date(when, "d MMMM y")))
    except ValueError:
        return iso


def moment(iso: str) -> str:
    """Return a date and time, Paris time."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return _first(str(format_datetime(when if when.tzinfo else when.replace(tzinfo=UTC), "d MMMM y, HH:mm")))


def _first(written: str) -> str:
    """Return a date whose first day of the month is written as in French: 1er."""
    return f"1er{written[1:]}" if written.startswith("1 ") and language() == "fr" else written


def lasting(seconds: float) -> str:
    """Return how long something lasts, in words."""
    return str(format_timedelta(timedelta(seconds=max(1, round(seconds))), threshold=1.5))
