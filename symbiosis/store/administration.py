"""Tells questions to the graph from administration of its engine: what others ask at this moment, databases, ports.

The engine has no right that could be denied for it. This refuses administration only: that nothing is written is the
engine's own doing, whatever the words.
"""

import re

ESCAPE = re.compile(r"\\u+([0-9a-fA-F]{4})")
ASIDE = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|//[^\r\n]*|/\*.*?\*/|(`)", re.DOTALL)
BEFORE = r"(?:\b(?:EXPLAIN|PROFILE)\b\W*|\bUSE\W+[\w.]+\W+|\bCYPHER\b[\w\s.=]*?)*"
FIRST = rf"^\W*{BEFORE}\b(?:SHOW|TERMINATE)\b"
ANYWHERE = r"\b(?:SHOW|TERMINATE)\W+TRANSACTIONS?\b|\bCALL\W+dbms\b"
ADMINISTRATION = re.compile(f"{FIRST}|{ANYWHERE}", re.IGNORECASE)


def blanked(text: str) -> str:
    """Return a statement whose texts, comments and backquotes are blanks, everything else at its place."""
    return ASIDE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def is_administration(text: str) -> bool:
    """Tell whether a statement asks about the engine, or ends what others ask."""
    plain = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    bare = ASIDE.sub(lambda found: "" if found[1] else " ", plain)
    return ADMINISTRATION.search(bare) is not None
