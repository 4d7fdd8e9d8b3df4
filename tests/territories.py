"""Small territories written as folders, for the tests that load one."""

import json
from pathlib import Path

from symbiosis.domain.imports import ImportKind
from symbiosis.knowledge import Knowledge
from symbiosis.services import imports
from symbiosis.services.carry_out import carry_out, preview
from symbiosis.services.receive import Sent, register
from symbiosis.store.session import Store

FIRMS = """firm_id,name,nace,commune,lat,lon,headcount,activity
f-brewery,Brasserie du Test,11.05,54115,48.7370,6.1690,60,bière
f-farm,Ferme du Test,01.41,54188,48.7900,6.1900,4,lait
f-mill,Scierie du Test,16.10,54150,48.7900,6.1400,25,sciage
f-shop,Atelier du Test,25.62,54215,48.7590,6.1460,18,usinage
f-store,Magasin du Test,47.11,54430,48.7780,6.1270,30,commerce
f-office,Bureau du Test,69.20,54430,48.7785,6.1275,12,comptabilité
"""
FLOWS = """firm_id,direction,resource_text,waste_code,quantity,unit,rhythm,provenance,as_of
f-brewery,offer,drêches de brasserie,02 07 04,900,t,daily,declared,2026
f-farm,need,drêches,,700,t,weekly,declared,2026
f-mill,offer,sciure de bois,03 01 05,300,t,daily,observed,2025
f-shop,share,chariot élévateur,,,,weekly,declared,2026
f-mill,share,chariot élévateur,,,,weekly,declared,2026
f-store,share,chariot élévateur,,,,weekly,observed,2025
f-office,offer,truc en plastoc bleu,,,,,declared,2026
"""
SYNERGIES = """kind,firm_ids,resource_text,use_text,status,source
mutualisation,f-store|f-office,gardiennage,,identified,atelier de test
"""


def write(folder: Path, synthetic: bool = True, **files: str) -> Path:
    """Write a territory folder, the small one unless told otherwise; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    contents = {"firms": FIRMS, "flows": FLOWS, "synergies": SYNERGIES} | files
    for name, text in contents.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    identity = {"name": "Territoire de test", "synthetic": synthetic}
    (folder / "territory.json").write_text(json.dumps(identity), encoding="utf-8")
    return folder


def load(store: Store, knowledge: Knowledge, folder: Path) -> str:
    """Load a folder as the shell does; return the id of the import."""
    import_id = register(store, Sent(ImportKind.TERRITORY, "test"), [folder])
    preview(store, lambda: knowledge, import_id, lambda *_: None)
    imports.confirm(store, import_id, later=False)
    assert carry_out(store, knowledge, import_id, lambda *_: None)
    return import_id
