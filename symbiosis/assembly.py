"""Puts the settings and the parts together, for the web and for the shell."""

from symbiosis.settings import Settings
from symbiosis.store.connection import embedded, remote
from symbiosis.store.reader import Reader
from symbiosis.store.session import Store
from symbiosis.store.vault import Vault


def open_store(settings: Settings) -> Store:
    """Return the store the settings name; nothing is opened before its first question."""
    vault = Vault(settings.keys)
    if settings.neo4j_uri:
        login = (settings.neo4j_username, settings.neo4j_password)
        return Store(remote(settings.neo4j_uri, *login, settings.neo4j_database), vault)
    return Store(embedded(settings.home / "graph"), vault)


def open_reader(settings: Settings) -> Reader:
    """Return what asks the reading copy; nothing is opened before its first question."""
    return Reader(settings.home)
