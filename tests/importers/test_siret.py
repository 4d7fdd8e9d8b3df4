"""What passes for a SIRET, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from symbiosis.domain.firms import Firm
from symbiosis.domain.free_columns import NameAsked
from symbiosis.importers.cells import BadCellError
from symbiosis.importers.firm_names import FirmNames
from symbiosis.importers.siret import LA_POSTE, luhn, siren, siret
from tests.importers import registers as made


@pytest.mark.parametrize(
    "written", ["55208131766522", "552 081 317 66522", "552.081.317.66522", "55208131766522.0", " 552-081-317 66522 "]
)
def test_however_it_is_spaced_it_is_the_same(written: str) -> None:
    assert siret(written) == "55208131766522"


@pytest.mark.parametrize("zeros", [1, 2, 3])
def test_as_many_zeros_as_the_register_begins_with_are_given_back(zeros: int) -> None:
    first = {1: 1_234_567, 2: 123_456, 3: 12_345}[zeros]
    whole = made.siret(first)
    assert siret(whole.lstrip("0")) == whole and len(whole) - len(whole.lstrip("0")) == zeros


@given(st.integers(10**7, 10**8 - 1))
def test_the_number_of_a_company_is_not_padded_to_that_of_an_establishment(rank: int) -> None:
    company = made.siret(rank)[:9]
    assert luhn(company.zfill(14)), "padded with zeros its key stays right: that is the trap"
    with pytest.raises(BadCellError) as told:
        siret(company)
    assert "SIREN" in told.value.remedy and siren(company) == company


@pytest.mark.parametrize(
    "written", ["0" * 14, "1234567890", "33383491239", "123456789012345", "５５２０８１３１７６６５２２"]
)
def test_what_only_looks_like_one_is_refused(written: str) -> None:
    with pytest.raises(BadCellError):
        siret(written)


def test_la_poste_keeps_its_own_rule() -> None:
    of_la_poste = next(f"{LA_POSTE}{nic:05d}" for nic in range(100, 999) if sum(map(int, f"{nic}")) % 5 == 1)
    assert not luhn(of_la_poste) and siret(of_la_poste) == of_la_poste
    with pytest.raises(BadCellError):
        siret(f"356000001{of_la_poste[9:]}")


def test_a_company_number_in_a_table_asks_which_of_its_establishments() -> None:
    one, other = made.siret(7), made.siret(8)
    names = FirmNames([Firm(one, "Forge"), Firm("f-8", "Scierie", siret=other)], {})
    asked = names.find(one[:9])
    assert isinstance(asked, NameAsked) and asked.alternatives == ((one, "Forge", 100),)
    assert names.find(other) == "f-8" and names.find(f"{other[:9]} {other[9:]}") == "f-8"
