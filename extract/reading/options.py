"""How inputs are read, as far as the user may say."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from extract.reading.inputs import Fetched
from extract.reading.sandbox import Sandboxes

Fetch: TypeAlias = Callable[[str], Fetched]
"""What gets the bytes of a URL. Raises BadInput."""


@dataclass(frozen=True)
class Options:
    """The settings of one reading.

    `columns` maps our fields to the columns of the user's tables. Without `fetch`
    nothing is requested: URLs come back as unreadable. `workers` is how many pages
    are fetched and parsed at a time, in `sandboxes` if a caller keeps some. URLs of
    which `done` is true are left out.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    fetch: Fetch | None = None
    workers: int = 1
    sandboxes: Sandboxes | None = None
    done: Callable[[str], bool] = field(default=lambda url: False)
