"""What gunicorn serves and `flask` finds."""

import sys

from symbiosis.domain.garbage import nothing_to_collect

with nothing_to_collect():  # what is imported stays
    from symbiosis.commands import symbiosis
    from symbiosis.domain.errors import SymbiosisError
    from symbiosis.web import create_app

try:
    app = create_app()
except SymbiosisError as error:  # a wrong setting: one sentence, no trace
    sys.exit(f"Error: {error}")
app.cli.add_command(symbiosis)
