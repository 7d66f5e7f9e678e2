"""What the tools give back: each claim with what it takes to cite it."""

from pydantic import BaseModel, ConfigDict

from api.mcp.citations import Citation
from ontology.claim import Claim, Span


class Answer(BaseModel):
    """Base of what the tools give back."""

    model_config = ConfigDict(frozen=True)


class Found(Answer):
    """One page of claims; `next` is the cursor of the page after it, if any."""

    claims: tuple[Citation, ...]
    total: int
    next: str | None


class Evidence(Answer):
    """A claim as it is stored, and the part of its article that it stands in."""

    claim: Claim
    citation: Citation
    context: str
    context_span: Span


class Position(Answer):
    """The latest claim on a topic, and how many there are."""

    topic: str
    claims: int
    latest: Citation


class Positions(Answer):
    """Where somebody stands on each topic, the topics with most claims first."""

    positions: tuple[Position, ...]


class Shift(Answer):
    """The last claim on one side of a topic, and the first on the other."""

    topic: str
    before: Citation
    after: Citation


class Shifts(Answer):
    """Where speakers went from for to against a topic, or back; the latest first."""

    shifts: tuple[Shift, ...]


class Hop(Answer):
    """Two that claims join: some of these, and how many there are."""

    start: str
    end: str
    total: int
    claims: tuple[Citation, ...]


class Paths(Answer):
    """Paths as hops, the shortest first; `truncated` if there may be more."""

    paths: tuple[tuple[Hop, ...], ...]
    truncated: bool
