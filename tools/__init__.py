"""Commands for developers: run with `python -m tools.…`."""
