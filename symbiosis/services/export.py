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
    """Yield the file piece by piece; Wrong, Stopped or NothingToDraw comes before the first piece.

    Stopped comes later too where something in the answer is hidden meanwhile: the file then breaks off.
    """
    with reader.ask(asked, BLOCK) as stream:
        rows = Rows(stream.rows, MOST)
        sheet = Sheet(stream.columns, rows, asked.text, stream.copy.made_at, words, asked.parameters)
        for piece in written.write(sheet):
            stream.check()
            yield piece
