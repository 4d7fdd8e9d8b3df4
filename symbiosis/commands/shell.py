"""What every command needs: the store, one-sentence errors, where it prints."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console

from symbiosis import settings
from symbiosis.assembly import open_store
from symbiosis.domain.errors import SymbiosisError
from symbiosis.services import prepare
from symbiosis.store.session import Store

say = Console(stderr=True, highlight=False, soft_wrap=True)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)


@contextmanager
def opened(up_to_date: bool = True) -> Iterator[tuple[Store, settings.Settings]]:
    """Give the store the environment names, with schema and knowledge up to date; say errors in one sentence."""
    try:
        environment = settings.read()
        store = open_store(environment)
        if up_to_date:
            prepare.bring_up_to_date(store, environment.graph_folder, say.print)
        yield store, environment
        store.close()
    except (SymbiosisError, OSError) as error:
        raise click.ClickException(str(error)) from None
