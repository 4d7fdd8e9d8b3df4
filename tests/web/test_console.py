"""The console and the gallery, as somebody without JavaScript uses them."""

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import openpyxl
import pytest
from flask import Flask

from symbiosis.domain.access import Account
from symbiosis.domain.errors import EngineDown
from symbiosis.services import gallery
from symbiosis.services.reading import remake
from symbiosis.settings import Settings
from symbiosis.store import engine, reading_copy
from symbiosis.store.connection import Connection
from symbiosis.store.session import Store
from symbiosis.web import create_app
from symbiosis.web.asked import names, read
from symbiosis.web.typography import french
from tests.store.processes import kill_engines
from tests.web.conftest import Visitor
from tests.web.people import hold

FIRMS = "MATCH (f:Firm) RETURN f.name AS name, f.headcount AS n ORDER BY name"


@pytest.fixture(scope="session")
def reading(town: Store, settings: Settings) -> Iterator[Path]:
    """Make a reading copy of the town, once for all tests of the pages."""
    remake(town, settings.home)
    yield settings.home
    for root in reading_copy.folder(settings.home).glob("copy-*"):
        engine.leave(root)
        kill_engines(root)


def console(text: str, **args: str) -> str:
    return f"/console?{urlencode({'q': text, **args})}"


def test_without_a_copy_the_console_says_that_it_is_being_made(town: Store, tmp_path: Path, settings: Settings) -> None:
    values = vars(settings) | {"home": tmp_path}
    app = create_app(Settings(**values), town)
    text = Visitor(app, app.test_client()).become(Account.ANIMATOR).get(console("RETURN 1")).text
    assert "copie de lecture" in text and "RETURN 1" in text


