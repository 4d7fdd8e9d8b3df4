"""Take a whole answer away as a file."""

from collections.abc import Iterator

from symbiosis.domain.answers import Cypher
from symbiosis.exports import FORMATS
from symbiosis.exports.formats import Format
from symbiosis.exports.sheet import NothingToDraw, Rows, Sheet, Words
from symbiosis.store.reader import Reader

__all__ = ["FORMATS", "NothingToDraw", "Words", "export"]
MOST, BLOCK = 200_000, 500


def export(reader: Reader, asked: Cypher, written: Format, words: Words) -> Iterator[bytes]:
    """Yield the file piece by piece; Wrong, Stopped or NothingToDraw comes before the first piece."""
    with reader.ask(asked, BLOCK) as stream:
        rows = Rows(stream.rows, MOST)
        sheet = Sheet(stream.columns, rows, asked.text, stream.copy.made_at, words, asked.parameters)
        yield from written.write(sheet)
