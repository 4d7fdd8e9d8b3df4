"""The OpenAPI document, made from the addresses and shapes that answer."""

import re
from typing import Any

from flask import Response, json
from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import models_json_schema

from symbiosis.web import api_layer
from symbiosis.web.api_models import ID, Problem

TITLE, VERSION = "Symbiose", "1"
PART = re.compile(r"<(\w+)>")
REF = "#/components/schemas/{model}"
WRONG = {401: "no good token", 403: "the token's account may not", 422: "a parameter is wrong", 429: "asked too often",
         503: "the database is starting again"}  # fmt: skip
ABOUT = "Read-only. Figures without unit do not exist here: quantities are a year, in the unit beside them. What is \
marked `hypothesis` was guessed from the sector, and is no fact about the firm."


def document() -> Response:
    """Return the document."""
    return Response(json.dumps(_document(), ensure_ascii=False), mimetype="application/json")


def _document() -> dict[str, Any]:
    shapes: list[type[BaseModel]] = [Problem, *(e.answer for e in api_layer.ENDPOINTS)]
    _map, schemas = models_json_schema([(shape, "serialization") for shape in shapes], ref_template=REF)
    return {
        "openapi": "3.1.0",
        "info": {"title": TITLE, "version": VERSION, "description": ABOUT},
        "servers": [{"url": "/api/v1"}],
        "security": [{"token": []}],
        "paths": {PART.sub(r"{\1}", e.path) or "/": {"get": _operation(e)} for e in api_layer.ENDPOINTS},
        "components": {
            "schemas": schemas["$defs"], "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }  # fmt: skip


def _operation(e: api_layer.Endpoint) -> dict[str, Any]:
    named = PART.findall(e.path)
    wrong = WRONG | ({404: "nothing has this id"} if named else {})
    return {
        "summary": e.about,
        "operationId": e.path.strip("/").replace("/", "_").replace("<thing>", "one") or "about",
        "parameters": [_path_parameter(name) for name in named] + _query_parameters(e),
        "responses": {
            "200": {
                "description": "the answer",
                "headers": {"ETag": {"schema": {"type": "string"}}, "RateLimit": {"schema": {"type": "string"}}},
                "content": {"application/json": {"schema": {"$ref": REF.format(model=e.answer.__name__)}}},
            },
            "304": {"description": "nothing changed since `If-None-Match`"},
            **{str(status): _problem(words) for status, words in wrong.items()},
        },
    }


def _path_parameter(name: str) -> dict[str, Any]:
    schema = TypeAdapter(ID).json_schema()
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _query_parameters(e: api_layer.Endpoint) -> list[dict[str, Any]]:
    shape = e.query.model_json_schema(mode="validation")
    defined = shape.get("$defs", {})
    return [
        {
            "name": name, "in": "query", "required": name in shape.get("required", []),
            "description": about.pop("description", ""), "schema": _plain(about, defined),
        }
        for name, about in shape.get("properties", {}).items()
    ]  # fmt: skip


def _plain(schema: dict[str, Any], defined: dict[str, Any]) -> dict[str, Any]:
    """Return a schema without null, which no address can say, and with what it refers to in place."""
    choices = [choice for choice in schema.get("anyOf", []) if choice.get("type") != "null"]
    chosen = choices[0] if len(choices) == 1 else schema
    if "$ref" in chosen:
        chosen = defined[chosen["$ref"].rsplit("/", 1)[1]]
    return {name: value for name, value in chosen.items() if name not in ("title", "description", "default")}


def _problem(words: str) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": REF.format(model="Problem")}}}
    return {"description": words, "content": content}
