"""A question of the gallery: explained, with parameters that have a kind and a usual value."""

from dataclasses import dataclass

from symbiosis.domain.views import Label


@dataclass(frozen=True)
class GalleryParameter:
    """What a question asks for: `kind` is text, unit, number or whole."""

    name: str
    kind: str
    usual: str


@dataclass(frozen=True)
class GalleryEntry:
    """A question with its title, what it tells, and its Cypher."""

    name: str
    theme: str
    title: Label
    about: Label
    parameters: tuple[GalleryParameter, ...]
    text: str
    measure: str = ""  # the column that a chart draws, '' for the first figure
