"""The formats, by the name they have in an address."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from symbiosis.exports import shapes, tables
from symbiosis.exports.sheet import Sheet


@dataclass(frozen=True)
class Format:
    """How a file is written, what a browser is told it is, and how its name ends."""

    write: Callable[[Sheet], Iterator[bytes]]
    mimetype: str
    ending: str


FORMATS: Mapping[str, Format] = {
    "csv": Format(tables.french_csv, "text/csv; charset=utf-8", "csv"),
    "csv-plain": Format(tables.plain_csv, "text/csv; charset=utf-8", "csv"),
    "xlsx": Format(tables.xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    "json": Format(tables.as_json, "application/json", "json"),
    "parquet": Format(tables.parquet, "application/vnd.apache.parquet", "parquet"),
    "graphml": Format(shapes.graphml, "application/graphml+xml", "graphml"),
    "geojson": Format(shapes.geojson, "application/geo+json", "geojson"),
}
