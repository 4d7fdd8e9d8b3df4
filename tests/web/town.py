"""A small made-up town with leads of every sort, for the tests of the pages."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from symbiosis import settings
from symbiosis.domain.imports import Deed
from symbiosis.services import prepare
from symbiosis.services.know import Known
from symbiosis.services.rematch import rematch
from symbiosis.store import imports
from symbiosis.store.connection import embedded
from symbiosis.store.session import Store
from symbiosis.store.vault import Vault
from symbiosis.web.i18n import TRANSLATIONS
from tests import territories
from tests.territories import write

PLACES = ("54115,48.7370,6.1690", "54430,48.7780,6.1270", "54215,48.7590,6.1460", "54150,48.7900,6.1400")
NAMES = ("Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India", "Juliett", "Kilo", "Lima")
TRADES = ("11.05,bière", "01.41,lait", "16.10,sciage", "25.62,usinage", "86.10,clinique", "25.50,forge")
FIRMS = "firm_id,name,nace,activity,commune,lat,lon,headcount\n" + "".join(
    f"t-{name.lower()},Maison {name},{TRADES[i % 6]},{PLACES[i % 4]},{10 + i}\n" for i, name in enumerate(NAMES)
)
FLOWS = (
    "firm_id,direction,resource_text,waste_code,quantity,unit,rhythm,temperature_c,quality,provenance,as_of\n"
    + "".join(
        f"t-{giver},offer,drêches de brasserie,02 07 04,{700 + 100 * i},t,daily,,fraîches,declared,2026\n"
        f"t-{taker},need,drêches,,{600 + 50 * i},t,weekly,,,{source},{2019 + 3 * i}\n"
        for i, (giver, taker, source) in enumerate(
            [("alpha", "bravo", "declared"), ("golf", "hotel", "observed"), ("india", "juliett", "hypothesis")]
        )
    )
    + "".join(
        f"t-{name},share,chariot élévateur,,{amount},hour,{rhythm},,,{source},2025\n"
        for name, amount, rhythm, source in [
            ("charlie", 100, "weekly", "declared"), ("delta", "", "", "observed"), ("echo", 300, "weekly", "declared"),
            ("kilo", 50, "monthly", "declared"), ("lima", 60, "weekly", "declared"),
        ]
    )
    + "t-foxtrot,offer,chaleur fatale 90 °C,,400,MWh,continuous,90,,declared,2026\n"
    + "t-echo,need,chauffage,,300,MWh,seasonal,60,,declared,2026\n"
    + "t-charlie,offer,truc en plastoc bleu,,,,,,,declared,2026\n"
)  # fmt: skip
SYNERGIES = """kind,firm_ids,resource_text,use_text,status,source
mutualisation,t-kilo|t-lima,gardiennage,ronde commune,identified,atelier de test
substitution,t-charlie|t-delta,zigouigoui,,identified,atelier de test
"""


def open_town(root: Path) -> Store:
    """Return a store that holds the town, on an engine of its own under `root`."""
    folder = write(root / "folder", firms=FIRMS, flows=FLOWS, synergies=SYNERGIES)
    store = Store(embedded(root / "graph"), Vault(settings.read({"SYMBIOSIS_HOME": str(root)}).keys))
    prepare.bring_up_to_date(store, root / "graph", lambda *_: None)
    loaded = territories.load(store, Known().current(store), folder)
    assert not imports.get(store, loaded).counts[Deed.REFUSED]
    rematch(store, lambda *_: None)
    return store


def compile_messages() -> None:
    """Make the translations that git does not hold."""
    for file in TRANSLATIONS.rglob("*.po"):
        with file.open("rb") as source, file.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source))
