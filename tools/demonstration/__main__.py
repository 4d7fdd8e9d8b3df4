"""`python -m tools.demonstration [--figures] [--folder PATH]`: write the demonstration territory, or describe it."""

import argparse
from pathlib import Path

from tools.demonstration.figures import report
from tools.demonstration.folder import generate, write
from tools.demonstration.tables import ROOT


def main() -> None:
    """Write the folder, or print the figures of the one that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=ROOT / "seeds" / "demonstration")
    parser.add_argument("--figures", action="store_true", help="print the figures of the folder, write nothing")
    chosen = parser.parse_args()
    if chosen.figures:
        print(report(chosen.folder))
    else:
        write(generate(), chosen.folder)
        print(f"demonstration territory written to {chosen.folder}")


if __name__ == "__main__":
    main()
