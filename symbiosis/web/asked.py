"""A question in Cypher as an address holds it: its text, its parameters with their kinds, how to look at the answer."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from symbiosis.domain.gallery import GalleryParameter
from symbiosis.web.i18n import language

LONGEST = 5000
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
    kinds = {f"t_{p.name}": "number" if p.kind == "number" else "text" for p in wanted}
    told = {name: args[name] for name in (*usual, "view") if name in args}
    return read({"q": text} | usual | kinds | told)


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
    except ValueError:
        return Field(name, kind, typed, error=_wrong(kind))


def _value(kind: str, typed: str) -> Any:
    if kind == "text":
        return typed
    if kind == "number":
        number = float(typed.replace(",", ".").replace(" ", "").replace("\u202f", ""))
        if abs(number) >= 2**53:
            raise ValueError("too large")
        return int(number) if number.is_integer() and "." not in typed and "," not in typed else number
    return json.loads(typed, parse_constant=_refuse)


def _refuse(_constant: str) -> Any:
    raise ValueError("neither a number nor a text")


def _wrong(kind: str) -> str:
    if kind == "number":
        return str(_("Écrivez un nombre, comme 12,5."))
    return str(_('Écrivez du JSON, comme ["54430", "54115"].'))
