"""Every address says which right it needs."""

from flask import Flask

from symbiosis.web.access import HELD_IN


def test_every_address_needs_a_right(app: Flask) -> None:
    assert [name for name, view in app.view_functions.items() if not hasattr(view, HELD_IN)] == []
