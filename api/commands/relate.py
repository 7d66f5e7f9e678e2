"""`onrecord relate`: claims about claims."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.showing.plural import plural
from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Shown
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from api.terminal.sections import Section
    from graph.relations import Relation
    from graph.store import Store

SAID = {
    "restates": "restates",
    "contradicts": "contradicts",
    "reverses": "reverses",
    "respondsTo": "responds to",
}
"""`graph.relations.Kind` in words."""


@spread
def relate(
    claim: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Show the relations of this claim instead."),
    ] = None,
    *,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Derive which claims restate, contradict, reverse or answer others, anew.

    What was derived before is replaced. With ID, nothing is derived: the relations
    of that claim are shown as they were last derived, both claims of each.
    """
    from api.terminal.sections import print_json, show
    from graph.derivation import relate as derive
    from graph.derivation import related

    if claim is not None:
        with stored.to_read() as store:
            store.claim(claim)
            found = related(store, claim)
            sections = [_section(store, each) for each in found]
            show(store, found, sections, format, nothing="no relation is known")
        return
    with stored.to_mend() as store:
        counts = derive(store)
    if format is Output.JSON:
        print_json({kind: counts[kind] for kind in sorted(counts)})
        return
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items()))
    relations = plural(counts.total(), "relation")
    typer.echo(f"{relations} derived{': ' if kinds else ''}{kinds}")


def _section(store: "Store", relation: "Relation") -> "Section":
    from api.terminal.sections import Section

    later, earlier = store.claim(relation.claim), store.claim(relation.other)
    heading = (
        f"{later.speaker.name} {SAID[relation.kind]}"
        f" {earlier.speaker.name if later.speaker.id != earlier.speaker.id else ''}"
    )
    return Section(heading, (later, earlier))
