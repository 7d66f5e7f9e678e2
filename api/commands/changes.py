"""`onrecord changes`: what differs between two extractions."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from api.showing.printing import one_line
from api.terminal.choices import Output
from api.terminal.options import Shown
from ontology.errors import BadInput

if TYPE_CHECKING:
    from graph.features.changes import Changes
    from ontology.claim import Claim

Lines: TypeAlias = Annotated[
    Path,
    typer.Argument(
        exists=True, dir_okay=False, metavar="FILE", help="Claims as JSON lines."
    ),
]


def changes(before: Lines, after: Lines, *, format: Shown = Output.TABLE) -> None:
    """Compare two extractions of the same articles, as `--format jsonl` writes them."""
    from api.terminal.sections import tell
    from graph.features.changes import changes as differing

    found = differing(_claims(before), _claims(after))
    tell(found, map(one_line, differences(found)), format)


def _claims(path: Path) -> "Iterator[Claim]":
    from pydantic import ValidationError

    from ontology.claim import Claim

    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        try:
            yield Claim.model_validate_json(line)
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            raise BadInput(f"{path}:{number}: no claim record: {reason}") from None


def differences(found: "Changes") -> Iterator[str]:
    """What differs, a line each, under a line of counts."""
    yield (
        f"{len(found.added)} added, {len(found.removed)} removed,"
        f" {len(found.changed)} changed"
    )
    yield from (f"+ {_told(claim)}" for claim in found.added)
    yield from (f"- {_told(claim)}" for claim in found.removed)
    for each in found.changed:
        yield f"~ {_told(each.after)} ({', '.join(each.fields)})"


def _told(claim: "Claim") -> str:
    return f"{claim.speaker.name} {claim.stance}: “{claim.content.text}”"
