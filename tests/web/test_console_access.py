"""Who may ask the graph anything."""

import pytest

from symbiosis.domain.access import Account
from tests.web.conftest import Visitor

PAGES = ("/console", "/gallery", "/gallery/hubs", "/account/tokens", "/console/file/csv?q=RETURN+1")


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_signs_in_first_and_a_company_is_told_who_may(stranger: Visitor, path: str) -> None:
    assert stranger.client.get(path).status_code == 303
    assert stranger.become(Account.COMPANY).client.get(path).status_code == 403


@pytest.mark.parametrize("role", [Account.ANALYST, Account.ANIMATOR, Account.ADMIN])
def test_analysts_and_economic_developers_may(stranger: Visitor, role: Account) -> None:
    stranger.become(role).get("/gallery")
    stranger.get("/console")
