"""Firms of a park are ranked as takers by their trade, or by what they are called where they have no code."""

import pytest

from symbiosis.domain.knowledge import KnowledgeRows
from symbiosis.knowledge import Knowledge
from symbiosis.knowledge.partners import Partners, read_firm_words

TOWN = {"firm_id": "town", "name": "", "nace": "", "activity_fr": "Commune", "activity_en": "Municipality"}
SHOP = {"firm_id": "shop", "name": "", "nace": "47.71", "activity_fr": "Boutique", "activity_en": "Clothes shop"}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_town_without_code_is_known_by_what_it_is(rows: KnowledgeRows, knowledge: Knowledge, lang: str) -> None:
    takers = knowledge.exchange.takers("chaleur fatale à 90 °C")
    assert Partners(rows, knowledge.exchange).rank(takers, [SHOP, TOWN], lang) == ["town", "shop"]


def test_its_code_goes_before_what_it_is_called(rows: KnowledgeRows, knowledge: Knowledge) -> None:
    takers = knowledge.exchange.takers("chaleur fatale à 90 °C")
    coded = TOWN | {"firm_id": "coded", "nace": "47.71"}
    assert Partners(rows, knowledge.exchange).rank(takers, [coded, TOWN], "fr") == ["town", "coded"]


def test_every_word_stands_for_codes_that_exist(rows: KnowledgeRows) -> None:
    known = {sector.nace for sector in rows.sectors}
    assert {code for codes, _ in read_firm_words() for code in codes.split("|")} <= known
