"""Tokens with which programs ask the API: the graph holds a digest, never the secret."""

from symbiosis.store.session import Row, Store


def put(store: Store, row: Row) -> None:
    """Write a token {id, who, name, made_at, until}."""
    store.write("tokens/put", row=row)


def of(store: Store, who: str) -> list[Row]:
    """Return a person's tokens, latest first."""
    return store.read("tokens/of", who=who)


def use(store: Store, token_id: str, minute: str) -> Row | None:
    """Count one use in a minute ("2026-05-04T12:00"); return {who, made_at, used}, None for a token that is no good."""
    rows = store.write("tokens/use", id=token_id, minute=minute, today=minute[:10])
    return rows[0] if rows else None


def forget(store: Store, token_id: str, who: str) -> bool:
    """Take a person's own token away; tell whether there was one."""
    return bool(store.write("tokens/forget", id=token_id, who=who)[0]["n"])
