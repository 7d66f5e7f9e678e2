"""Claims that match a question: fetched page by page, as they are looked at."""

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from api.client.following import following
from ontology.claim import Claim
from ontology.errors import BadInput
from ontology.notebook import table

if TYPE_CHECKING:
    import pandas

SHOWN = 20
"""How many claims a notebook shows of many."""


class Page(BaseModel):
    """One page of claims; `next` is the cursor of the page after it, if any."""

    model_config = ConfigDict(frozen=True)

    claims: tuple[Claim, ...]
    total: int
    next: str | None


class Claims:
    """The answer to a question, in order. Looking through it again asks again."""

    def __init__(self, fetch: Callable[[str | None], Page]) -> None:
        self._fetch = fetch

    @cached_property
    def _first(self) -> Page:
        return self._fetch(None)

    @property
    def total(self) -> int:
        """How many there are, on all pages together."""
        return self._first.total

    def __iter__(self) -> Iterator[Claim]:
        for page in following(self._first, self._fetch):
            yield from page.claims

    def first(self, most: int) -> tuple[Claim, ...]:
        """The first of them; further pages are not fetched."""
        return tuple(islice(self, most))

    def to_dataframe(self, most: int | None = None) -> "pandas.DataFrame":
        """A row for each claim, with the columns of the CSV export; days as dates.

        Raises BadInput where pandas is not installed.
        """
        try:
            import pandas
        except ModuleNotFoundError:
            raise BadInput("a table needs: pip install 'onrecord[client]'") from None
        from graph.exports.tables import COLUMNS, flat

        rows = map(flat, islice(self, most))
        frame = pandas.DataFrame(rows, columns=list(COLUMNS))
        for day in ("earliest", "latest"):
            frame[day] = pandas.to_datetime(frame[day].replace("", None))
        return frame.assign(confidence=frame["confidence"].astype(float))

    def _repr_html_(self) -> str:
        """How a notebook shows them: the first, and how many there are."""
        return table(self.first(SHOWN), self.total)
