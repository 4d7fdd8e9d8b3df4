"""`flask symbiosis …`: the services, from the shell. Errors are one sentence and exit code 1, never a trace."""

from flask.cli import AppGroup

from symbiosis.commands import (
    accounts,
    contours,
    database,
    erasures,
    imports,
    knowledge,
    learning,
    matching,
    reading,
    serving,
    territory,
    vault,
    what_if,
)

COMMANDS = (
    serving.run,
    serving.work,
    territory.territory,
    territory.make_site,
    imports.importing,
    matching.rematch,
    learning.learn,
    what_if.what_if,
    database.stats,
    database.save,
    database.restore,
    reading.reading_copy,
    reading.reader_role,
    contours.contours,
    knowledge.explore,
    knowledge.evaluate,
    knowledge.corrections,
    accounts.accounts,
    vault.vault,
    erasures.erase,
)

symbiosis = AppGroup("symbiosis", help="Load a territory, match it, look after its database.")
for command in COMMANDS:
    symbiosis.add_command(command)
