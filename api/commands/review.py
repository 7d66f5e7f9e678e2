"""`onrecord review`: a person confirms, corrects or rejects a claim."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from api.clock import now
from api.showing.printing import one_line
from api.terminal.opening import Stored
from api.terminal.scope import understood
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.curation.reviews import Review, Status


@dataclass(frozen=True)
class Finding:
    """What a person finds of a claim: one of three, or nothing yet."""

    confirm: Annotated[bool, typer.Option("--confirm", help="The claim is right.")] = (
        False
    )
    reject: Annotated[
        bool, typer.Option("--reject", help="It is none: answers leave it out.")
    ] = False
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar="NAME=VALUE",
            help="Set it right: stance, polarity, quote, topic (several with ;),"
            " speaker, speaker-kind, addressee, target, date. Repeatable.",
        ),
    ] = None
    by: Annotated[
        str | None, typer.Option(envvar="ONRECORD_REVIEWER", help="Who reviews it.")
    ] = None
    note: Annotated[str | None, typer.Option(help="Why.")] = None

    def status(self) -> "Status | None":
        """What it says of a claim; None where it says nothing."""
        from graph.curation.reviews import Status

        said = {
            Status.CONFIRMED: self.confirm,
            Status.REJECTED: self.reject,
            Status.CORRECTED: bool(self.settings),
        }
        chosen = [status for status, given in said.items() if given]
        if len(chosen) > 1:
            raise typer.BadParameter("choose one of --confirm, --reject and --set")
        return chosen[0] if chosen else None


@spread
def review(
    claim: Annotated[
        str | None, typer.Argument(metavar="ID", help="The claim that is reviewed.")
    ] = None,
    *,
    finding: Finding,
    export: Annotated[
        bool,
        typer.Option("--export", help="Print what all reviews found, as JSON lines."),
    ] = False,
    stored: Stored,
) -> None:
    """Review a claim; what was found is kept beside the record, and outlives it.

    With ID alone, show the claim and its reviews. --export prints each reviewed
    claim by its offsets, as found and as it should be: training data.
    """
    if export:
        _export(stored)
        return
    if claim is None:
        raise typer.BadParameter("give the ID of a claim, or --export")
    status = finding.status()
    if status:
        _keep(stored, claim, status, finding)
    else:
        _show(stored, claim)


def _keep(stored: Stored, claim: str, status: "Status", finding: Finding) -> None:
    from graph.review import review as keep

    if not finding.by:
        raise typer.BadParameter("--by: a review needs the name of who makes it")
    at = now("milliseconds")
    with stored.to_mend() as store:
        with understood():
            made = keep(
                store,
                claim,
                status,
                by=finding.by,
                at=at,
                note=finding.note,
                settings=finding.settings or (),
            )
        typer.echo(_told(made))


def _show(stored: Stored, claim: str) -> None:
    from api.terminal.sections import Section, print_sections

    with stored.to_read() as store:
        found, known = store.claim(claim), store.reviews.of(claim)
        heading = "; ".join(map(_told, known)) or "not reviewed"
        print_sections(store, [Section(heading, (found,))])


def _told(made: "Review") -> str:
    note = f": {made.note}" if made.note else ""
    return one_line(f"{made.status} by {made.by} at {made.at}{note}")


def _export(stored: Stored) -> None:
    from graph.review import corrections

    with stored.to_read() as store:
        for row in corrections(store):
            typer.echo(json.dumps(row, ensure_ascii=False))
