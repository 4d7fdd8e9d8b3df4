"""Puts the settings and the parts together, for the web and for the shell."""

from typing import TYPE_CHECKING

from symbiosis.settings import Settings
from symbiosis.store.connection import embedded, remote
from symbiosis.store.live import Account, Live
from symbiosis.store.reader import Reader
from symbiosis.store.session import Store
from symbiosis.store.vault import Vault

if TYPE_CHECKING:
    from symbiosis.identity.provider import Provider


def open_store(settings: Settings) -> Store:
    """Return the store the settings name; nothing is opened before its first question."""
    vault = Vault(settings.keys)
    if settings.neo4j_uri:
        login = (settings.neo4j_username, settings.neo4j_password)
        return Store(remote(settings.neo4j_uri, *login, settings.neo4j_database), vault)
    return Store(embedded(settings.home / "graph"), vault)


def open_reader(settings: Settings, store: Store) -> Reader:
    """Return what asks the reading copy, or a Neo4j with an account for that; nothing is opened before a question."""
    if not settings.neo4j_reader_username:
        return Reader(settings.home, store)
    login = (settings.neo4j_reader_username, settings.neo4j_reader_password)
    account = Account(settings.neo4j_reader_uri, *login, settings.neo4j_database)
    return Reader(settings.home, store, Live(account, store, settings.home))


def open_provider(settings: Settings) -> "Provider | None":
    """Return the identity provider the settings name, None for none; nothing is asked of it before its first use."""
    if not settings.oidc_issuer:
        return None
    from symbiosis.identity.provider import Client, Provider  # noqa: PLC0415  takes time, only where there is one

    secret = (settings.oidc_client_id, settings.oidc_client_secret)
    return Provider(
        Client(settings.oidc_issuer, *secret, settings.oidc_scopes, settings.oidc_name, settings.oidc_allow)
    )
