"""SIRENE: what becomes of each sort of row. Rows of the 13 communes are made up, for no sample holds one."""

import json
import zipfile
from pathlib import Path

import duckdb
import pytest

from symbiosis.domain.firms import Firm
from symbiosis.domain.imports import Asked, Found
from symbiosis.importers.companies import read_companies
from symbiosis.importers.establishments import BANDS, headcount
from symbiosis.importers.lambert import wgs84
from symbiosis.importers.sirene import read_sirene
from tests.importers import registers as made

HERE = Asked(commune_names={"54115": "Champigneulles", "54430": "Pompey"}, sectors={"11.05": "brasserie"})


def read(folder: Path, *rows: dict[str, str], units: list[dict[str, str]] | None = None, asked: Asked = HERE) -> Found:
    files = [made.write(folder / "StockEtablissement_utf8.csv", made.STOCK, rows)]
    if units is not None:
        files.append(made.write(folder / "StockUniteLegale_utf8.csv", made.UNITS, units))
    return read_sirene(files, asked)


def firms(found: Found) -> list[Firm]:
    assert not found.errors, found.errors
    return [told.thing for told in found.rows if isinstance(told.thing, Firm)]


def test_a_firm_is_named_placed_and_coded_in_both_nomenclatures(tmp_path: Path) -> None:
    row = made.stock_row(1, activitePrincipaleNAF25Etablissement="11.05Y",
                         coordonneeLambertAbscisseEtablissement="932562.4",
                         coordonneeLambertOrdonneeEtablissement="6850963.1")  # fmt: skip
    (firm,) = firms(read(tmp_path, row, units=[made.unit_row(1, denominationUniteLegale="BRASSERIE INVENTEE")]))
    assert (firm.id, firm.siret, firm.name) == (made.siret(1), made.siret(1), "BRASSERIE INVENTEE")
    assert (firm.nace, firm.naf2025, firm.commune, firm.headcount) == (("11.05",), "11.05Y", "54115", 35)
    assert firm.lat == pytest.approx(48.70, abs=0.05) and firm.lon == pytest.approx(6.16, abs=0.05)


def test_other_communes_are_left_aside_and_counted(tmp_path: Path) -> None:
    lanfroicourt = made.stock_row(2, codeCommuneEtablissement="54301", codePostalEtablissement="54760")
    found = read(tmp_path, made.stock_row(1), lanfroicourt, lanfroicourt | {"siret": made.siret(3)})
    assert [firm.id for firm in firms(found)] == [made.siret(1)] and found.rows_read == 3
    assert any(note.value == "2" and "autres communes" in note.remedy for note in found.notes)


def test_nobody_is_named(tmp_path: Path) -> None:
    person = {"categorieJuridiqueUniteLegale": "1000", "nomUniteLegale": "DURANDEAU", "prenomUsuelUniteLegale": "ZOE"}
    rows = [
        made.stock_row(1), made.stock_row(2, enseigne1Etablissement="CHEZ DURANDEAU"),
        made.stock_row(3, denominationUsuelleEtablissement="DURANDEAU ZOE"),
        made.stock_row(4, enseigne1Etablissement="LA BONNE MOUSSE"),
        made.stock_row(5, denominationUsuelleEtablissement="DURANDEAU ZOE"),
        made.stock_row(6, statutDiffusionEtablissement="P", enseigne1Etablissement="[ND]"),
    ]  # fmt: skip
    units = [made.unit_row(n, **person) for n in (1, 2, 3, 4)]
    units.append(made.unit_row(6, **dict.fromkeys(person, "[ND]") | {"statutDiffusionUniteLegale": "P"}))
    names = [firm.name for firm in firms(read(tmp_path, *rows, units=units))]
    alone = "Entreprise individuelle, brasserie, Champigneulles"
    assert names == [alone, alone, alone, "LA BONNE MOUSSE", "Établissement, brasserie, Champigneulles", alone]


def test_a_company_that_hides_its_address_keeps_its_name(tmp_path: Path) -> None:
    row = made.stock_row(1, statutDiffusionEtablissement="P", libelleVoieEtablissement="[ND]",
                         coordonneeLambertAbscisseEtablissement="[ND]",
                         coordonneeLambertOrdonneeEtablissement="[ND]")  # fmt: skip
    (firm,) = firms(read(tmp_path, row, units=[made.unit_row(1, denominationUniteLegale="USINE INVENTEE")]))
    assert (firm.name, firm.lat, firm.lon) == ("USINE INVENTEE", None, None)