@pytest.mark.usefixtures("reading")
class TestConsole:
    """With a copy to read."""

    def test_an_address_holds_the_whole_question_and_its_answer(self, visitor: Visitor) -> None:
        text = visitor.get(console(FIRMS)).text
        assert "12 lignes" in text and "Maison Alpha" in text

    def test_asking_remembers_the_question_and_leads_to_its_address(self, visitor: Visitor) -> None:
        answer = visitor.post("/console", q="RETURN $n AS n", p_n="12,5", t_n="number")
        assert answer.status_code == 303
        assert answer.location == "/console?q=RETURN+%24n+AS+n&p_n=12%2C5&t_n=number"
        page = visitor.get(answer.location).text
        assert "12,5" in page and "Historique" in page

    def test_a_parameter_without_a_value_is_asked_for(self, visitor: Visitor) -> None:
        page = visitor.get(console("MATCH (f:Firm {id: $id}) RETURN f"))
        assert "À indiquer avant de lancer\u00a0: id" in page.text
        found = visitor.get(console("MATCH (f:Firm {id: $id}) RETURN f", p_id="t-alpha"))
        assert "1 ligne" in found.text

    def test_a_number_that_is_none_is_said_beside_its_field(self, visitor: Visitor) -> None:
        assert "Écrivez un nombre" in visitor.get(console("RETURN $n", p_n="douze", t_n="number")).text
        assert "Écrivez du JSON" in visitor.get(console("RETURN $n", p_n="[NaN]", t_n="json")).text

    def test_a_mistake_shows_its_place(self, visitor: Visitor) -> None:
        text = visitor.client.get(console("MATCH (f:Firm)\nRETRUN f")).text
        assert "<mark>RETRUN</mark>" in text and "Le moteur dit" in text and "Le moteur ne dit pas" not in text
        text = visitor.client.get(console("RETURN 1 AS n, date('x') AS d")).text
        assert "<mark>date(&#39;x&#39;)</mark>" in text and "Le moteur ne dit pas où\u00a0; voici" in text
        text = visitor.client.get(console("RETURN 1 / 0")).text
        assert "<mark>" not in text and "Le moteur ne dit pas où, et" in text

    @pytest.mark.parametrize(
        "text",
        [
            "CREATE (n:Firm {id: 'x'}) RETURN n",
            "MATCH (n) DETACH DELETE n",
            "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
        ],
    )
    def test_a_question_that_writes_or_fetches_is_refused_in_words(self, visitor: Visitor, text: str) -> None:
        assert "La console ne fait que lire" in visitor.get(console(text)).text

    def test_an_empty_answer_suggests_the_nearest_question(self, visitor: Visitor) -> None:
        page = visitor.get(console("MATCH (q:Question)-[:ASKED_ABOUT]->(r) WHERE q.answer = 'x' RETURN r")).text
        assert "La réponse est vide" in page and "Nos hypothèses sont-elles justes\u00a0?" in page

    @pytest.mark.parametrize(
        ("rows", "said"),
        [
            (1001, "Seules les 1 000 premières lignes sont montrées. Une autre ne l'est pas."),
            (4321, "Seules les 1 000 premières lignes sont montrées. 3 321 autres ne le sont pas."),
            (90_000, "Seules les 1 000 premières lignes sont montrées. Au moins "),
        ],
    )
    def test_rows_that_are_not_shown_are_counted(self, visitor: Visitor, rows: int, said: str) -> None:
        page = visitor.get(console(f"UNWIND range(1, {rows}) AS n RETURN n")).text.replace("\u202f", " ")
        assert said in page and "16 Mo" not in page
        assert "Seules" not in visitor.get(console("UNWIND range(1, 1000) AS n RETURN n")).text

    @pytest.mark.parametrize(
        ("typed", "kind"),
        [
            ("[" * 400 + "]" * 400, "json"), ("[" * 1500 + "]" * 1500, "json"), ("9" * 400, "json"),
            (str(2**63), "json"),
            ('{"a": [1e999]}', "json"), ('"\\ud800"', "json"), ('{"\\ud800": 1}', "json"), ("nan", "number"),
            ("inf", "number"),
        ],
    )  # fmt: skip
    def test_a_value_that_the_engine_cannot_be_sent_is_said_beside_its_field(
        self, visitor: Visitor, typed: str, kind: str
    ) -> None:
        page = visitor.get(console("RETURN $x AS x", p_x=typed, t_x=kind)).text
        assert "Écrivez" in page and "Réponse" not in page

    @pytest.mark.parametrize("typed", ["-1", "0", "1,5", "999999999999", ""])
    def test_a_question_of_the_gallery_asks_for_a_whole_number_of_rows(self, visitor: Visitor, typed: str) -> None:
        assert "Écrivez un nombre" in visitor.get(f"/gallery/hubs?p_limit={typed}").text

    @pytest.mark.parametrize("view", ["table", "chart", "graph"])
    @pytest.mark.parametrize(
        "text",
        [
            "RETURN '<script>alert(1)</script>' AS `<img src=x onerror=alert(1)>`, 3 AS `<script>alert(1)</script>`",
            "UNWIND [1e308, -1e308, 1.0 / 0, 0.0 / 0] AS v RETURN 'a' AS n, v", "UNWIND [0, 0] AS v RETURN 'a' AS n, v",
            "RETURN 9223372036854775807 AS n, 'a\\u0000b' AS t, '\\ud800' AS s",
            "MATCH (f:Firm) RETURN collect(f) AS all",
            "RETURN reduce(l = [], i IN range(1, 98) | [l]) AS l",
            "RETURN {a: {}, b: [null, {c: date('2026-01-01')}]} AS m",
        ],
    )  # fmt: skip
    def test_odd_values_are_shown_and_none_is_taken_for_html(self, visitor: Visitor, text: str, view: str) -> None:
        page = visitor.client.get(console(text, view=view)).text
        assert "Réponse" in page and "<script>alert" not in page and "<img src=x" not in page

    @pytest.mark.parametrize("kind", ["csv", "csv-plain", "xlsx", "json", "parquet"])
    def test_odd_values_are_written_to_every_file_of_rows(self, visitor: Visitor, kind: str) -> None:
        values = "{} AS m, [{}] AS l, 1e308 AS f, 9223372036854775807 AS i, 'a\\u0000b' AS t, '\\ud800' AS s"
        deep = "reduce(l = [], i IN range(1, 98) | [l]) AS deep"
        asked = quote(f"MATCH p = (:Firm)-[r]->() RETURN {values}, {deep}, r, p LIMIT 3")
        answer = visitor.client.get(f"/console/file/{kind}?q={asked}")
        assert answer.status_code == 200 and len(answer.data) > 100

    def test_a_question_too_long_for_an_address_is_kept_and_said(self, visitor: Visitor) -> None:
        answer = visitor.post("/console", q="RETURN 1 //" + "é" * 4000)
        assert answer.status_code == 422
        assert "trop longue pour une adresse" in answer.text and "éééé" in answer.text

    def test_favourites_are_kept_named_and_taken_back(self, visitor: Visitor) -> None:
        visitor.post("/console", q="RETURN 'mon favori' AS x")
        page = visitor.client.get("/console").text
        saved = page.split("mon favori", 1)[1].split("/console/saved/", 1)[1].split('"', 1)[0]
        visitor.post(f"/console/saved/{saved}", favourite="1", name="Ma question")
        assert "Ma question" in visitor.get("/console").text
        visitor.post("/console/forget")
        assert "Ma question" in visitor.get("/console").text
        visitor.post(f"/console/saved/{saved}", favourite="0")
        assert "Ma question" not in visitor.get("/console").text
        assert visitor.post("/console/saved/nothing", favourite="1").status_code == 404

    def test_cancelling_comes_back_with_the_question_and_does_not_run_it(self, visitor: Visitor) -> None:
        answer = visitor.post("/console/cancel", q="RETURN 1 AS one")
        assert answer.status_code == 303
        page = visitor.get(answer.location).text
        assert "RETURN 1 AS one" in page and "1 ligne" not in page and "Rien ne tournait" in page
        told = visitor.get(console("RETURN 1 AS one", run="0", cancelled="1")).text
        assert "La requête a été annulée" in told and "1 ligne" not in told

    @pytest.mark.parametrize("view", ["chart", "graph"])
    def test_an_answer_is_drawn_with_its_data_beside(self, visitor: Visitor, view: str) -> None:
        text = FIRMS if view == "chart" else "MATCH (f:Firm)-[d]->(w:Flow) RETURN f, d, w"
        page = visitor.client.get(console(text, view=view)).text
        assert f'class="answer-{"bars" if view == "chart" else "graph"}"' in page
        assert "Les données du dessin" in page and "Maison Alpha" in page

    @pytest.mark.parametrize("kind", ["csv", "csv-plain", "xlsx", "json", "parquet", "graphml", "geojson"])
    def test_an_answer_is_taken_away(self, visitor: Visitor, kind: str) -> None:
        answer = visitor.client.get(f"/console/file/{kind}?q={quote('MATCH (f:Firm) RETURN f')}")
        assert answer.status_code == 200 and len(answer.data) > 500
        assert "attachment" in answer.headers["Content-Disposition"]

    def test_numbers_that_are_none_leave_a_file_that_programs_read(self, visitor: Visitor) -> None:
        asked = quote("RETURN 0.0 / 0.0 AS a, [1.0 / 0.0, 2] AS b, 1.5 AS c, 0.0 / 0.0 AS lat, 1.0 AS lon")
        held = json.loads(visitor.client.get(f"/console/file/json?q={asked}").data, parse_constant=pytest.fail)
        assert held["rows"] == [[None, [None, 2], 1.5, None, 1.0]]
        assert "nan" not in visitor.client.get(f"/console/file/csv?q={asked}").text.lower()
        visitor.get(f"/console/file/geojson?q={asked}", 422)

    def test_an_answer_too_large_as_a_whole_is_said(self, visitor: Visitor) -> None:
        large = "UNWIND range(1, 900) AS n RETURN reduce(s = 'x', i IN range(1, 14) | s + s) + toString(n) AS t, n"
        assert "1 000" not in visitor.get(console(large)).text
        page = visitor.get(console(large.replace("14", "15"))).text
        shown = int(re.findall(r"Seules les (\d+) premières lignes sont montrées. Avec la suivante", page)[0])
        assert 100 < shown < 900 and "16 Mo" in page and f"{shown} lignes" in page
        huge = large.replace("range(1, 900)", "range(1, 1)").replace("14", "25")
        assert "la première ligne dépasse à elle seule 16 Mo" in visitor.get(console(huge)).text

    def test_a_file_says_how_much_it_leaves_out_and_why(self, visitor: Visitor) -> None:
        def last(text: str) -> str:
            return visitor.client.get(f"/console/file/csv?q={quote(text)}").text.replace("\u202f", " ").splitlines()[-1]

        rows = "UNWIND range(1, 1000) AS a UNWIND range(1, {}) AS b RETURN a"
        assert last(rows.format(203)) == "Coupé à 200 000 lignes : 3 000 autres n'y sont pas."
        value = "CASE WHEN n < 900 THEN n ELSE reduce(s = 'x', i IN range(1, 18) | s + s) END"
        large = f"UNWIND range(1, 2000) AS n RETURN {value}"
        assert last(large).startswith("Incomplet, coupé à ") and "16 Mo" in last(large)

    def test_a_file_of_a_mistake_is_a_page_that_says_it(self, visitor: Visitor) -> None:
        assert "RETRUN" in visitor.get(f"/console/file/csv?q={quote('RETRUN 1')}", 422).text
        assert "ni nœud ni relation" in visitor.get(f"/console/file/graphml?q={quote('RETURN 1')}", 422).text
        visitor.get("/console/file/exe?q=RETURN+1", 404)

    @pytest.mark.parametrize("name", [entry.name for entry in gallery.every()])
    def test_every_question_of_the_gallery_opens_at_a_click(
        self, visitor: Visitor, english: Visitor, name: str
    ) -> None:
        entry = gallery.get(name)
        page = visitor.client.get(f"/gallery/{name}").text
        assert entry.title.fr.replace("'", "&#39;") in page and "Réponse" in page
        assert entry.title.en in english.get(f"/gallery/{name}").text
        assert "Ouvrir dans la console" in page

    @pytest.mark.parametrize("name", [entry.name for entry in gallery.every()])
    def test_a_question_of_the_gallery_is_headed_in_the_readers_words_on_the_page_and_in_files(
        self, visitor: Visitor, english: Visitor, name: str
    ) -> None:
        stable = json.loads(visitor.client.get(f"/gallery/{name}/file/json").data)["columns"]
        told = visitor.client.get(f"/gallery/{name}/file/csv").data.decode("utf-8-sig").splitlines()[0].split(";")
        book = openpyxl.load_workbook(io.BytesIO(english.client.get(f"/gallery/{name}/file/xlsx").data))
        first = [cell.value for cell in book["Résultat"][1]]
        page = visitor.get(f"/gallery/{name}").text
        if not stable:  # the engine names no columns of an empty answer
            assert "La réponse est vide" in page
            return
        assert len(set(told)) == len(set(first)) == len(stable)
        assert not set(stable) & {*told, *first} and told != first
        assert all(heading in page for heading in told)

    def test_codes_are_told_in_files_for_readers_and_kept_in_those_for_programs(self, visitor: Visitor) -> None:
        told = visitor.client.get("/gallery/leads_by_status/file/csv").data.decode("utf-8-sig")
        assert "substitution;" in told and "à examiner" in told and "proposed" not in told
        assert "proposed" in visitor.client.get("/gallery/leads_by_status/file/csv-plain").text
        own = visitor.client.get(f"/console/file/csv?q={quote(gallery.get('leads_by_status').text)}")
        assert "proposed" in own.text and "judgement" in own.text

    def test_a_file_of_the_gallery_keeps_what_its_reader_chose_and_says_what_is_wrong(self, visitor: Visitor) -> None:
        page = visitor.client.get("/gallery/hubs?p_limit=2").text
        assert "/gallery/hubs/file/csv?p_limit=2" in page
        rows = visitor.client.get("/gallery/hubs/file/csv?p_limit=2").text.splitlines()
        assert len(rows) == 3
        assert "Écrivez un nombre" in visitor.get("/gallery/hubs/file/csv?p_limit=x", 422).text
        assert "Emporter" not in visitor.get("/gallery/hubs/file/graphml", 422).text
        visitor.get("/gallery/hubs/file/exe", 404)
        visitor.get("/gallery/nothing/file/csv", 404)

    def test_the_gallery_lists_all_and_knows_nothing_else(self, visitor: Visitor) -> None:
        text = visitor.get("/gallery").text
        assert all(french(entry.title.fr) in text for entry in gallery.every())
        visitor.get("/gallery/nothing", 404)


