"""What an agent may do here: search, look up, compare, walk, query. Nothing writes."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from api.mcp.answers import (
    Evidence,
    Found,
    Hop,
    Paths,
    Position,
    Positions,
    Shift,
    Shifts,
)
from api.mcp.citations import citations
from api.mcp.parameters import (
    Addressee,
    Cursor,
    Limit,
    Polarities,
    Query,
    Quotes,
    Since,
    Speaker,
    Stances,
    Topics,
    Until,
    Words,
)
from api.mcp.schema import Schema, schema
from api.questions import both, queried, question
from graph.features import positions as stands
from graph.features import shifts as turns
from graph.network import paths as walks
from graph.network.path_query import MOST_HOPS, Mode, PathQuery
from graph.search.query import Order, find
from graph.store import Store

CONTEXT = 300
"""Characters of the article, each way, that come with a claim."""


@dataclass(frozen=True)
class Tools:
    """The tools over one store, but for queries."""

    store: Store

    def search_claims(
        self,
        speaker: Speaker,
        stance: Stances,
        polarity: Polarities,
        topic: Topics,
        quote: Quotes,
        addressee: Addressee,
        since: Since = None,
        until: Until = None,
        text: Words = None,
        q: Query = "",
        order: Order = Order.NEWEST,
        limit: Limit = 10,
        cursor: Cursor = None,
    ) -> Found:
        """Find claims in news articles: who says what about what, when, in which words.

        All fields given must match, of each field any value. Each claim comes with its
        article and the very sentences that prove it: cite these.
        """
        fields = {
            "speaker": speaker, "stance": stance, "polarity": polarity,
            "topic": topic, "quote": quote, "addressee": addressee,
            "from": since, "to": until, "text": text,
        }  # fmt: skip
        wanted = both(question(fields), queried("q", q))
        page = find(self.store, wanted, order=order, limit=limit, cursor=cursor)
        return Found(
            claims=citations(self.store, page.claims),
            total=page.total,
            next=page.next_cursor,
        )

    def get_claim(self, id: Annotated[str, Field(description="Its id.")]) -> Evidence:
        """Get one claim whole, why it has its stance, and the text it stands in."""
        claim = self.store.claim(id)
        text = self.store.article(claim.article.id).text
        places = [*claim.source.spans, *claim.cue.spans, *claim.content.spans]
        start = max(0, min(low for low, _ in places) - CONTEXT)
        end = min(len(text), max(high for _, high in places) + CONTEXT)
        return Evidence(
            claim=claim,
            citation=citations(self.store, [claim])[0],
            context=text[start:end],
            context_span=(start, end),
        )

    def positions(
        self,
        speaker: Annotated[str, Field(description="Who, by name or id.")],
        topic: Topics,
        limit: Limit = 10,
    ) -> Positions:
        """Say where somebody stands on each topic, by the latest claim on it."""
        wanted = question({"speaker": [speaker], "topic": topic})
        found = stands.positions(self.store, wanted, limit=limit)
        latest = citations(self.store, (each.claim for each in found))
        return Positions(
            positions=tuple(
                Position(topic=each.topic.label, claims=each.claims, latest=cited)
                for each, cited in zip(found, latest, strict=True)
            )
        )

    def shifts(self, speaker: Speaker, topic: Topics, limit: Limit = 10) -> Shifts:
        """Find who went from for to against a topic, or back, with both quotes.

        One speaker and all who speak for it count as one; else each is compared with
        itself.
        """
        voice = speaker[0] if len(speaker) == 1 else None
        wanted = question({"speaker": speaker, "topic": topic})
        found = turns.shifts(self.store, wanted, voice=voice, limit=limit)
        before = citations(self.store, (each.before for each in found))
        after = citations(self.store, (each.after for each in found))
        return Shifts(
            shifts=tuple(
                Shift(topic=each.topic.label, before=one, after=other)
                for each, one, other in zip(found, before, after, strict=True)
            )
        )

    def paths(
        self,
        start: Annotated[
            str, Field(description="An agent or a topic: name, id or `topic:NAME`.")
        ],
        end: Annotated[str, Field(description="The other end.")],
        max_hops: Annotated[int, Field(ge=1, le=MOST_HOPS)] = 6,
    ) -> Paths:
        """Find how two actors, or topics, are connected through what was said."""
        asked = PathQuery(
            start=start, end=end, mode=Mode.K_SHORTEST, k=3, max_hops=max_hops
        )
        found = walks.paths(self.store, asked)
        return Paths(
            paths=tuple(tuple(map(self._hop, path.hops)) for path in found.paths),
            truncated=found.truncated,
        )

    def describe_schema(self) -> Schema:
        """Describe the stances, the terms of the graph, and how to query it."""
        return schema(self.store)

    def _hop(self, hop: walks.Hop) -> Hop:
        return Hop(
            start=hop.start.label,
            end=hop.end.label,
            total=hop.total,
            claims=citations(self.store, hop.claims[:2]),
        )
