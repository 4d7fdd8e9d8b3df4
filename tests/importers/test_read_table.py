"""A table: separators, encodings, line numbers, and every row kept or reported."""

from pathlib import Path

import pytest

from symbiosis.importers import decoding
from symbiosis.importers.header import Columns
from symbiosis.importers.tabular import Sheet, clean, read_table

COLUMNS = Columns(("firm_id", "name"), ("activity",))


def read(tmp_path: Path, content: str | bytes) -> Sheet:
    path = tmp_path / "firms.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path, COLUMNS)


def names(sheet: Sheet) -> list[str]:
    return [row.cells["name"] for row in sheet.rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(tmp_path: Path, separator: str, end: str) -> None:
    text = end.join(separator.join(cells) for cells in (("firm_id", "name"), ("a", "Scierie"), ("b", "Forge")))
    sheet = read(tmp_path, text)
    assert names(sheet) == ["Scierie", "Forge"]
    assert [row.line for row in sheet.rows] == [2, 3]
    assert not sheet.errors + sheet.notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_needs_no_note(tmp_path: Path, encoding: str) -> None:
    sheet = read(tmp_path, "firm_id;name\na;Forge à œuvrer\n".encode(encoding))
    assert names(sheet) == ["Forge à œuvrer"]
    assert not sheet.notes


@pytest.mark.parametrize(("encoding", "said"), [("cp1252", "Windows-1252"), ("utf-16", "UTF-16")])
def test_other_encodings_are_said(tmp_path: Path, encoding: str, said: str) -> None:
    sheet = read(tmp_path, "firm_id;name\na;Forge à œuvrer\n".encode(encoding))
    assert names(sheet) == ["Forge à œuvrer"]
    assert [(note.line, note.value) for note in sheet.notes] == [(0, said)]


def test_one_stray_byte_does_not_garble_the_other_rows(tmp_path: Path) -> None:
    content = "firm_id,name\na,Scierie à façon\n".encode() + b"b,\xc9tain\nc,\x81\n"
    sheet = read(tmp_path, content)
    assert names(sheet) == ["Scierie à façon", "Étain"]
    assert [(e.line, e.column) for e in sheet.errors] == [(4, "name")]
    assert "ligne 3" in sheet.notes[0].remedy


def test_too_many_or_too_few_cells_are_row_errors(tmp_path: Path) -> None:
    sheet = read(tmp_path, "firm_id,name\na\nb,Forge\nc,Scierie,bois\n")
    assert names(sheet) == ["Forge"]
    assert [(e.line, e.value) for e in sheet.errors] == [(2, "a"), (4, "c,Scierie,bois")]
    assert sheet.rows_read == 3


def test_quoted_newlines_keep_the_first_line_number(tmp_path: Path) -> None:
    sheet = read(tmp_path, 'firm_id,name\na,"Forge\ndu ""Val"",\nsite 2"\nb\nc,Scierie\n')
    assert names(sheet) == ['Forge du "Val", site 2', "Scierie"]
    assert [row.line for row in sheet.rows] == [2, 6]
    assert [e.line for e in sheet.errors] == [5]


@pytest.mark.parametrize("broken", ['b,"Forge', 'b,"Forge" bis'])
def test_broken_quotes_cost_one_row(tmp_path: Path, broken: str) -> None:
    after = "".join(f'f{n},"Firme {n}"\n' for n in range(300))
    sheet = read(tmp_path, f"firm_id,name\na,Scierie\n{broken}\n{after}")
    assert len(sheet.rows) == 301
    assert [(e.line, e.value) for e in sheet.errors] == [(3, broken)]
    assert "guillemets" in sheet.errors[0].remedy


def test_headers_are_matched_without_case_accents_or_spaces(tmp_path: Path) -> None:
    sheet = read(tmp_path, " FIRM_ID ;Namé;Activity\na;Forge;acier\n")
    assert sheet.rows[0].cells == {"firm_id": "a", "name": "Forge", "activity": "acier"}


def test_a_duplicated_header_is_an_error(tmp_path: Path) -> None:
    sheet = read(tmp_path, "firm_id;name;NAME\na;Forge;Scierie\n")
    assert not sheet.rows
    assert [(e.line, e.column) for e in sheet.errors] == [(1, "name")]


def test_a_missing_column_names_the_closest_one(tmp_path: Path) -> None:
    sheet = read(tmp_path, "firm_id;Nom;commune\na;Forge;Pompey\n")
    assert [(e.line, e.column, e.value) for e in sheet.errors] == [(1, "name", "Nom")]
    assert "« name »" in sheet.errors[0].remedy
    assert "« Nom »" in sheet.errors[0].remedy


def test_unknown_columns_are_said_once(tmp_path: Path) -> None:
    sheet = read(tmp_path, "firm_id;name;siret;\na;Forge;1;x\nb;Scierie;2;\n")
    assert len(sheet.rows) == 2
    assert [(note.line, note.value) for note in sheet.notes] == [(1, "siret, (sans nom)")]


def test_lines_without_any_value_are_counted_not_lost(tmp_path: Path) -> None:
    sheet = read(tmp_path, "\nfirm_id;name\n\na;Forge\n;\n ; \n\n")
    assert [row.line for row in sheet.rows] == [4]
    assert sheet.rows_read == 1
    assert "2 ligne(s)" in sheet.notes[0].remedy


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        (b"", 0, "fichier vide"),
        (b"\xef\xbb\xbf\r\n\n", 0, "fichier vide"),
        (b"firm_id;name\n", 1, "en-tête seul"),
        (b"firm\x00_id;name\na;Forge\n", 1, "octets nuls"),
        (b"firm_id;name\na;Fo\x00rge\n", 2, "caractère illisible"),
        (b"PK\x03\x04\x14\x00\x06", 1, "octets nuls"),
        (b";;;\n", 1, "colonne obligatoire absente"),
        (b'"firm_id;name\na;Forge\n', 1, "colonne obligatoire absente"),
    ],
)
def test_what_is_not_a_table_is_said(tmp_path: Path, content: bytes, line: int, said: str) -> None:
    sheet = read(tmp_path, content)
    assert not sheet.rows
    assert sheet.errors[0].line == line
    assert said in sheet.errors[0].remedy


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert decoding.MAX_BYTES == 200_000_000
    monkeypatch.setattr(decoding, "MAX_BYTES", 10)
    sheet = read(tmp_path, "firm_id;name\na;Forge\n")
    assert "trop gros" in sheet.errors[0].remedy


def test_an_absent_file_and_a_folder_in_its_place(tmp_path: Path) -> None:
    assert "absent" in read_table(tmp_path / "firms.csv", COLUMNS).errors[0].remedy
    (tmp_path / "firms.csv").mkdir()
    assert "illisible" in read_table(tmp_path / "firms.csv", COLUMNS).errors[0].remedy


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("length", [2_001, 200_000])
def test_a_huge_cell_is_a_row_error(tmp_path: Path, length: int, quote: str) -> None:
    sheet = read(tmp_path, f"firm_id;name\na;{quote}{'x' * length}{quote}\nb;{'y' * 2_000}\n")
    assert [row.line for row in sheet.rows] == [3]
    assert [e.line for e in sheet.errors] == [2]
    assert len(sheet.errors[0].value) <= 200


def test_control_characters_are_stripped() -> None:
    assert clean(" a\x07b\tc\r\nd\u202ee\u200b\u00a0") == "ab c de"
    assert clean("Forge à œuvrer, 3\u202f000 m²") == "Forge à œuvrer, 3\u202f000 m²"
