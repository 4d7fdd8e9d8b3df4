"""A company that enters by its invitation, in a browser of its own."""

import re

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from symbiosis.services import invite
from symbiosis.store.session import Store
from symbiosis.web.invitations import sign

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def link(app: Flask, town: Store, firm_id: str) -> tuple[str, str]:
    """Return the address of a fresh invitation, and its id."""
    made = invite.make(town, firm_id, "Anne")
    with app.test_request_context():
        return f"/invitation/{sign(invite.get(town, made))}", made


def post(client: FlaskClient, page: str, path: str, **fields: str) -> TestResponse:
    """Send a form with the token of a page."""
    token = TOKEN.search(client.get(page).text)
    assert token, page
    return client.post(path, data={"csrf_token": token[1], **fields})


def enter(app: Flask, town: Store, firm_id: str) -> FlaskClient:
    """Return the browser of a company that has entered."""
    client, (path, _) = app.test_client(), link(app, town, firm_id)
    answer = post(client, path, path)
    assert (answer.status_code, answer.location) == (303, "/mine")
    return client
