"""A text and a trade in, codes of the List of Waste out: by order, on wording apart from the evaluation sets."""

import pytest

from symbiosis.domain.knowledge import KnowledgeRows, WasteEntry, WasteOfSector
from symbiosis.knowledge.entry_words import EntryWords
from symbiosis.knowledge.evaluation import answers
from symbiosis.knowledge.producers import Producers
from symbiosis.knowledge.subject import speaks_of_danger, subject
from symbiosis.knowledge.waste import WasteCodes


@pytest.fixture(scope="module")
def codes(rows: KnowledgeRows) -> WasteCodes:
    return answers(rows).waste


def first(codes: WasteCodes, text: str, donor: str) -> str:
    return codes.rank(text, donor)[0].entry.code


@pytest.mark.parametrize(
    ("text", "donor", "code"),
    [
        ("boues de station d'épuration", "10.51", "02 05 02"),
        ("boues de station d'épuration", "11.05", "02 07 05"),
        ("boues de station d'épuration", "37.00", "19 08 05"),
        ("broken glass", "23.13", "10 11 12"),
        ("vitres cassées", "43.34", "17 02 02"),
        ("sable de fonderie", "24.51", "10 09 08"),
        ("sable de fonderie", "24.53", "10 10 08"),
    ],
)
def test_the_trade_decides_between_entries_of_the_same_words(
    codes: WasteCodes, text: str, donor: str, code: str
) -> None:
    assert first(codes, text, donor) == code


def test_both_languages_lead_to_the_same_code(codes: WasteCodes) -> None:
    pairs = (
        ("sciures de bois", "sawdust", "16.10"),
        ("pneus usés", "scrap tyres", "45.20"),
        ("néons", "neon tubes", ""),
    )
    assert [first(codes, fr, nace) for fr, _, nace in pairs] == [first(codes, en, nace) for _, en, nace in pairs]


def test_a_trade_that_is_unknown_still_has_an_answer(codes: WasteCodes) -> None:
    assert first(codes, "palettes cassées", "") == first(codes, "palettes cassées", "99.00") == "15 01 03"


def test_the_danger_that_is_told_puts_the_hazardous_mirror_first(codes: WasteCodes) -> None:
    assert first(codes, "gants et chiffons pleins d'huile", "25.62") == "15 02 02"
    assert first(codes, "gants et chiffons", "25.62") == "15 02 03"


def test_what_has_no_code_goes_under_what_the_trade_does_not_list(codes: WasteCodes) -> None:
    assert first(codes, "vapeur", "24.10") == "10 02 99"


def test_scores_go_down_and_no_code_comes_twice(codes: WasteCodes) -> None:
    ranked = codes.rank("copeaux d'acier", "25.62")
    assert [c.score for c in ranked] == sorted((c.score for c in ranked), reverse=True)
    assert len({c.entry.code for c in ranked}) == len(ranked)


def test_a_text_of_no_known_word_is_answered_by_the_trade(codes: WasteCodes) -> None:
    assert codes.rank("zzqx", "17.12")[0].entry.code.startswith("03 03")
    assert codes.rank("", "") != []


def test_without_shares_the_industries_of_the_entries_are_enough() -> None:
    baker, brewer = _entry("02 06 01", nace=("10.71",)), _entry("02 07 04", nace=("11",))
    producers = Producers(())
    assert producers.fit(baker, "10.71", 0.5) > producers.fit(brewer, "10.71", 0.5)


def test_a_group_is_told_apart_from_its_division() -> None:
    rows = [WasteOfSector("24", "10 02", 0.6, "x"), WasteOfSector("24.4", "10 03", 0.9, "x")]
    shares = Producers(rows).sections("24.42")
    assert shares["10 03"] > shares["10 02"] > 0
    assert "10 03" not in Producers(rows).sections("24.10")


def test_of_several_trades_the_best_counts() -> None:
    rows = [WasteOfSector("10", "02 02", 0.5, "x"), WasteOfSector("11", "02 07", 0.7, "x")]
    assert Producers(rows).sections("10.11 | 11.05") == {"02 02": 0.5, "02 07": 0.7}


def test_an_entry_that_accounts_for_more_of_the_text_says_so() -> None:
    words = EntryWords([_entry("10 02 02", "laitier"), _entry("06 09 02", "laitier de phosphore")])
    covered = {hit.key: share for hit, share in words.find("laitier de phosphore", 5)}
    assert covered["06 09 02"] == pytest.approx(1)
    assert 0 < covered["10 02 02"] < 1


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("solvant usé, 3 fûts par mois", "solvant use par mois"),
        ("2 bennes de gravats", "gravats"),
        ("gravats sans amiante", "gravats"),
        ("palettes cassées", "palettes cassees"),
        ("12 palettes", "12 palettes"),
        ("fûts vides", "futs vides"),
        ("old tiles on pallets", "old tiles"),
    ],
)
def test_a_container_that_measures_and_what_is_denied_are_left_out(text: str, about: str) -> None:
    assert subject(text) == about


def test_danger_is_what_the_text_tells_and_edible_oil_is_none() -> None:
    assert speaks_of_danger("chiffons souillés")
    assert not speaks_of_danger("gravats sans amiante")
    assert not speaks_of_danger("huile de friture")


def _entry(code: str, fr: str = "x", nace: tuple[str, ...] = ()) -> WasteEntry:
    return WasteEntry(code, False, (), fr, fr, (), (), nace)
