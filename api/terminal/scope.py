"""What a command asks of claims, from its options.

What cannot be understood is a mistake of the command line: exit status 2.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from api.terminal.options import Since, Speaker, Topic, Until, Where
from ontology.errors import BadInput

if TYPE_CHECKING:
    from graph.search.filters import ClaimFilter


@contextmanager
def understood(prefix: str = "") -> Iterator[None]:
    """Raise what cannot be understood within as a mistake of the command line."""
    try:
        yield
    except BadInput as error:
        raise typer.BadParameter(f"{prefix}{error}") from None


def parsed(query: str, *, prefix: str = "") -> "ClaimFilter":
    """The filter for a query in the language of `find`."""
    from graph.search.query_language import parse

    if query.startswith("--"):  # a query may begin with one, to exclude
        raise typer.BadParameter(f"no such option: {query}")
    with understood(prefix):
        return parse(query)


class Scope:
    """Options by the names of what they ask for; its dataclasses say which."""

    def wanted(self, **more: object) -> "ClaimFilter":
        """The filter for claims that fulfil all of them, and `more`."""
        return _wanted(vars(self) | more)


@dataclass(frozen=True)
class OfQuery(Scope):
    """Of claims that match a query."""

    where: Where = None


@dataclass(frozen=True)
class OfSpeaker(OfQuery):
    """Of these speakers."""

    speaker: Speaker = None


@dataclass(frozen=True)
class OfSpeakerAndTopic(OfSpeaker):
    """Of these speakers, on these topics."""

    topic: Topic = None


@dataclass(frozen=True)
class OfTime(OfQuery):
    """Of a time."""

    since: Since = None
    until: Until = None


@dataclass(frozen=True)
class OfTimeAndTopic(OfTime):
    """Of a time, on these topics."""

    topic: Topic = None


def _wanted(given: dict[str, Any]) -> "ClaimFilter":
    from api.questions import both, question

    names = {"since": "from", "until": "to"}
    matched = parsed(given.pop("where", None) or "", prefix="--where: ")
    with understood("--"):
        asked = question({names.get(name, name): each for name, each in given.items()})
    return both(asked, matched)
