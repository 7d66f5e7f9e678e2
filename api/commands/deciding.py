"""`merge` and `split`, which `onrecord agents` and `onrecord topics` have alike."""

import typer

from api.naming import By, Kept, Note, Other, decision
from api.options import Base, Data, Scheme
from api.printing import one_line
from api.settings import DEFAULT_BASE, DEFAULT_DATA


def add_decisions(group: typer.Typer, kind: str, *, merged: str) -> None:
    """Give the group both commands; `kind` is one of `graph.curation.curation`'s.

    `merged` says in the help what follows from a merge.
    """

    @group.command("merge", help=f"Decide that B is A: {merged} split undoes it.")
    def merge_names(
        kept: Kept,
        other: Other,
        *,
        by: By,
        note: Note = None,
        data: Data = DEFAULT_DATA,
        base: Base = DEFAULT_BASE,
        scheme: Scheme = None,
    ) -> None:
        from api.opening import to_mend
        from graph.decisions import merge

        with to_mend(data, base, scheme) as store:
            stays = merge(store, kind, kept, other, decision(by, note))
        typer.echo(one_line(f"{other} is {stays.name} ({stays.id})"))

    @group.command("split")
    def split_names(
        kept: Kept,
        other: Other,
        *,
        by: By,
        note: Note = None,
        data: Data = DEFAULT_DATA,
        base: Base = DEFAULT_BASE,
        scheme: Scheme = None,
    ) -> None:
        """Decide that B is not A: it stands for itself, whatever the step finds."""
        from api.opening import to_mend
        from graph.decisions import split

        with to_mend(data, base, scheme) as store:
            leaves = split(store, kind, kept, other, decision(by, note))
        typer.echo(one_line(f"{leaves.name} ({leaves.id}) stands for itself"))
