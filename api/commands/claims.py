"""`onrecord claims`: who said what, with the sentence that proves it."""

from typing import Annotated

import typer

from api.choices import Dated, Form, Quoted, Reality, Sorting
from api.opening import Stored
from api.options import Confidence, Outlet, Since, Speaker, Stances, Topic, Until
from api.spreading import spread


@spread
def claims(
    *,
    speaker: Speaker = None,
    role: Annotated[
        str | None, typer.Option(help="Words of the speaker's title in the article.")
    ] = None,
    stance: Stances = None,
    topic: Topic = None,
    since: Since = None,
    until: Until = None,
    quote: Annotated[
        list[Quoted] | None,
        typer.Option(help="Verbatim, reported, or partly each. Repeatable."),
    ] = None,
    text: Annotated[
        str | None,
        typer.Option(help='Words of the content; "a phrase" and begin* work.'),
    ] = None,
    addressee: Annotated[
        list[str] | None, typer.Option(help="To whom it was said. Repeatable.")
    ] = None,
    target: Annotated[
        list[str] | None, typer.Option(help="Whom it is about. Repeatable.")
    ] = None,
    modality: Annotated[
        list[Reality] | None, typer.Option(help="What is not plain fact. Repeatable.")
    ] = None,
    precision: Annotated[
        list[Dated] | None, typer.Option(help="How closely it is dated. Repeatable.")
    ] = None,
    outlet: Outlet = None,
    min_confidence: Confidence = None,
    order: Annotated[Sorting, typer.Option(help="What comes first.")] = Sorting.NEWEST,
    limit: Annotated[int, typer.Option(min=1, help="At most so many claims.")] = 50,
    everything: Annotated[
        bool, typer.Option("--all", help="Every claim that matches, without limit.")
    ] = False,
    format: Annotated[Form, typer.Option(help="How to print them.")] = Form.TABLE,
    stored: Stored,
) -> None:
    """Find claims by speaker, stance, topic, date and words.

    In the table, the sentence that proves each claim stands under it: its speaker
    underlined, its words in bold.
    """
    from api.listing import list_claims
    from api.scope import scope

    wanted = scope(
        **{"from": since, "to": until},
        speaker=speaker,
        stance=stance,
        topic=topic,
        quote=quote,
        text=text,
        addressee=addressee,
        target=target,
        role=role,
        modality=modality,
        precision=precision,
        outlet=outlet,
        min_confidence=min_confidence,
    )
    with stored.to_read() as store:
        list_claims(store, wanted, order, format, limit=None if everything else limit)
