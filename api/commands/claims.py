"""`onrecord claims`: who said what, with the sentence that proves it."""

from dataclasses import dataclass
from typing import Annotated

import typer

from api.terminal.choices import Dated, Quoted, Reality
from api.terminal.listing import Listing, list_claims
from api.terminal.opening import Stored
from api.terminal.options import (
    Confidence,
    Outlet,
    Since,
    Speaker,
    Stances,
    Topic,
    Until,
)
from api.terminal.scope import Scope
from api.terminal.spreading import spread


@dataclass(frozen=True)
class Asked(Scope):
    """What is asked of claims, all of which must hold."""

    speaker: Speaker = None
    role: Annotated[
        str | None, typer.Option(help="Words of the speaker's title in the article.")
    ] = None
    stance: Stances = None
    topic: Topic = None
    since: Since = None
    until: Until = None
    quote: Annotated[
        list[Quoted] | None,
        typer.Option(help="Verbatim, reported, or partly each. Repeatable."),
    ] = None
    text: Annotated[
        str | None,
        typer.Option(help='Words of the content; "a phrase" and begin* work.'),
    ] = None
    addressee: Annotated[
        list[str] | None, typer.Option(help="To whom it was said. Repeatable.")
    ] = None
    target: Annotated[
        list[str] | None, typer.Option(help="Whom it is about. Repeatable.")
    ] = None
    modality: Annotated[
        list[Reality] | None, typer.Option(help="What is not plain fact. Repeatable.")
    ] = None
    precision: Annotated[
        list[Dated] | None, typer.Option(help="How closely it is dated. Repeatable.")
    ] = None
    outlet: Outlet = None
    min_confidence: Confidence = None


@spread
def claims(*, asked: Asked, listing: Listing, stored: Stored) -> None:
    """Find claims by speaker, stance, topic, date and words.

    In the table, the sentence that proves each claim stands under it: its speaker
    underlined, its words in bold.
    """
    wanted = asked.wanted()
    with stored.to_read() as store:
        list_claims(store, wanted, listing)
