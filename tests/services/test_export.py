"""A territory taken away and loaded again is the same."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from symbiosis.domain.enums import Direction, Judgement, Provenance, Rhythm, SynergyKind, Unit
from symbiosis.domain.firms import Firm
from symbiosis.domain.flows import Flow
from symbiosis.domain.folder import Exported, KnownSynergy
from symbiosis.domain.ids import flow_id
from symbiosis.importers.folder_out import write_folder
from symbiosis.importers.tabular import clean
from symbiosis.importers.territory import read_folder
from symbiosis.knowledge import Knowledge
from symbiosis.services.export_territory import export_territory
from symbiosis.store.session import Store
from tests import territories
from tests.databases import forget_territory
from tests.importers.registers import siret

texts = st.text(st.characters(codec="utf-8", exclude_characters="\ufffd"), max_size=30).map(clean).filter(bool)
odd = texts | texts.map(lambda t: f"={t}") | texts.map(lambda t: f"'+{t}") | texts.map(lambda t: f"''-{t}")
ids = odd.filter(lambda text: "|" not in text)
firm = st.builds(
    Firm, id=ids, name=odd, nace=st.sampled_from([(), ("10.71",), ("10.7", "24.1")]), commune=st.just("54115"),
    lat=st.just(48.7), lon=st.floats(-180, 180), headcount=st.none() | st.integers(0, 10_000),
    activity=st.just("") | odd, siret=st.sampled_from(["", siret(1), siret(2)]),
    naf2025=st.sampled_from(["", "84.11Y"]), closed_at=st.sampled_from(["", "2024-06-30"]),
)  # fmt: skip
firms = st.lists(firm, min_size=2, max_size=5, unique_by=lambda f: f.id)
quantities = st.sampled_from([{}, {"below_threshold": True}]) | st.floats(0, 1e6).map(
    lambda q: {"quantity": q, "unit": Unit.TONNE}
)
maybe = st.just("") | odd
told: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries({
    "text": odd, "waste_code": st.sampled_from(["", "07 07 08*"]), "quality": maybe, "use_text": maybe,
    "rhythm": st.none() | st.sampled_from(Rhythm), "temperature_c": st.none() | st.floats(-50, 2000),
    "provenance": st.sampled_from(Provenance), "as_of": st.sampled_from(["", "2024", "2024-12-31"]),
    "quantity_text": maybe, "source": maybe, "operation": st.sampled_from(["", "R5"]), "confidential": st.booleans(),
})  # fmt: skip


@st.composite
def exports(draw: st.DrawFn) -> Exported:
    every = draw(firms)
    flows = [
        Flow(flow_id(owner.id, "offer", str(rank), "", rank), owner.id, draw(st.sampled_from(Direction)),
             **draw(told), **draw(quantities))
        for rank, owner in enumerate(draw(st.lists(st.sampled_from(every), max_size=5)))
    ]  # fmt: skip
    known = KnownSynergy(
        SynergyKind.SUBSTITUTION, (every[0].id, every[1].id), draw(odd), draw(st.just("") | odd),
        draw(st.none() | st.sampled_from([j for j in Judgement if j is not Judgement.PROPOSED])), draw(odd),
    )  # fmt: skip
    return Exported(draw(texts), draw(st.booleans()), tuple(every), tuple(flows), (known,))


def through(exported: Exported) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as folder:
        write_folder(Path(folder), exported)
        rows = read_folder(Path(folder))
        assert not rows.errors, rows.errors
        return rows.name, rows.synthetic, rows.firms, rows.flows, rows.synergies


@settings(deadline=None, max_examples=40)
@given(exports())
def test_what_is_written_is_read_as_it_was(exported: Exported) -> None:
    same = (exported.name, exported.synthetic, exported.firms, exported.flows, exported.synergies)
    assert through(exported) == same


def test_loaded_taken_away_and_loaded_again_it_is_the_same(loaded: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    first = export_territory(loaded, True)
    assert (len(first.firms), len(first.flows), len(first.synergies)) == (6, 7, 1)
    write_folder(tmp_path / "out", first)
    territories.load(forget_territory(loaded), knowledge, tmp_path / "out")
    assert export_territory(loaded, True) == first


@settings(deadline=None, max_examples=5, suppress_health_check=list(HealthCheck))
@given(exports())
def test_any_territory_goes_through_the_graph_unchanged(ready: Store, knowledge: Knowledge, exported: Exported) -> None:
    plain = replace(exported, flows=tuple(replace(f, confidential=False) for f in exported.flows))
    with tempfile.TemporaryDirectory() as folder:
        write_folder(Path(folder), plain)
        territories.load(forget_territory(ready), knowledge, Path(folder))
    again = export_territory(ready, False)
    assert (again.name, again.synthetic, again.left_out) == (plain.name, plain.synthetic, 0)
    assert sorted(again.firms, key=repr) == sorted(plain.firms, key=repr)
    assert sorted(again.flows, key=repr) == sorted(plain.flows, key=repr)
    assert again.synergies == plain.synergies


def test_confidential_flows_stay_behind_and_are_counted(ready: Store, knowledge: Knowledge, tmp_path: Path) -> None:
    flows = "firm_id,direction,resource_text,confidential\nf-mill,offer,sciure secrète,oui\nf-mill,offer,sciure,\n"
    folder = territories.write(tmp_path / "t", flows=flows, synergies="kind,firm_ids,resource_text\n")
    territories.load(ready, knowledge, folder)
    without, whole = export_territory(ready, False), export_territory(ready, True)
    assert ([f.text for f in without.flows], without.left_out, whole.left_out) == (["sciure"], 1, 0)
    assert {f.text for f in whole.flows} == {"sciure", "sciure secrète"}
    write_folder(tmp_path / "out", without)
    written = "".join(file.read_text() for file in (tmp_path / "out").iterdir())
    assert "secrète" not in written and '"confidential_flows_left_out": 1' in written