def test_a_question_asked_while_the_database_is_lost_is_kept(settings: Settings) -> None:
    def connect() -> Connection:
        raise EngineDown("down")

    app = create_app(settings, Store(connect))
    client = app.test_client()
    hold(client, "anybody")
    asked = client.get(console("MATCH (f {id: $id}) RETURN f", p_id="<x>"))
    page = Visitor(app, client).look(asked, 503)
    assert "Votre requête est gardée" in page.text and "MATCH (f {id: $id}) RETURN f" in page.text
    again = [a.attributes["href"] for a in page.all("a") if a.text == "Relancer"]
    assert again == ["/console?q=MATCH+%28f+%7Bid%3A+%24id%7D%29+RETURN+f&p_id=%3Cx%3E"]
    assert asked.headers["Refresh"]
    app.config["WTF_CSRF_ENABLED"] = False
    sent = client.post("/console", data={"q": "RETURN 'typed'"})
    assert sent.status_code == 503 and "RETURN &#39;typed&#39;" in sent.text and "Relancer" in sent.text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RETURN $a, $b, $a", ("a", "b")), ("RETURN '$a', \"$b\", `$c`", ()), ("RETURN 1 // $a\n, $b", ("b",)),
        ("RETURN /* $a \n $b */ $c", ("c",)), ("RETURN '\\'$a' + $b", ("b",)), ("RETURN $é", ("é",)),
        ("", ()), ("$", ()),
    ],
)  # fmt: skip
def test_parameters_are_found_outside_texts_and_comments(text: str, found: tuple[str, ...]) -> None:
    assert names(text) == found


def test_an_empty_text_is_a_value_and_large_numbers_are_refused(app: Flask) -> None:
    with app.test_request_context():
        assert read({"q": "RETURN $a", "p_a": ""}).parameters == {"a": ""}
        assert read({"q": "RETURN $a", "p_a": "1e400", "t_a": "number"}).fields[0].error
        assert read({"q": "RETURN $a", "p_a": "1 234,5", "t_a": "number"}).parameters == {"a": 1234.5}
        assert read({"q": "RETURN $a", "p_a": "7", "t_a": "number"}).parameters == {"a": 7}
        assert read({"q": "RETURN $lang"}).parameters == {"lang": "fr"}
