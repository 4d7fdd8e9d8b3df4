"""The indicators as data: one row per figure, the same in CSV and in JSON."""

import csv
import io
from collections.abc import Iterator

from symbiosis.domain.effects import Measure, Range
from symbiosis.domain.exported import harmless
from symbiosis.domain.indicators import Indicators, Reach

Row = dict[str, str | float | int]
COLUMNS = (
    "indicator", "scope", "reach", "kind", "unit", "low", "high", "synergies", "without_figure", "date",
)  # fmt: skip
TOLD = ("id", "low", "high", "unit", "fr", "en", "source", "year", "scope", "date")


def rows(found: Indicators, today: str) -> list[Row]:
    """Return every figure: of the territory, then by status, by commune and by year."""
    lines = (*_sums(found), *_counts(found), *_by_commune(found), *_by_year(found))
    return [{"date": today, **line} for line in lines]


def as_json(found: Indicators, today: str, territory: str, synthetic: bool) -> dict[str, object]:
    """Return the figures with the factors behind them; made-up data say so."""
    return {
        "territory": territory, "synthetic": synthetic, "date": today, "figures": rows(found, today),
        "factors": [{name: getattr(factor, name) for name in TOLD} for factor in found.factors],
    }  # fmt: skip


def as_csv(found: Indicators, today: str) -> str:
    """Return the figures for a French spreadsheet: BOM, semicolons, decimal commas, no cell that is a formula."""
    stream = io.StringIO()
    stream.write("\ufeff")
    writer = csv.DictWriter(stream, COLUMNS, restval="", delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    for row in rows(found, today):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return stream.getvalue()


def _cell(value: str | float | int) -> str:
    if isinstance(value, str):
        return harmless(value)
    return str(round(value, 3)).replace(".", ",")


def _sums(found: Indicators) -> Iterator[Row]:
    for (reach, measure), total in found.sums.items():
        if total.known:
            counts: Row = {"synergies": total.known, "without_figure": total.unknown}
            yield _figure("territory", reach, (measure, total.range)) | counts
        else:  # nobody knows: no figure rather than 0
            yield {
                "indicator": measure.name.lower(), "scope": "territory", "reach": reach.value, "unit": _unit(measure),
                "synergies": 0, "without_figure": total.unknown,
            }  # fmt: skip


def _counts(found: Indicators) -> Iterator[Row]:
    for reach, firms in found.firms.items():
        yield {
            "indicator": "firms",
            "scope": "territory",
            "reach": reach.value,
            "unit": "firm",
            "low": firms,
            "high": firms,
        }
    for (kind, judgement), n in sorted(found.synergies.items()):
        yield {"indicator": f"synergies_{judgement.value}", "scope": "territory", "kind": kind.value, "synergies": n}


def _by_commune(found: Indicators) -> Iterator[Row]:
    for commune in found.communes:
        scope = f"commune {commune.id}"
        for reach, n in commune.synergies.items():
            yield {
                "indicator": "synergies", "scope": scope, "reach": reach.value, "synergies": n,
                "low": commune.firms[reach], "high": commune.firms[reach], "unit": "firm",
            }  # fmt: skip
        for item in commune.realised.items():
            yield _figure(scope, Reach.REALISED, item)


def _by_year(found: Indicators) -> Iterator[Row]:
    for year in found.years:
        scope = f"year {year.year}"
        yield {"indicator": "synergies", "scope": scope, "reach": Reach.REALISED.value, "synergies": year.synergies}
        for item in year.realised.items():
            yield _figure(scope, Reach.REALISED, item)


def _figure(scope: str, reach: Reach, figure: tuple[Measure, Range]) -> Row:
    measure, amount = figure
    return {
        "indicator": measure.name.lower(), "scope": scope, "reach": reach.value, "unit": _unit(measure),
        "low": amount.low, "high": amount.high,
    }  # fmt: skip


def _unit(measure: Measure) -> str:
    return f"{measure.value}/year"
