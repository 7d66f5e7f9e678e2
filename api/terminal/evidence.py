"""Claims that stand behind what was only counted."""

from itertools import chain
from typing import TYPE_CHECKING

from graph.network.links import Link
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.claim import Claim

if TYPE_CHECKING:
    from graph.features.topic_pairs import TopicPair

TRIED = 20
"""How many claims on one topic are followed to one on the other."""


def of_link(store: Store, link: Link, wanted: ClaimFilter) -> tuple[Claim, ...]:
    """The newest claim that joins two nodes in this way; none where names mislead."""
    ends = {link.role: link.end.id, "speaker": link.start.id}
    asked = ClaimFilter.of(
        **ends,
        stance=link.stance,
        polarity=link.polarity,
        delegates=False,
        narrower=False,
        all_of=(wanted,),
    )
    found = find(store, asked, limit=TRIED).claims
    return tuple(each for each in found if _joins(each, link))[:1]


def _joins(claim: Claim, link: Link) -> bool:
    """Whether the claim has these very ends: a filter takes ids for names too."""
    hearer = claim.addressee if link.role == "addressee" else claim.target
    others = {topic.id for topic in claim.topics}
    if link.role != "topic":
        others = {hearer.id} if hearer else set()
    return claim.speaker.id == link.start.id and link.end.id in others


def of_pair(store: Store, pair: "TopicPair", wanted: ClaimFilter) -> tuple[Claim, ...]:
    """Two claims of one speaker in one article, on either topic, or one on both."""
    for claim in find(store, _on(pair.first.id, wanted), limit=TRIED).claims:
        own = ClaimFilter.of(
            article=claim.article.id,
            speaker=claim.speaker.id,
            delegates=False,
            all_of=(_on(pair.second.id, wanted),),
        )
        others = find(store, own, limit=1).claims
        if others:
            return tuple(dict.fromkeys(chain((claim,), others)))
    return ()


def _on(topic: str, wanted: ClaimFilter) -> ClaimFilter:
    return ClaimFilter.of(topic=topic, narrower=False, all_of=(wanted,))
