"""What the console's and the gallery's templates are given."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar

from flask_babel import gettext as _
from markupsafe import Markup

from symbiosis.domain.answers import Answered, Copy, Edge, Node, parts
from symbiosis.domain.gallery import GalleryEntry
from symbiosis.services.saved import Saved
from symbiosis.services.tokens import Token
from symbiosis.web import cells, console_cut, result_charts
from symbiosis.web.asked import Asked
from symbiosis.web.console_words import code, heading
from symbiosis.web.forms import Form

FILES = ("csv", "csv-plain", "xlsx", "json", "graphml", "geojson", "parquet")


@dataclass(frozen=True)
class Trouble:
    """Why there is no answer: in words, and the line of the question where the engine stumbled, in three pieces."""

    words: str
    said: str = ""
    line: int = 0
    place: tuple[str, str, str] | None = None
    again: bool = False
    note: str = ""  # how the place is known, where the engine does not tell it


@dataclass(frozen=True)
class Shown:
    """An answer as it is looked at."""

    asked: Asked
    answer: Answered
    of: GalleryEntry | None = None  # the question of the gallery that was asked

    @cached_property
    def graph(self) -> tuple[dict[str, Node], dict[str, Edge]]:
        """Return the nodes and the relations of the answer."""
        return parts(self.answer.rows)

    @cached_property
    def bars(self) -> cells.Bars | None:
        """Return what a chart draws and what it measures, None where nothing can be drawn."""
        if self.of is None:
            return cells.bars(self.answer)
        found = cells.bars(self.answer, self.of.measure, code)
        return (found[0], heading(found[1])) if found else None

    @property
    def left_out(self) -> str:
        """Return what to say of the rows that are not shown, '' where all are."""
        return console_cut.on_page(self.answer.left, len(self.answer.rows)) if self.answer.left else ""

    @property
    def files(self) -> tuple[str, ...]:
        """Return the files that can hold this answer: a graph needs nodes, a map nodes or places."""
        nodes, _edges = self.graph
        placed = nodes or {"lat", "lon"} <= set(self.answer.columns)
        return tuple(kind for kind in FILES if nodes or kind != "graphml" if placed or kind != "geojson")

    @cached_property
    def rows(self) -> list[list[cells.Cell]]:
        """Return the cells, row by row."""
        return [[cells.cell(value) for value in row] for row in self.answer.rows]

    @property
    def views(self) -> tuple[str, ...]:
        """Return how this answer can be looked at."""
        nodes, _edges = self.graph
        return ("table", *(["chart"] if self.bars else []), *(["graph"] if nodes else []))

    @property
    def picture(self) -> Markup | None:
        """Return the drawing that is asked for, None for a table."""
        if self.asked.view not in self.views or self.asked.view == "table":
            return None
        if self.asked.view == "graph":
            return result_charts.network(*self.graph)
        lines, measured = self.bars or ([], "")
        return result_charts.bars(measured, lines)

    @property
    def picture_note(self) -> str:
        """Return what a drawing leaves out, '' for nothing."""
        if self.asked.view == "graph":
            left = result_charts.left_out(self.graph[0])
            return str(_("Les %(most)s nœuds les plus liés ; %(left)s autres ne sont pas dessinés.",
                         most=result_charts.MOST_NODES, left=left)) if left else ""  # fmt: skip
        left = len(self.rows) - result_charts.MOST_BARS
        return str(_("Les %(most)s premières lignes ; %(left)s autres ne sont pas dessinées.",
                     most=result_charts.MOST_BARS, left=left)) if left > 0 else ""  # fmt: skip


@dataclass(frozen=True)
class ConsolePage:
    """A question in Cypher, and its answer, or what is wrong with it; `nearest` where the answer is empty."""

    template: ClassVar[str] = "console.html"
    asked: Asked
    copy: Copy | None
    shown: Shown | None
    trouble: Trouble | None
    nearest: GalleryEntry | None
    saved: tuple[Saved, ...]


@dataclass(frozen=True)
class GalleryPage:
    """The explained questions, theme by theme."""

    template: ClassVar[str] = "gallery.html"
    themes: tuple[tuple[str, tuple[GalleryEntry, ...]], ...]


@dataclass(frozen=True)
class GalleryAnswerPage:
    """One question of the gallery, and its answer."""

    template: ClassVar[str] = "gallery_answer.html"
    entry: GalleryEntry
    asked: Asked
    copy: Copy | None
    shown: Shown | None
    trouble: Trouble | None
    nearest: GalleryEntry | None


@dataclass(frozen=True)
class TokensPage:
    """A person's tokens; `secret` is that of a new one, shown once."""

    template: ClassVar[str] = "tokens.html"
    tokens: tuple[Token, ...]
    secret: str = ""
    form: Form = field(default_factory=Form)
