"""What the page about a claim shows."""

from dataclasses import dataclass

from api.pages.citation import citation
from api.pages.meanings import meaning
from graph.search.filters import ClaimFilter
from graph.search.query import Order, find
from graph.search.statements import elsewhere
from graph.store import Store
from ontology.claim import Claim
from ontology.stances import OTHER_SIDE

MOST = 4
"""How many related claims of each kind are shown."""


@dataclass(frozen=True)
class ClaimPage:
    """A claim, who else carries it, what the speaker and others say on its topics.

    `meaning` is that of its stance.
    """

    claim: Claim
    elsewhere: tuple[Claim, ...]
    related: tuple[Claim, ...]
    contradicting: tuple[Claim, ...]
    meaning: str
    citation: str

    @property
    def carriers(self) -> tuple[Claim, ...]:
        """The claim, and the same in other articles."""
        return (self.claim, *self.elsewhere)


def claim_page(store: Store, id: str) -> ClaimPage:
    """The claim with this id. Raises NotFound."""
    claim = store.claim(id)
    return ClaimPage(
        claim,
        elsewhere(store, claim.id),
        _related(store, claim),
        _contradicting(store, claim),
        meaning(claim.stance),
        citation(claim, store.iris.claim(claim.id).value),
    )


def _related(store: Store, claim: Claim) -> tuple[Claim, ...]:
    """Other claims of the speaker on the same topics, the newest first."""
    own = ClaimFilter.of(speaker=claim.speaker.id, topic=_topics(claim), narrower=False)
    found = find(store, own, limit=MOST + 1, collapse=True).claims
    return tuple(each for each in found if each.id != claim.id)[:MOST]


def _contradicting(store: Store, claim: Claim) -> tuple[Claim, ...]:
    """Claims of others on the other side of the same topics, the surest first."""
    side = OTHER_SIDE.get(claim.polarity)
    if side is None:
        return ()
    others = ClaimFilter.of(
        topic=_topics(claim),
        narrower=False,
        polarity=side.value,
        none_of=(ClaimFilter.of(speaker=claim.speaker.id, delegates=False),),
    )
    return find(store, others, order=Order.CONFIDENCE, limit=MOST, collapse=True).claims


def _topics(claim: Claim) -> tuple[str, ...]:
    return tuple(topic.id for topic in claim.topics)
