"""French typography, in one place: no space before a colon or inside quotation marks ever breaks a line."""

import re

NBSP = "\u00a0"
# A space before a high sign or after an opening mark, in the text of a page: never in a tag, nor in what people typed.
_BREAKS = re.compile(
    r"(?:(?<=\S) (?=[:;?!»%](?:[\s<).,]|$))|(?<=«) )"
    r"(?=[^<>]*(?:<(?!/(?:textarea|option|pre|code|title|script|style)\b)|$))"
)


def french(html: str) -> str:
    """Return a page with the spaces that French wants unbreakable.

    >>> french('<p title="a : b">Où ? « ici » : là</p><textarea>a : b</textarea>').replace(NBSP, "~")
    '<p title="a : b">Où~? «~ici~»~: là</p><textarea>a : b</textarea>'
    """
    return _BREAKS.sub(NBSP, html)
