"""From articles that came in to messages in the outbox."""

import json
import secrets
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import product
from typing import Any

from api.webhooks import seen
from api.webhooks.outbox import Message, Outbox, enqueue
from api.webhooks.subscriptions import Subscription
from graph.search.filters import ClaimFilter
from graph.search.query import pages
from graph.search.query_language import parse
from graph.store import Store
from ontology.claim import Claim

KIND = "claims.new"
"""The type of a message."""

ARTICLES = 500
"""Articles that are looked through at a time."""


def gather(
    store: Store, subscriptions: Sequence[Subscription], outbox: Outbox, now: float
) -> bool:
    """Put what is new into the outbox; whether there is more.

    An article is told of when it comes in, not when it is extracted again or the
    read model is built anew. With no subscriptions, all there is becomes known.
    """
    with outbox.writing() as db, store.read_model.reading():
        changes = store.read_model.changes
        since = seen.last_change(db)
        if since == changes:
            return False
        after = since if since is not None and since < changes else 0
        new = seen.unseen(db, store.read_model.written_since(after))
        batch = new[:ARTICLES] if subscriptions else new
        for article, subscription in product(batch, subscriptions):
            if message := _message(store, subscription, article, now):
                enqueue(db, message, now)
        seen.mark_seen(db, batch)
        if len(batch) == len(new):
            seen.set_last_change(db, changes)
    return len(batch) < len(new)


def _message(
    store: Store, subscription: Subscription, article: str, now: float
) -> Message | None:
    """The message on an article; None if it has no claim that is wanted."""
    claims = list(_claims(store, parse(subscription.query), article))
    if not claims:
        return None
    data: dict[str, Any] = {
        "subscription": subscription.id,
        "article": claims[0].article.model_dump(mode="json"),
        "claims": [claim.model_dump(mode="json") for claim in claims],
    }
    when = datetime.fromtimestamp(now, UTC).isoformat(timespec="seconds")
    body = json.dumps({"type": KIND, "timestamp": when, "data": data}).encode()
    return Message(f"msg_{secrets.token_hex(12)}", subscription.id, article, body)


def _claims(store: Store, wanted: ClaimFilter, article: str) -> Iterator[Claim]:
    of_article = ClaimFilter.of(article=article, all_of=(wanted,))
    for page in pages(store, of_article):
        yield from page.claims
