"""Whatever the bytes, whichever the reader: nothing raises, and what is not read is said."""

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from symbiosis.domain.firms import Firm
from symbiosis.domain.imports import Asked, Found, ImportKind
from symbiosis.importers.kinds import IMPORTERS
from symbiosis.importers.sirene import STOCK
from tests.importers import registers as made

HERE = Asked((Firm(made.siret(1), "A"),), {"54115": "Champigneulles"})
KINDS = (ImportKind.SIRENE, ImportKind.COMPANIES, ImportKind.IREP, ImportKind.TRACKDECHETS, ImportKind.TERRITORY)
HEADERS = {
    ImportKind.SIRENE: ",".join(STOCK), ImportKind.COMPANIES: '{"results": [', ImportKind.TERRITORY: "firm_id;name",
    ImportKind.IREP: "identifiant;annee;code_dechet;quantite",
    ImportKind.TRACKDECHETS: "Code du déchet;Expéditeur SIRET;Date d'expédition;Quantité de déchet",
}  # fmt: skip
pieces = st.sampled_from([
    '"', ";", ",", "\t", "\n", "\r\n", "\r", "\0", "é", "\ufeff", "<", "54115", "A", "F", "11.05Z", made.siret(1),
    made.siret(2), "13 02 05*", "2024", "2024-12-31", "1,5", "< seuil", "1e309", "{", "}", "[", "]",
    ":", "null", "siege",
])  # fmt: skip
contents = st.lists(pieces, max_size=60).map("".join)
encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])
NAMES = {ImportKind.TERRITORY: "firms.csv", ImportKind.COMPANIES: "a.json"}


def read(kind: ImportKind, data: bytes) -> Found:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / NAMES.get(kind, "a.csv")
        path.write_bytes(data)
        paths = [path]
        if kind is ImportKind.IREP:
            sites = Path(folder) / "etablissements.csv"
            sites.write_text(f"identifiant;numero_siret;code_insee\nA;{made.siret(1)};54115\n")
            paths.append(sites)
        return IMPORTERS[kind].read(paths, HERE)


def something_is_said(found: Found) -> bool:
    assert all(error.remedy for error in (*found.errors, *found.notes))
    return bool(found.rows or found.errors or found.notes or not found.rows_read)


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=25)
@given(data=st.binary(max_size=300))
def test_any_bytes(kind: ImportKind, data: bytes) -> None:
    assert something_is_said(read(kind, data))


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=25)
@given(content=contents, encoding=encodings)
def test_any_rows_under_a_right_header(kind: ImportKind, content: str, encoding: str) -> None:
    data = f"{HEADERS[kind]}\n{content}".encode(encoding, "replace")
    assert something_is_said(read(kind, data))


@pytest.mark.parametrize("kind", KINDS)
@settings(deadline=None, max_examples=10)
@given(content=contents, cut=st.integers(0, 200))
def test_any_zip_whole_or_cut(kind: ImportKind, content: str, cut: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil/" + NAMES.get(kind, "a.csv"), f"{HEADERS[kind]}\n{content}".encode())
    data = stream.getvalue()
    assert something_is_said(read(kind, data[: max(0, len(data) - cut)]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(kind: ImportKind) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NAMES.get(kind, "a.csv"), b"0" * 50_000_000)
    found = read(kind, stream.getvalue())
    assert not found.rows and any("décompressé" in error.remedy for error in found.errors)


@settings(deadline=None, max_examples=20)
@given(rows=st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.sampled_from(["54115", "75056"]),
                               st.sampled_from(["A", "F"]), st.booleans()), max_size=8))  # fmt: skip
def test_every_row_of_a_register_is_loaded_or_told_of(rows: list[tuple[int, str, str, bool]]) -> None:
    told = [
        made.stock_row(rank, codeCommuneEtablissement=commune, etatAdministratifEtablissement=state)
        | ({"siret": "12"} if broken else {})
        for rank, commune, state, broken in rows
    ]
    found = read(ImportKind.SIRENE, made.text(made.STOCK, told).encode())
    counted = sum(int(note.value) for note in found.notes if note.value)
    assert found.rows_read == len(rows) == len(found.rows) + len(found.errors) + counted
