"""The explained questions: their words in graph/gallery.csv, their Cypher in graph/queries/gallery."""

import csv
from functools import cache

from symbiosis.domain.gallery import GalleryEntry, GalleryParameter
from symbiosis.domain.views import Label
from symbiosis.store import queries

FILE = queries.GRAPH / "gallery.csv"


@cache
def every() -> tuple[GalleryEntry, ...]:
    """Return the whole gallery, theme by theme as the table has it."""
    with FILE.open(encoding="utf-8", newline="") as stream:
        return tuple(map(_entry, csv.DictReader(stream)))


def _entry(row: dict[str, str]) -> GalleryEntry:
    name = row["name"]
    asked = tuple(_parameter(told) for told in row["parameters"].split("|") if told)
    title, about = (Label(name, row[f"{what}_fr"], row[f"{what}_en"]) for what in ("title", "about"))
    return GalleryEntry(name, row["theme"], title, about, asked, queries.text(f"gallery/{name}"), row["measure"])


def _parameter(told: str) -> GalleryParameter:
    head, usual = told.split("=", 1)
    name, kind = head.split(":")
    return GalleryParameter(name, kind, usual)
