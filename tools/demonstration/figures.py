"""The figures of a demonstration folder, counted from its files."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from tools.demonstration.folder import read

INDUSTRY = range(5, 40)  # NACE divisions of sections B to E


def industry_share(firms: list[dict[str, str]]) -> float:
    """Return the share of jobs in industry, in percent."""
    jobs = sum(int(firm["headcount"]) for firm in firms)
    return 100 * sum(int(f["headcount"]) for f in firms if int(f["nace"][:2]) in INDUSTRY) / jobs


def report(folder: Path) -> str:
    """Return the figures as lines of text."""
    firms, flows, found = (read(folder / f"{name}.csv") for name in ("firms", "flows", "synergies"))
    involved = Counter(firm for row in found for firm in row["firm_ids"].split("|"))
    return "\n".join([
        f"firms {len(firms)}, jobs {sum(int(f['headcount']) for f in firms)}, "
        f"industry {industry_share(firms):.2f} % of jobs",
        f"head-counts {_bands(firms)}",
        f"flows {len(flows)} ({(folder / 'flows.csv').stat().st_size / 1e6:.2f} MB): {_counts(flows)}",
        f"declared by {len({f['firm_id'] for f in flows if f['provenance'] == 'declared'})} firms",
        f"without quantity {_share(flows, 'quantity', ''):.1f} %, offers with a waste code "
        f"{100 - _share([f for f in flows if f['direction'] == 'offer'], 'waste_code', ''):.1f} %",
        f"synergies {len(found)}: {dict(Counter(row['kind'] for row in found))}, {len(involved)} firms, "
        f"at most {max(involved.values())} for one firm",
    ])  # fmt: skip


def _share(rows: list[dict[str, str]], column: str, value: str) -> float:
    return 100 * sum(row[column] == value for row in rows) / len(rows)


def _counts(flows: list[dict[str, str]]) -> str:
    counted = Counter((flow["direction"], flow["provenance"]) for flow in flows)
    return ", ".join(f"{direction} {origin} {n}" for (direction, origin), n in sorted(counted.items()))


def _bands(firms: list[dict[str, str]]) -> str:
    edges = (0, 1, 3, 10, 50, 100, 1000)
    sizes = [int(firm["headcount"]) for firm in firms]
    return ", ".join(f"{low}-{high - 1}: {sum(low <= size < high for size in sizes)}" for low, high in pairwise(edges))
