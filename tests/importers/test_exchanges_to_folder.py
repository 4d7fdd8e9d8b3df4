"""One site of the documented exchanges becomes a folder that reads without an error."""

import csv
from pathlib import Path

import pytest

from symbiosis.domain.enums import Direction, Provenance
from symbiosis.domain.errors import NotFound, Refused
from symbiosis.importers.exchanges import site_to_folder
from symbiosis.importers.territory import read_folder

REAL = Path(__file__).parents[3] / "shared" / "cases" / "maestri.csv"
SITES = sorted({row["site"] for row in csv.DictReader(REAL.open(encoding="utf-8-sig"))}) if REAL.exists() else []
SIDES = "donor,donor_nace,donor_activity_fr,material_fr,low_code,receiver,receiver_nace,receiver_activity_fr"
SAMPLE = f"""site,{SIDES},use_fr,kind,source
S1,Scierie,16.10,Sciage,Sciure,03 01 05,Ferme,01.4,Élevage,Litière,substitution,Carnet
S1,Scierie,16.10|16.2,Sciage,Sciure,03 01 05,Chaufferie,35.30,,Combustible,substitution,Carnet
S1,Chaufferie,35.30,Chaleur,Cendres,10 01 01|10 01 03,Ferme,01.4,Élevage,Engrais,substitution,Carnet
S1,Scierie,16.10,Sciage,Sciure,,Ferme,01.4,Élevage,Paillage,substitution,Carnet
S1,Scierie,16.10,Sciage,Écorces,03 01 01,,,,Paillage,substitution,Carnet
S2,Forge,25.50,Forge,Chaleur,,Serre,01.13,Maraîchage,Chauffage,substitution,Carnet
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "exchanges.csv"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


def test_a_site_becomes_firms_and_observed_flows(sample: Path, tmp_path: Path) -> None:
    assert site_to_folder(sample, "S1", tmp_path / "s1") == 5
    rows = read_folder(tmp_path / "s1")
    assert (rows.name, rows.synthetic, rows.errors, rows.synergies) == ("Site S1", False, (), ())
    firms = {firm.id: firm for firm in rows.firms}
    assert [firm.name for firm in rows.firms] == ["Scierie", "Ferme", "Chaufferie"]
    assert [firm.nace for firm in rows.firms] == [("16.10", "16.2"), ("01.4",), ("35.30",)]
    assert [firm.activity for firm in rows.firms] == ["Sciage", "Élevage", "Chaleur"]
    assert {flow.provenance for flow in rows.flows} == {Provenance.OBSERVED}
    offers = [flow for flow in rows.flows if flow.direction is Direction.OFFER]
    assert [(firms[f.firm_id].name, f.text, f.waste_code) for f in offers] == [
        ("Scierie", "Sciure", "03 01 05"),
        ("Chaufferie", "Cendres", "10 01 01"),
        ("Chaufferie", "Cendres", "10 01 03"),
        ("Scierie", "Sciure", ""),
        ("Scierie", "Écorces", "03 01 01"),
    ]
    needs = [flow for flow in rows.flows if flow.direction is Direction.NEED]
    assert [(firms[f.firm_id].name, f.text, f.use_text) for f in needs] == [
        ("Ferme", "Sciure", "Litière ; Paillage"),
        ("Chaufferie", "Sciure", "Combustible"),
        ("Ferme", "Cendres", "Engrais"),
    ]


def test_synergies_are_written_only_when_asked(sample: Path, tmp_path: Path) -> None:
    site_to_folder(sample, "S1", tmp_path, with_synergies=True)
    rows = read_folder(tmp_path)
    assert not rows.errors
    assert [synergy.resource_text for synergy in rows.synergies] == ["Sciure", "Sciure", "Cendres", "Sciure"]
    assert {(synergy.status, synergy.source) for synergy in rows.synergies} == {(None, "Carnet")}
    site_to_folder(sample, "S1", tmp_path)
    assert not read_folder(tmp_path).synergies


def test_writing_twice_changes_nothing(sample: Path, tmp_path: Path) -> None:
    site_to_folder(sample, "S1", tmp_path / "s")
    once = read_folder(tmp_path / "s")
    site_to_folder(sample, "S1", tmp_path / "s")
    assert read_folder(tmp_path / "s") == once


def test_an_unknown_site_names_the_present_ones(sample: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="S1, S2"):
        site_to_folder(sample, "S9", tmp_path / "s9")
    assert not (tmp_path / "s9").exists()


def test_a_file_with_a_bad_row_is_refused(sample: Path, tmp_path: Path) -> None:
    sample.write_text(SAMPLE + "S1,Scierie\n", encoding="utf-8")
    with pytest.raises(Refused, match="ligne 8"):
        site_to_folder(sample, "S1", tmp_path / "s1")


@pytest.mark.skipif(not REAL.exists(), reason="the documented exchanges are not beside the project")
@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("with_synergies", [False, True])
def test_each_real_site_reads_without_an_error(tmp_path: Path, site: str, with_synergies: bool) -> None:
    count = site_to_folder(REAL, site, tmp_path, with_synergies)
    rows = read_folder(tmp_path)
    assert rows.errors == ()
    assert rows.firms
    assert 0 < len(rows.flows) <= 2 * count + 1
    assert len(rows.synergies) <= (count if with_synergies else 0)
