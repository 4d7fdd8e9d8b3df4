"""An invitation lets one firm in, once; every other link is refused with a sentence that helps."""

import pytest
from flask import Flask

from symbiosis.services import invite
from symbiosis.store.session import Store
from tests.databases import ask
from tests.web.company import enter, link, post
from tests.web.conftest import Visitor
from tests.web.reading import inspect

ALPHA = "t-alpha"


def test_an_animator_makes_a_link_and_finds_on_one_page_what_to_send(visitor: Visitor, town: Store) -> None:
    made = visitor.follow(f"/firms/{ALPHA}/invitations")
    page = inspect(visitor.app, made.text)
    shown = [node.attributes.get("value", "") for node in page.all("input") if node.attributes.get("id") == "link"]
    assert shown[0].startswith("http://localhost/invitation/")
    assert made.text.count(shown[0]) == 2 and "Maison Alpha" in made.text
    listed = visitor.get(f"/firms/{ALPHA}/invitations")
    assert "à envoyer" in listed.text


def test_opening_a_link_changes_nothing_and_the_button_lets_in_once(app: Flask, town: Store) -> None:
    client, (path, made) = app.test_client(), link(app, town, ALPHA)
    for _ in range(2):
        assert "Entrer dans mon espace" in client.get(path).text
    assert not invite.get(town, made).used_at
    assert post(client, path, path).location == "/mine"
    assert "Maison Alpha" in client.get("/mine").text
    other = app.test_client()
    again = other.get(path)
    assert again.status_code == 410 and "déjà servi" in again.text


def test_who_is_in_goes_on_by_the_same_link(app: Flask, town: Store) -> None:
    client, (path, _) = app.test_client(), link(app, town, ALPHA)
    post(client, path, path)
    answer = client.get(path)
    assert (answer.status_code, answer.location) == (303, "/mine")


def test_whoever_holds_a_link_that_has_served_asks_for_another_and_an_animator_makes_it(
    app: Flask, town: Store, visitor: Visitor
) -> None:
    client, (path, _) = app.test_client(), link(app, town, "t-hotel")
    post(client, path, path)
    later = app.test_client()
    refused = later.get(path)
    assert refused.status_code == 410 and "Demander un nouveau lien" in refused.text and "Anne" in refused.text
    assert "Les entreprises attendent" not in visitor.get("/today").text
    for _ in range(2):
        asked = post(later, path, f"{path}/again")
        assert asked.status_code == 200 and "C'est noté" in inspect(app, asked.text).text
    waiting = next(item.text for item in visitor.get("/today").all("li") if "demande un nouveau lien" in item.text)
    assert "Maison Hotel" in waiting
    sent = visitor.follow("/firms/t-hotel/invitations")
    assert "/invitation/" in sent.text
    assert "demande un nouveau lien" not in visitor.get("/today").text


def test_nobody_asks_again_by_a_link_that_was_taken_back_or_forged(app: Flask, town: Store, visitor: Visitor) -> None:
    path, made = link(app, town, ALPHA)
    visitor.post(f"/firms/{ALPHA}/invitations/{made}/revoke")
    for bad in (path, path[:-3] + "abc"):
        answer = post(app.test_client(), "/sign-in", f"{bad}/again")
        assert answer.status_code == 410 and "Demander un nouveau lien" not in answer.text
    assert "demande un nouveau lien" not in visitor.get("/today").text


@pytest.mark.parametrize(
    "spoil", [lambda t: t[:-3] + "abc", lambda t: t.replace(".", ""), lambda t: "zzz", lambda t: t * 40]
)
def test_a_forged_or_cut_link_is_refused(app: Flask, town: Store, spoil: object) -> None:
    path, _ = link(app, town, ALPHA)
    bad = "/invitation/" + spoil(path.removeprefix("/invitation/"))  # type: ignore[operator]
    answer = app.test_client().get(bad)
    assert answer.status_code == 410 and "incomplète ou a été modifiée" in answer.text


def test_an_expired_and_a_revoked_link_are_refused(app: Flask, town: Store, visitor: Visitor) -> None:
    path, made = link(app, town, ALPHA)
    ask(town, "MATCH (i:Invitation {id: $id}) SET i.until = '2026-01-01T00:00:00.000+00:00'", id=made)
    assert "périmé depuis le 1er janvier 2026" in app.test_client().get(path).text
    path, made = link(app, town, ALPHA)
    visitor.post(f"/firms/{ALPHA}/invitations/{made}/revoke")
    answer = app.test_client().get(path)
    assert answer.status_code == 410 and "l'a repris" in answer.text


def test_taking_an_invitation_back_ends_what_it_opened(app: Flask, town: Store, visitor: Visitor) -> None:
    client, (path, made) = app.test_client(), link(app, town, ALPHA)
    post(client, path, path)
    assert client.get("/mine").status_code == 200
    visitor.post(f"/firms/{ALPHA}/invitations/{made}/revoke")
    assert client.get("/mine").status_code in (303, 401, 403)


def test_a_company_cannot_use_the_link_of_another_and_the_link_stays_good(app: Flask, town: Store) -> None:
    client = enter(app, town, ALPHA)
    path, made = link(app, town, "t-bravo")
    answer = client.get(path)
    assert answer.status_code == 410 and "un autre établissement" in answer.text
    assert "Maison Bravo" not in answer.text and not invite.get(town, made).used_at


def test_of_two_who_use_a_link_at_once_one_enters(town: Store) -> None:
    made = invite.make(town, ALPHA, "Anne")
    assert [invite.use(town, made), invite.use(town, made)] == [True, False]
