"""The articles of a store, the latest published first."""

import json
from dataclasses import dataclass

from graph.dates import NEVER, first_day, last_day
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.cursor import Cursor, from_text, to_text
from graph.search.names import outlet_keys
from ontology.claim import ArticleRef

_LISTED = """
SELECT key, published, reference,
  (SELECT count(*) FROM claim WHERE claim.article = article.key)
  + (SELECT count(*) FROM copy WHERE copy.article = article.key)
FROM article
WHERE (? IS NULL OR outlet IN (SELECT value FROM json_each(?)))
  AND published BETWEEN ? AND ? AND (published, key) < (?, ?)
ORDER BY published DESC, key DESC LIMIT ?
"""


@dataclass(frozen=True)
class ArticleEntry:
    """An article, and how many claims stand in it, also those that another counts."""

    article: ArticleRef
    claims: int


@dataclass(frozen=True)
class ArticlePage:
    """One page of articles; `next` is the cursor of the page after it, if any."""

    articles: tuple[ArticleEntry, ...]
    next: str | None


def articles(
    source: ReadModel | HasReadModel,
    *,
    outlet: tuple[str, ...] = (),
    since: str | None = None,
    until: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
) -> ArticlePage:
    """One page of articles; those without a date come last, and match no dates.

    Dates are YYYY, YYYY-MM or YYYY-MM-DD. Raises UnknownTerm for one that is none,
    BadInput for a cursor of another question.
    """
    first = first_day("from", since) if since else int(until is not None)
    last = last_day("to", until) if until else NEVER
    asked = f"articles {outlet} {first} {last}"
    after = from_text(cursor, asked) if cursor else Cursor(NEVER + 1, 0, None)
    with read_model_of(source).reading() as db:
        keys = json.dumps(outlet_keys(db, outlet)) if outlet else None
        place = (int(after.rank), after.key)
        rows = db.execute(
            _LISTED, (keys, keys, first, last, *place, limit + 1)
        ).fetchall()
    found = tuple(
        ArticleEntry(ArticleRef.model_validate_json(reference), claims)
        for _, _, reference, claims in rows[:limit]
    )
    if len(rows) <= limit:
        return ArticlePage(found, None)
    key, published, *_ = rows[limit - 1]
    return ArticlePage(found, to_text(Cursor(published, key, None), asked))
