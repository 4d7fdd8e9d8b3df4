"""What every address of the API does: who asks, how often, what exactly, and whether anything changed since."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from pydantic import BaseModel, ValidationError

from symbiosis.domain.access import Right
from symbiosis.services import api, tokens
from symbiosis.web.access import needs
from symbiosis.web.api_models import Strict
from symbiosis.web.problems import problem
from symbiosis.web.state import store
from symbiosis.web.token_person import may_ask

JSON = "application/json"


@dataclass(frozen=True)
class Endpoint:
    """An address: its path as the rules of Flask have it, what it takes and gives, what it is for."""

    path: str
    query: type[Strict]
    answer: type[BaseModel]
    about: str


ENDPOINTS: list[Endpoint] = []
Answer = Callable[..., BaseModel | None]


def endpoint(bp: Blueprint, path: str, query: type[Strict], answer: type[BaseModel]) -> Callable[[Answer], Answer]:
    """Register a function of (query, path parameters) as an address; what it returns is the answer, None is a 404."""

    def register(view: Answer) -> Answer:
        ENDPOINTS.append(Endpoint(path, query, answer, (view.__doc__ or "").strip()))

        @needs(Right.PUBLIC)  # the token says who asks, and the layer below what they may
        @wraps(view)
        def answered(**parts: str) -> Response:
            return _checked(view, query, parts)

        bp.get(path)(answered)
        return view

    return register


def _checked(view: Answer, query: type[Strict], parts: dict[str, str]) -> Response:
    try:
        use = tokens.use(store(), _secret())
    except tokens.NotKnown:
        return _unknown()
    except tokens.TooMany as error:
        answer = problem(429, str(_("Trop de demandes : au plus %(most)s par minute.", most=tokens.A_MINUTE)))
        answer.headers["Retry-After"] = str(error.wait_seconds)
        answer.headers["RateLimit"] = f"limit={tokens.A_MINUTE}, remaining=0, reset={error.wait_seconds}"
        return answer
    if not may_ask(use):
        return problem(403, str(_("Le compte de ce jeton n'a pas le droit d'interroger l'API.")))
    answer = _answered(view, query, parts)
    answer.headers["RateLimit"] = f"limit={tokens.A_MINUTE}, remaining={use.left}, reset={use.wait_seconds}"
    return answer


def _answered(view: Answer, query: type[Strict], parts: dict[str, str]) -> Response:
    repeated = [name for name, values in request.args.lists() if len(values) > 1]
    if repeated:
        return problem(422, f"{repeated[0]}: {_('donné plusieurs fois')}")
    try:
        asked = query.model_validate_strings(request.args.to_dict())
    except ValidationError as error:
        first = error.errors()[0]
        return problem(422, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    tag = hashlib.sha256(f"{api.state(store())} {request.full_path}".encode()).hexdigest()[:24]
    held = request.if_none_match
    if held.contains_weak(tag) and not held.star_tag:
        return _tagged(Response(status=304), tag)
    found = view(asked, **parts)
    if found is None:
        return problem(404, str(_("Rien ne porte cet identifiant.")))
    if held.star_tag:  # any version will do, once there is one
        return _tagged(Response(status=304), tag)
    return _tagged(Response(found.model_dump_json(), mimetype=JSON), tag)


def _tagged(answer: Response, tag: str) -> Response:
    answer.set_etag(tag)
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Vary"] = "Authorization"
    return answer


def _secret() -> str:
    scheme, _sep, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def _unknown() -> Response:
    told = _("Il faut un jeton (Authorization: Bearer …) ; on en fait un sur la page Jetons de l'API.")
    answer = problem(401, str(told))
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer
