"""What the commands on names share: who decides, and how a finding is shown."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from api.clock import now
from api.showing.plural import plural
from api.showing.printing import one_line

if TYPE_CHECKING:
    from graph.curation.decision import Decision
    from graph.curation.identification import Identification

Kept: TypeAlias = Annotated[
    str,
    typer.Argument(metavar="A", help="By id or name; it stays, and its name shows."),
]

Other: TypeAlias = Annotated[
    str,
    typer.Argument(metavar="B", help="By id or name; ID@ARTICLE: in one article only."),
]

Called: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="WORDS", help="Only those called so.")
]


@dataclass(frozen=True)
class Decider:
    """Who decides, and why."""

    by: Annotated[str, typer.Option(envvar="ONRECORD_REVIEWER", help="Who decides it.")]
    note: Annotated[str | None, typer.Option(help="Why.")] = None

    def decision(self) -> "Decision":
        """Their decision, made now. Raises BadInput without a name."""
        from graph.curation.decision import Decision

        return Decision(by=self.by, at=now("milliseconds"), reason=self.note)


def as_line(found: "Identification") -> str:
    """An identification on one line."""
    is_or_not = "is" if found.same else "is not"
    articles = plural(len(found.articles), "article")
    where = f" in {articles}" if found.articles else ""
    finder = f"{found.by} at {found.at}" if found.by else "the step"
    return one_line(
        f"{found.one.id} {is_or_not} {found.other.id}{where}: {found.reason} ({finder})"
    )