def test_a_closed_firm_closes_the_one_that_is_known_and_is_no_new_one(tmp_path: Path) -> None:
    closed = {"etatAdministratifEtablissement": "F", "dateDebut": "2024-06-30"}
    known = Firm("f-12", "Ancienne", siret=made.siret(1))
    asked = Asked((known,), HERE.commune_names)
    found = read(tmp_path, made.stock_row(1, **closed), made.stock_row(2, **closed), asked=asked)
    assert [(firm.id, firm.name, firm.closed_at) for firm in firms(found)] == [("f-12", "Ancienne", "2024-06-30")]
    assert any(note.value == "1" and "fermé" in note.remedy for note in found.notes)


def test_insees_points_win_unless_insee_doubts_them(tmp_path: Path) -> None:
    files = [
        made.write(tmp_path / "stock.csv", made.STOCK, [made.stock_row(1), made.stock_row(2)]),
        made.write(tmp_path / "geo.csv", made.POINTS, [made.point_row(1, 48.75, 6.15),
                                                       made.point_row(2, 48.75, 6.15, "33")]),
    ]  # fmt: skip
    places = [(firm.lat, firm.lon) for firm in firms(read_sirene(files, HERE))]
    assert places == [(48.75, 6.15), (None, None)]


def test_old_nomenclatures_are_no_naf_rev_2_and_from_2027_the_main_code_is_naf_2025(tmp_path: Path) -> None:
    column = "nomenclatureActivitePrincipaleEtablissement"
    rows = [made.stock_row(1, **{column: "NAFRev1", "activitePrincipaleEtablissement": "15.9N"}),
            made.stock_row(2, **{column: "NAF2025", "activitePrincipaleEtablissement": "11.05Y"})]  # fmt: skip
    assert [(firm.nace, firm.naf2025) for firm in firms(read(tmp_path, *rows))] == [((), ""), ((), "11.05Y")]


@pytest.mark.parametrize(
    ("written", "remedy"),
    [("12345678901234", "clé"), ("abc", "14 chiffres"), ("3,25175E+12", "tableur"), ("", "14 chiffres")],
)
def test_a_wrong_siret_is_refused_with_what_to_do(tmp_path: Path, written: str, remedy: str) -> None:
    found = read(tmp_path, made.stock_row(1), made.stock_row(2) | {"siret": written})
    assert len(found.rows) == 1
    (error,) = found.errors
    assert error.column == "siret" and error.line == 3 and remedy in error.remedy
    assert [told.line for told in found.rows] == [2]


def test_spaces_and_lost_zeros_are_put_right_also_for_what_is_joined(tmp_path: Path) -> None:
    name = made.siret(1234567)
    lost, spaced = made.stock_row(1234567) | {"siret": name.lstrip("0")}, made.stock_row(8)
    spaced |= {"siret": f"{spaced['siret'][:3]} {spaced['siret'][3:]}"}
    units = [made.unit_row(1234567, denominationUniteLegale="SEPT") | {"siren": name[:9].lstrip("0")}]
    found = firms(read(tmp_path, lost, spaced, units=units))
    assert {firm.id for firm in found} == {name, made.siret(8)}
    assert "SEPT" in {firm.name for firm in found}


def test_la_poste_has_a_rule_of_its_own(tmp_path: Path) -> None:
    found = firms(read(tmp_path, made.stock_row(1) | {"siret": "35600000000048"}, made.stock_row(2)))
    assert "35600000000048" in {firm.id for firm in found}


def test_zip_csv_parquet_and_other_encodings_say_the_same(tmp_path: Path) -> None:
    rows = [made.stock_row(n, enseigne1Etablissement="Chaudronnerie d'Été") for n in (1, 2)]
    plain = made.write(tmp_path / "stock.csv", made.STOCK, rows)
    zipped, parquet = tmp_path / "stock.zip", tmp_path / "stock.parquet"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, "StockEtablissement_utf8.csv")
    duckdb.sql(f"COPY (FROM read_csv('{plain}', all_varchar = true)) TO '{parquet}' (FORMAT parquet)")
    others = [made.write(tmp_path / f"{e}.csv", made.STOCK, rows, e) for e in ("cp1252", "utf-16", "utf-8-sig")]
    semi = tmp_path / "semi.csv"
    semi.write_text(made.text(made.STOCK, rows, ";"), encoding="utf-8")
    expected = firms(read_sirene([plain], HERE))
    assert expected[0].name == "Chaudronnerie d'Été"
    for file in (zipped, parquet, semi, *others):
        assert firms(read_sirene([file], HERE)) == expected, file


def test_a_damaged_row_is_told_with_its_line_and_the_others_load(tmp_path: Path) -> None:
    file = made.write(tmp_path / "stock.csv", made.STOCK, [made.stock_row(1), made.stock_row(2)])
    file.write_text(file.read_text() + "1,2,3\n" + made.text(made.STOCK, [made.stock_row(4)]).splitlines()[1] + "\n")
    found = read_sirene([file], HERE)
    assert len(found.rows) == 3 and found.rows_read == 4
    assert [(e.line, bool(e.remedy)) for e in found.errors] == [(4, True)]


