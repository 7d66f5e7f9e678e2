"""`onrecord revisions`: how an article changed, and its claims with it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.changes import differences
from api.showing.printing import one_line
from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Shown
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from api.revisions import Revision


@spread
def revisions(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="Its id, URL or file.")
    ],
    *,
    stored: Stored,
    format: Shown = Output.TABLE,
) -> None:
    """Show the revisions of an article: the claims that appeared, vanished, changed."""
    from api.revisions import history
    from api.terminal.sections import tell

    with stored.to_read() as store:
        found = history(store, article)
    lines = (
        one_line(line)
        for number, revision in enumerate(found, 1)
        for line in _lines(number, revision)
    )
    tell(found, lines, format)


def _lines(number: int, revision: "Revision") -> Iterator[str]:
    article = revision.article
    when = article.retrieved or article.modified or article.published or "no date"
    yield f"{number}. {article.title or article.source} ({when}, {article.id})"
    if number == 1:
        yield f"{len(revision.changes.added)} claims"
    else:
        yield from differences(revision.changes)
