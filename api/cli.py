"""The command `onrecord`. Its commands only call the library; heavy parts are
imported where they are needed, so that `--help` answers at once."""

import typer

from api.commands.agents import agents, identify
from api.commands.answers import answers
from api.commands.ask import ask
from api.commands.backing import backing
from api.commands.backups import backup, restore
from api.commands.between import between
from api.commands.care import check, compact, reindex, stats
from api.commands.central import central, communities
from api.commands.changes import changes
from api.commands.claims import claims
from api.commands.compare import compare
from api.commands.exclusives import exclusives
from api.commands.export import export
from api.commands.extract import extract
from api.commands.find import find
from api.commands.first import first
from api.commands.hearsay import hearsay
from api.commands.ingest import ingest
from api.commands.keys import keys
from api.commands.load import load
from api.commands.mcp import mcp
from api.commands.neighbours import neighbours
from api.commands.paths import paths
from api.commands.positions import positions
from api.commands.quotes import quotes
from api.commands.relate import relate
from api.commands.review import review
from api.commands.revisions import revisions
from api.commands.serve import serve
from api.commands.shifts import shifts
from api.commands.silent import silent
from api.commands.sparql import sparql
from api.commands.timeline import timeline
from api.commands.together import together
from api.commands.topics import topics
from api.commands.validate import validate
from api.commands.watch import watch
from api.commands.webhooks import webhooks
from api.terminal.group import OneLineErrors

PANELS = {
    "Read articles": (ingest, watch, extract, load),
    "Find claims": (find, claims, serve, sparql, export),
    "Ask who stands where": (ask, positions, shifts, compare, answers, backing, first),
    "Ask who reports what": (
        quotes,
        exclusives,
        hearsay,
        silent,
        between,
        changes,
        revisions,
    ),
    "See how it hangs together": (
        paths,
        neighbours,
        central,
        communities,
        together,
        timeline,
    ),
    "Connect other tools": (mcp,),
    "Judge claims": (review, relate, identify),
    "Look after the data": (
        validate,
        check,
        stats,
        backup,
        restore,
        compact,
        reindex,
    ),
}
"""The commands by what they are for, as `--help` lists them."""

REST_IS_READ = {
    ask: {"allow_extra_args": True, "ignore_unknown_options": True},
    find: {"ignore_unknown_options": True},
    timeline: {"ignore_unknown_options": True},
}
"""Commands that take words like options: a question's parameters, `-stance:asks`."""

app = typer.Typer(
    name="onrecord",
    cls=OneLineErrors,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Who demanded what, and when: claims and quotes from news, with their proof.",
)

for panel, commands in PANELS.items():
    for command in commands:
        words = REST_IS_READ.get(command)
        app.command(rich_help_panel=panel, context_settings=words)(command)

for group in (agents, topics):
    app.add_typer(group, rich_help_panel="Judge claims")
app.add_typer(keys, rich_help_panel="Look after the data")
app.add_typer(webhooks, rich_help_panel="Connect other tools")


def main() -> None:
    """Run the command line."""
    app(prog_name="onrecord")
