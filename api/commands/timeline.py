"""`onrecord timeline`: claims over time."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal.choices import Output, Split, Width
from api.terminal.opening import Stored
from api.terminal.options import Query, Shown
from api.terminal.scope import parsed
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.search.timeline import Bucket, Timeline

BAR = 40
"""The longest bar, in characters."""


@spread
def timeline(
    query: Query = "",
    *,
    width: Annotated[Width, typer.Option(help="How long a period is.")] = Width.MONTH,
    split: Annotated[Split, typer.Option(help="Count each by this.")] = Split.NONE,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Count the claims that match in each period; periods without any are left out.

    Claims across periods, open at one end, or without a date are counted apart.
    """
    from api.terminal.sections import NOTHING, tell
    from graph.search import timeline as feature

    wanted = parsed(query)
    with stored.to_read() as store:
        found = feature.timeline(
            store, wanted, width=feature.Width(width), split=feature.Split(split)
        )
    lines = list(_lines(found))
    tell(found, lines, format)
    if not lines and format is Output.TABLE:
        typer.echo(NOTHING, err=True)


def _lines(found: "Timeline") -> Iterator[str]:
    bands = (*found.buckets, *found.spanning, *found.open)
    most = max((each.claims for each in bands), default=1)
    for title, buckets in (
        ("", found.buckets),
        ("across periods:", found.spanning),
        ("open at one end:", found.open),
    ):
        if title and buckets:
            yield title
        yield from (_line(each, most) for each in buckets)
    undated = sum(found.undated.values())
    if undated:
        yield f"without a date: {undated}{_shares(found.undated)}"


def _line(bucket: "Bucket", most: int) -> str:
    period = f"{bucket.start or '…':>10} to {bucket.end or '…':<10}"
    bar = "█" * max(1, round(BAR * bucket.claims / most))
    return f"{period} {bucket.claims:>6} {bar}{_shares(bucket.counts)}"


def _shares(counts: Mapping[str, int]) -> str:
    """What a count is made of, the most first; nothing where it is not split."""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    shares = ", ".join(f"{name} {number}" for name, number in ranked if name)
    return f"  {shares}" if shares else ""
