"""`merge` and `split`, which `onrecord agents` and `onrecord topics` have alike."""

import typer

from api.showing.printing import one_line
from api.terminal.naming import Decider, Kept, Other
from api.terminal.opening import Stored
from api.terminal.spreading import spread


def add_decisions(group: typer.Typer, kind: str, *, merged: str) -> None:
    """Give the group both commands; `kind` is one of `graph.curation.curation`'s.

    `merged` says in the help what follows from a merge.
    """

    @group.command("merge", help=f"Decide that B is A: {merged} split undoes it.")
    @spread
    def merge_names(
        kept: Kept, other: Other, *, decider: Decider, stored: Stored
    ) -> None:
        from graph.decisions import merge

        with stored.to_mend() as store:
            stays = merge(store, kind, kept, other, decider.decision())
        typer.echo(one_line(f"{other} is {stays.name} ({stays.id})"))

    @group.command("split")
    @spread
    def split_names(
        kept: Kept, other: Other, *, decider: Decider, stored: Stored
    ) -> None:
        """Decide that B is not A: it stands for itself, whatever the step finds."""
        from graph.decisions import split

        with stored.to_mend() as store:
            leaves = split(store, kind, kept, other, decider.decision())
        typer.echo(one_line(f"{leaves.name} ({leaves.id}) stands for itself"))
