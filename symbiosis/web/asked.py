"""A question in Cypher as an address holds it: its text, its parameters with their kinds, how to look at the answer."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

from flask_babel import gettext as _

from symbiosis.domain.answers import too_deep
from symbiosis.domain.gallery import GalleryParameter
from symbiosis.web.i18n import language, number

LONGEST = 5000
WHOLE, MOST = "whole", 100_000  # a kind of the gallery: how many rows, or how many firms at least
LANGUAGE = "lang"
KINDS = ("text", "number", "json")
VIEWS = ("table", "chart", "graph")
# Strings, names between backquotes and comments are passed over: what stands in them is no parameter.
TOKEN = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/|\$(?P<name>\w+)", re.DOTALL)


@dataclass(frozen=True)
class Field:
    """A parameter as it was typed; `typed` None where it was not, `error` what is wrong with it."""

    name: str
    kind: str
    typed: str | None
    value: Any = None
    error: str = ""


@dataclass(frozen=True)
class Asked:
    """A question; it can be asked once nothing is `missing` and no field has an error."""

    text: str
    fields: tuple[Field, ...] = ()
    view: str = "table"
    run: bool = True

    @property
    def ready(self) -> bool:
        """Tell whether it can be asked."""
        return bool(self.text) and self.run and not self.missing and not any(f.error for f in self.fields)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the parameters without a value."""
        return tuple(f.name for f in self.fields if f.typed is None)

    @property
    def parameters(self) -> dict[str, Any]:
        """Return the values by name."""
        return {f.name: f.value for f in self.fields}

    def args(self, **changes: str) -> dict[str, str]:
        """Return the address's arguments, all of the question in them."""
        held = {"q": self.text, "view": "" if self.view == "table" else self.view}
        held |= {f"p_{f.name}": f.typed for f in self.fields if f.typed is not None}
        held |= {f"t_{f.name}": f.kind for f in self.fields if f.typed is not None and f.kind != "text"}
        kept = ("q", *(f"p_{f.name}" for f in self.fields))  # an empty text is a value
        return {name: value for name, value in (held | changes).items() if value or name in kept}


def read(args: Mapping[str, str]) -> Asked:
    """Return what an address asks."""
    text = args.get("q", "").replace("\r\n", "\n").strip()
    view = args.get("view", "table")
    fields = tuple(_field(name, args) for name in names(text))
    return Asked(text, fields, view if view in VIEWS else "table", args.get("run") != "0")


def of_gallery(text: str, wanted: Iterable[GalleryParameter], args: Mapping[str, str]) -> Asked:
    """Return a question of the gallery, its usual values where the address says nothing."""
    usual = {f"p_{p.name}": p.usual for p in wanted}
    kinds = {f"t_{p.name}": "number" if p.kind in ("number", WHOLE) else "text" for p in wanted}
    told = {name: args[name] for name in (*usual, "view") if name in args}
    asked = read({"q": text} | usual | kinds | told)
    whole = {p.name for p in wanted if p.kind == WHOLE}
    return replace(asked, fields=tuple(_whole(f) if f.name in whole else f for f in asked.fields))


def _whole(field: Field) -> Field:
    """Return a field with what is wrong with it where it is no count."""
    if field.error or (isinstance(field.value, int) and 1 <= field.value <= MOST):
        return field
    return replace(field, error=str(_("Écrivez un nombre entier, de 1 à %(most)s.", most=number(MOST, 0))))


def names(text: str) -> tuple[str, ...]:
    """Return the parameters of a question, in their order, each once.

    >>> names("MATCH (f {id: $id}) WHERE f.name = '$no' RETURN $id, $km // $nor")
    ('id', 'km')
    """
    return tuple(dict.fromkeys(m["name"] for m in TOKEN.finditer(text) if m["name"]))


def _field(name: str, args: Mapping[str, str]) -> Field:
    typed = args.get(f"p_{name}", language() if name == LANGUAGE else None)
    kind = args.get(f"t_{name}", "text")
    kind = kind if kind in KINDS else "text"
    if typed is None:
        return Field(name, kind, None)
    try:
        return Field(name, kind, typed, _value(kind, typed))
    except (ValueError, RecursionError):
        return Field(name, kind, typed, error=_wrong(kind))


def _value(kind: str, typed: str) -> Any:
    if kind == "text":
        return typed
    if kind == "number":
        told = float(typed.replace(",", ".").replace(" ", "").replace("\u202f", ""))
        if not abs(told) < 2**53:  # nor is it "nan"
            raise ValueError("no number that the engine holds")
        return int(told) if told.is_integer() and "." not in typed and "," not in typed else told
    held = json.loads(typed, parse_constant=_refuse)
    if too_deep(held):
        raise ValueError("lists in lists in lists")
    return _checked(held)


def _checked(value: Any) -> Any:
    """Return a value that the engine can be sent; ValueError for any other."""
    if (isinstance(value, int) and not -(2**63) <= value < 2**63) or (isinstance(value, float) and not isfinite(value)):
        raise ValueError("too large")
    if isinstance(value, dict):
        return {str(_checked(name)): _checked(part) for name, part in value.items()}
    if isinstance(value, str):
        value.encode()  # half a character is a ValueError
    return [_checked(part) for part in value] if isinstance(value, list) else value


def _refuse(_constant: str) -> Any:
    raise ValueError("neither a number nor a text")


def _wrong(kind: str) -> str:
    if kind == "number":
        return str(_("Écrivez un nombre, comme 12,5."))
    return str(_('Écrivez du JSON, comme ["54430", "54115"].'))
