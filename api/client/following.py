"""Pages that follow one another, each fetched when it is looked at."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar


class HasNext(Protocol):
    """A page: `next` is the cursor of the page after it, if any."""

    @property
    def next(self) -> str | None:
        """None on the last page."""


P = TypeVar("P", bound=HasNext)


def following(page: P, fetch: Callable[[str | None], P]) -> Iterator[P]:
    """A page and all that come after it; `fetch` asks for one by its cursor."""
    yield page
    while page.next is not None:
        page = fetch(page.next)
        yield page
