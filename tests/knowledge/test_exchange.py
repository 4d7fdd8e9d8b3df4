import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.enums import ResourceKind
from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.domain.tables import Floats
from symbiosis.knowledge.exchange import Exchange
from symbiosis.knowledge.linker import Linker

MEANT = {"drêches de brasserie": "spent_grain", "coal fly ash": "coal_fly_ash", "sciure": "sawdust"}


@pytest.fixture(scope="session")
def exchange(rows: KnowledgeRows) -> Exchange:
    return Exchange(rows, Linker(rows.resources).lexicon)


def best(shares: Floats, names: dict[str, int]) -> str:
    return list(names)[int(np.argmax(shares))]


@pytest.mark.parametrize("text", MEANT)
@pytest.mark.parametrize("donor", ["", "11.05", "24.10", "35.11"])
def test_a_thing_called_by_its_name_is_that_thing_whoever_speaks(exchange: Exchange, text: str, donor: str) -> None:
    assert best(exchange.meaning(text, donor), exchange.resources) == MEANT[text]


def test_whoever_speaks_decides_where_the_words_do_not(exchange: Exchange) -> None:
    power, paper = (exchange.resources[name] for name in ("coal_fly_ash", "paper_ash"))
    of_power, of_paper = (exchange.meaning("cendres", donor) for donor in ("35.11", "17.12"))
    assert of_paper[paper] / of_paper[power] > of_power[paper] / of_power[power]


def test_a_waste_code_never_makes_its_resources_less_likely(exchange: Exchange, rows: KnowledgeRows) -> None:
    under = [exchange.resources[r.id] for r in rows.resources if "10 01 02" in r.waste_codes]
    assert exchange.meaning("cendres", "", "10 01 02")[under].sum() > exchange.meaning("cendres")[under].sum()


@pytest.mark.parametrize(
    ("text", "kind"), [("chaleur de procédé", ResourceKind.ENERGY), ("raw material", ResourceKind.MATERIAL)]
)
def test_a_general_purpose_wants_a_kind_of_resource_not_a_name(
    exchange: Exchange, rows: KnowledgeRows, text: str, kind: ResourceKind
) -> None:
    of_kind = np.array([r.kind is kind for r in rows.resources])
    assert exchange.wish(text, "20.13")[of_kind].sum() > 0.5


@given(
    st.text(max_size=60),
    st.sampled_from(["", "10", "24.1", "24.10|35.11", "zz"]),
    st.sampled_from(["", "99 99 99", "*"]),
)
def test_any_words_give_shares(exchange: Exchange, text: str, sector: str, code: str) -> None:
    for shares in (exchange.meaning(text, sector, code), exchange.wish(text, sector), exchange.purpose(text, sector)):
        assert np.isfinite(shares).all() and (shares >= 0).all() and shares.sum() == pytest.approx(1.0)
    assert (
        np.isfinite(exchange.takers(text, sector, code)).all() and np.isfinite(exchange.suppliers(text, sector)).all()
    )