def test_lines_that_end_in_several_ways_are_read(tmp_path: Path) -> None:
    file = made.write(tmp_path / "stock.csv", made.STOCK, [made.stock_row(1)])
    more = made.text(made.STOCK, [made.stock_row(2), made.stock_row(3)]).splitlines()[1:]
    file.write_bytes(file.read_bytes() + f"{more[0]}\n{more[1]}\r\n".encode())
    assert len(firms(read_sirene([file], HERE))) == 3


def test_a_damaged_zip_loads_nothing(tmp_path: Path) -> None:
    plain = made.write(tmp_path / "stock.csv", made.STOCK, [made.stock_row(n) for n in range(30_000)])
    zipped = tmp_path / "stock.zip"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(plain, "stock.csv")
    data = bytearray(zipped.read_bytes())
    data[len(data) // 2] ^= 0xFF
    zipped.write_bytes(bytes(data))
    found = read_sirene([zipped], HERE)
    assert not found.rows and found.errors


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"a,b\n1,2\n", b"PAR1xxxx", b"PK\3\4 no zip", b"siret,siret\n"])
def test_what_is_no_stock_file_is_said_so(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    found = read_sirene([file], HERE)
    assert not found.rows and found.errors and all(error.remedy for error in found.errors)


def test_a_missing_column_is_named_with_the_closest_present(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("siret,codeCommune,etatAdministratifEtablissement,activitePrincipaleEtablissement\n")
    error = read_sirene([file], HERE).errors[0]
    assert (error.column, error.value) == ("codeCommuneEtablissement", "codeCommune")


def test_the_middle_of_a_band_and_what_is_known_better() -> None:
    assert [headcount(band, None) for band in ("NN", "", "00", "01", "12", "53")] == [None, None, 0, 2, 35, 10000]
    assert headcount("12", 22) == 22 and headcount("12", 7) == 35
    assert all(low <= (headcount(band, None) or 0) <= high for band, (low, high) in BANDS.items())


def test_lambert_93_is_what_ign_says() -> None:
    # The projection's own origin: 3° E, 46.5° N is (700 000, 6 600 000) by definition.
    assert wgs84(700_000, 6_600_000) == pytest.approx((46.5, 3.0), abs=1e-6)
    assert wgs84(0, 0) is None


def test_the_real_samples_are_read(shared: Path) -> None:
    folder = shared / "data" / "sirene"
    files = [folder / "StockEtablissement_utf8.csv", folder / "StockUniteLegale_utf8.csv"]
    found = read_sirene(files, Asked(options={"communes": "13204,80001"}))
    assert not found.errors and found.rows_read == 299
    assert all("Entreprise individuelle" in f.name or f.name for f in firms(found)) and firms(found)
    old = read_sirene([folder / "StockEtablissement_geocoded_2022_sample.csv"], HERE)
    assert not old.errors and old.rows_read == 3


@pytest.mark.parametrize("name", ["130025265", "198100125", "356000000", "aga", "12345678900003"])
def test_real_answers_of_the_api_are_read(shared: Path, name: str) -> None:
    file = shared / "data" / "sirene" / f"recherche_entreprises_{name}.json"
    answer = json.loads(file.read_text())["result"]["results"]
    communes = ",".join({r["siege"]["commune"] for r in answer} or {"54115"})
    found = read_companies([file], Asked(options={"communes": communes}))
    assert not found.errors and found.rows_read >= len(answer)
    places = {firm.id: firm for firm in firms(found)}
    opened = [r["siege"] for r in answer if r["siege"]["etat_administratif"] == "A"]
    assert {place["siret"] for place in opened} <= set(places)
    assert all(places[place["siret"]].naf2025 == place["activite_principale_naf25"] for place in opened)


def test_each_row_says_its_line_also_behind_unreadable_ones_and_in_big_files(tmp_path: Path) -> None:
    elsewhere = made.stock_row(9, codeCommuneEtablissement="75056")
    many = 60_000  # several of the pieces that are read side by side
    rows = [elsewhere] * many
    wanted = {2: 0, 3: 10, many // 2: 20, many + 1: 30}  # line: rank of the firm
    lines = made.text(made.STOCK, rows).splitlines()
    for line, rank in wanted.items():
        lines[line - 1] = made.text(made.STOCK, [made.stock_row(100 + rank)]).splitlines()[1]
    lines[3] = "1,2,3"
    lines[40_000] = "4,5,6"
    file = tmp_path / "StockEtablissement_utf8.csv"
    file.write_text("\n".join(lines) + "\n")
    found = read_sirene([file], HERE)
    assert {told.line: told.thing.id for told in found.rows if isinstance(told.thing, Firm)} == {
        line: made.siret(100 + rank) for line, rank in wanted.items()
    }
    assert [error.line for error in found.errors] == [4, 40_001] and found.rows_read == many
