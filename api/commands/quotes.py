"""`onrecord quotes`: one quote in several outlets, and how its wording differs."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.scope import OfSpeakerAndTopic
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.features.variants import Variant


@spread
def quotes(
    *,
    asked: OfSpeakerAndTopic,
    outlets: Annotated[
        int, typer.Option(min=2, help="In at least so many outlets.")
    ] = 2,
    differing: Annotated[
        bool,
        typer.Option("--differing", help="Quotes that outlets word differently."),
    ] = False,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show quotes that several outlets carry; without an outlet, an article is one."""
    from api.terminal.sections import Section, show
    from graph.features.same_quote import same_quotes
    from graph.features.variants import variants

    wanted = asked.wanted()
    with stored.to_read() as store:
        if differing:
            pairs = variants(store, wanted)[:limit]
            sections = [
                Section(_heading(each), (each.first, each.second)) for each in pairs
            ]
            show(store, pairs, sections, format)
            return
        shared = same_quotes(store, wanted, outlets=outlets, limit=limit)
        sections = [
            Section(f"In {each.outlets} outlets", each.claims) for each in shared
        ]
        show(store, shared, sections, format)


def _heading(found: "Variant") -> str:
    pairs = (f"“{each.first}” or “{each.second}”" for each in found.differences)
    return f"{found.alike:.0%} alike: {'; '.join(pairs)}"
