"""`onrecord central` and `communities`: the whole graph at a glance."""

from typing import Annotated

import typer

from api.terminal.choices import Measure, Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.spreading import spread


@spread
def central(
    *,
    measure: Annotated[
        Measure,
        typer.Option(help="By neighbours, or by lying on others' shortest paths."),
    ] = Measure.DEGREE,
    limit: Limit = 20,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """List the most central agents and topics of the whole graph."""
    from api.terminal.results import print_rows
    from api.terminal.sections import print_json
    from graph.network import centrality as feature

    with stored.to_read() as store:
        found = feature.centrality(store, feature.Measure(measure), top=limit)
    if format is Output.JSON:
        print_json(found)
        return
    rows = ((each.node.kind, each.node.label, each.value) for each in found)
    print_rows(("kind", "name", measure.value), rows)


@spread
def communities(
    *,
    top: Annotated[int, typer.Option(min=1, help="Members shown of each.")] = 10,
    limit: Limit = 20,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """List groups joined more among themselves than to others, the largest first."""
    from api.terminal.results import print_rows
    from api.terminal.sections import print_json
    from graph.network.centrality import communities as groups

    with stored.to_read() as store:
        found = groups(store, top=top)[:limit]
    if format is Output.JSON:
        print_json(found)
        return
    rows = (
        (number, "; ".join(node.label for node in nodes))
        for number, nodes in enumerate(found, start=1)
    )
    print_rows(("group", "members"), rows)
