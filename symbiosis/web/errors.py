"""What goes wrong, said to the reader; each time with a number that the log holds too."""

import logging
from urllib.parse import urlencode
from uuid import uuid4

from flask import Flask, Response, make_response, request, url_for
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException

from symbiosis.domain.errors import EngineDown, NotFound, VaultShut
from symbiosis.web.asked import read
from symbiosis.web.logs import where
from symbiosis.web.pages import ErrorPage, show
from symbiosis.web.problems import API, problem

log = logging.getLogger(__name__)
AGAIN_SECONDS = 5
CLIENT, SERVER, UNAVAILABLE = 400, 500, 503


def install(app: Flask) -> None:
    """Handle every error with a page."""
    app.register_error_handler(NotFound, lambda error: _answer(404, error))
    app.register_error_handler(EngineDown, _engine_down)
    app.register_error_handler(VaultShut, lambda error: _answer(503, error))
    app.register_error_handler(HTTPException, lambda error: _answer(error.code or SERVER, error))
    app.register_error_handler(Exception, lambda error: _answer(SERVER, error))


def _engine_down(error: Exception) -> Response:
    answer = _answer(503, error, again=request.method == "GET")
    answer.headers["Retry-After"] = str(AGAIN_SECONDS)
    if request.method == "GET":  # a form is sent again by a person only
        answer.headers["Refresh"] = str(AGAIN_SECONDS)
    return answer


def _answer(status: int, error: Exception, again: bool = False) -> Response:
    if isinstance(error, HTTPException) and status < CLIENT:
        return error.get_response(request.environ)  # type: ignore[return-value]
    incident = uuid4().hex[:8]
    detail = error if status >= SERVER else None
    log.log(
        logging.ERROR if detail else logging.INFO,
        "%s %s %s: %s",
        incident,
        status,
        where(request),
        type(error).__name__,  # its words may hold what somebody typed
        exc_info=detail,
    )
    title, advice = _sealed() if isinstance(error, VaultShut) else _words(status)
    if request.path.startswith(API):
        answer = problem(status, f"{title}. {advice} ({incident})")
    else:
        answer = make_response(show(ErrorPage(title, advice, incident, again, *_asked(status))), status)
    if isinstance(error, HTTPException):
        answer.headers.extend({k: v for k, v in error.get_headers() if k in ("Allow", "Retry-After")})
    return answer


def _asked(status: int) -> tuple[str, str]:
    """Return what was asked of the console when the database was lost, and the address that asks it again."""
    if status != UNAVAILABLE or not (request.endpoint or "").startswith("console."):
        return "", ""  # what was sent may be too large to be looked at
    form = read(request.values)
    if not form.text:
        return "", ""
    return form.text, f"{url_for('console.page')}?{urlencode(form.args())}"


def _sealed() -> tuple[str, str]:
    return str(_("Valeurs confidentielles illisibles")), str(
        _(
            "La clé qui ouvre les contacts et les valeurs confidentielles manque ou n'est pas la bonne. La personne "
            "qui administre ce service trouvera quoi faire dans docs/settings.md (SYMBIOSIS_KEY)."
        )
    )


def _words(status: int) -> tuple[str, str]:
    words = {
        400: (_("Demande incomprise"), _("Le formulaire a expiré ou est incomplet. Rechargez la page et recommencez.")),
        404: (_("Page introuvable"), _("Cette page n'existe pas, ou ce qu'elle montrait a été retiré.")),
        405: (_("Action impossible ici"), _("Cette adresse n'accepte pas cette action.")),
        413: (_("Envoi trop volumineux"), _("Un formulaire ne peut dépasser 1 Mo, un fichier à charger 300 Mo.")),
        429: (
            _("Trop d'envois à la fois"),
            _("D'autres fichiers arrivent en ce moment : renvoyez le vôtre dans une minute."),
        ),
        503: (
            _("La base de données redémarre"),
            _(
                "Elle revient d'elle-même, en général en moins d'une minute. Si vous veniez d'envoyer une saisie, "
                "vérifiez qu'elle est enregistrée avant de la renvoyer."
            ),
        ),
    }
    other = (_("Erreur interne"), _("L'erreur est enregistrée. Réessayez ; si elle revient, transmettez son numéro."))
    title, advice = words.get(status, words[400] if status < SERVER else other)
    return str(title), str(advice)
