"""What reading yields: articles, and what gave none."""

from dataclasses import dataclass
from typing import TypeAlias

from ontology.claim import Article


@dataclass(frozen=True)
class Unreadable:
    """Something that gave no article. `source` names the file, and the line if any.

    `ignored`: told but not an error, such as a photo in a folder or an article in
    another language. `origin`: the file or URL to read again for another try.
    """

    source: str
    reason: str
    ignored: bool = False
    origin: str | None = None


Item: TypeAlias = Article | Unreadable
