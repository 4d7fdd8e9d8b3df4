"""Every word has its English, every closed list its labels, every criterion its sentences."""

import inspect
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from flask import Flask
from flask_babel import ngettext

from symbiosis.domain import enums
from symbiosis.domain.synergies import Evidence
from symbiosis.handlers import HANDLERS
from symbiosis.matching import model
from symbiosis.services.rematch import STAGES
from symbiosis.web import labels
from symbiosis.web.i18n import TRANSLATIONS, day, moment
from symbiosis.web.sentences import SENTENCES, sentence
from symbiosis.web.values import distance, value
from tests.web.addresses import PAGES
from tests.web.conftest import Visitor
from tests.web.reading import Node

ROOT = Path(__file__).parents[2]
CLOSED = [e for _, e in inspect.getmembers(enums, inspect.isclass) if issubclass(e, StrEnum) and e is not StrEnum]
LEAST_TELLING = 6


def _english() -> Catalog:
    with (TRANSLATIONS / "en/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file)


def _used() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    for folder in ("symbiosis", "templates"):
        methods_here = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]
        options_here = {pattern.removeprefix(f"{folder}/"): found for pattern, found in options.items()}
        for file_name, line, message, *_ in extract_from_dir(ROOT / folder, methods_here, options_here):
            yield f"{folder}/{file_name}:{line}", message


def _first(message: str | Sequence[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _strings(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def test_every_message_has_its_english() -> None:
    english = _english()
    used = list(_used())
    assert len({str(message) for _, message in used}) > 200
    for where, message in used:
        found = english.get(_first(message))
        assert found and all(_strings(found)) and not found.fuzzy, f"{where}: {message}"


def test_no_english_is_kept_for_words_that_are_gone() -> None:
    used = {_first(message) for _, message in _used()}
    assert {_first(m.id) for m in _english() if m.id} <= used


def test_translations_keep_their_placeholders() -> None:
    catalog = _english()
    for message in catalog:
        assert not list(message.check(catalog)), message.id


@pytest.mark.parametrize("closed", CLOSED, ids=lambda e: e.__name__)
def test_every_value_of_a_closed_list_has_a_label(app: Flask, closed: type[StrEnum]) -> None:
    with app.test_request_context():
        assert all(labels.label(member) for member in closed)


def test_every_criterion_has_its_sentences_and_source(app: Flask) -> None:
    assert set(SENTENCES) == set(model.weights()) | {"substitution.asked", "substitution.alike", "substitution.chain"}
    keys = {c.key for c in model.SUBSTITUTION} | {c.key for c in model.MUTUALISATION}
    sources = {c.source for c in model.SUBSTITUTION} | {c.source for c in model.MUTUALISATION}
    assert keys | {"chain"} == set(labels.CRITERIA) and sources <= set(labels.SOURCES)
    with app.test_request_context():
        for key in SENTENCES:
            kind, criterion = key.split(".")
            for points, left, right in (
                (0.3, "12.5 t", "8 t"),
                (-0.3, "12.5 t", ""),
                (0.0, "", ""),
                (0.0, "1 t", "1 t"),
            ):
                said = sentence(kind, Evidence(criterion, points, left, right, ""))
                assert said and "%(" not in said and said.endswith(".")


def test_every_job_and_stage_has_a_word() -> None:
    assert set(HANDLERS) <= set(labels.JOBS) and set(STAGES) <= set(labels.STAGES)


@pytest.mark.parametrize(
    ("criterion", "canonical", "written"),
    [
        ("quantity", "12.5 t", "12,5 t/an"), ("volume", "2060 hour", "2 060 h/an"),
        ("quantity", "1.2e+06 t", "1 200 000 t/an"),
        ("resource", "88.93 %", "89 %"), ("temperature", "210 °C", "210 °C"), ("distance", "0.1374 km", "140 m"),
        ("distance", "1.759 km", "1,8 km"), ("partners", "1 firms", "1 établissement"),
        ("partners", "3 firms", "3 établissements"), ("age", "2025", "2025"), ("provenance", "declared", "déclaré"),
        ("provenance", "2 firms", "2 établissements"), ("rhythm", "weekly", "chaque semaine"),
        ("use", "common", "courant"),
        ("use", "same", "la même ressource"), ("rules", "mirror", "dangereux selon analyse (entrée miroir)"),
        ("rules", "", "inconnu"), ("use", "a_use_that_is_gone", "a_use_that_is_gone"),
    ],
)  # fmt: skip
def test_compared_values_are_written_in_french(app: Flask, criterion: str, canonical: str, written: str) -> None:
    with app.test_request_context():
        assert value(criterion, canonical).replace("\u202f", " ").replace("\u00a0", " ") == written


def test_rough_distances(app: Flask) -> None:
    with app.test_request_context():
        said = [distance(rough).replace("\u00a0", " ") for rough in ("<2", ">50", "")]
    assert said == ["à moins de 2 km", "à plus de 50 km", "distance inconnue"]


def test_english_pages_hold_no_french(english: Visitor) -> None:
    translated = {m.id for m in _english() if isinstance(m.id, str) and m.string != m.id and len(m.id) >= LEAST_TELLING}
    missing = ("/nowhere", "/synergies/none")
    for path in (*PAGES, *missing):
        page = english.look(english.client.get(path), 404 if path in missing else 200)
        assert not [text for text in _texts(page) if text.strip(" :.") in translated], path


def _texts(page: Node) -> Iterator[str]:
    for node in page.walk():
        if node.attributes.get("lang") != "fr" or node.tag == "html":
            yield from node.texts
            yield from (node.attributes[name] for name in ("aria-label",) if name in node.attributes)


def test_a_moment_is_the_day_it_was_in_paris_and_the_first_of_a_month_is_written_so(app: Flask) -> None:
    late = "2026-11-30T23:10:00.000+00:00"
    for language, written in (("fr", "1er décembre 2026"), ("en", "1 December 2026")):
        with app.test_request_context(headers={"Accept-Language": language}):
            assert day(late) == day("2026-12-01") == written and moment(late).startswith(f"{written}, 00:10")
            assert (day("2026"), day("")) == ("2026", "")


def test_french_counts_none_as_singular_and_english_does_not(app: Flask) -> None:
    for language, written in (("fr", ["0 établissement", "1 établissement", "2 établissements"]),
                              ("en", ["0 firms", "1 firm", "2 firms"])):  # fmt: skip
        with app.test_request_context(headers={"Accept-Language": language}):
            assert [ngettext("%(num)s établissement", "%(num)s établissements", n) for n in range(3)] == written


def test_no_space_of_french_breaks_a_line_but_what_people_typed_stays(visitor: Visitor, english: Visitor) -> None:
    typed = "palettes : cassées ?"
    page = visitor.client.get("/explore", query_string={"q": typed}).text
    assert f'value="{typed}"' in page and "Qui peut reprendre…\u00a0?" in page and "Qui peut reprendre… ?" not in page
    assert "\u00a0:" not in english.client.get("/site-map").text
