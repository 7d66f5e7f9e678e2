"""Articles by hand, each with persons that it shows in its own way."""

from graph.curation.decision import Decision
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.claim import Agent, AgentKind, Article, Claim
from tests.graph.corpus import agent, article, claim

DECISION = Decision(by="Ada", at="2025-03-11T12:00:00+00:00")

LATER = Decision(by="Ben", at="2025-03-12T12:00:00+00:00")


def person(name: str, *represents: str, role: str | None = None) -> Agent:
    return agent(name, *represents, kind=AgentKind.PERSON, role=role)


def country(name: str) -> Agent:
    return agent(name, kind=AgentKind.COUNTRY)


def told(
    number: int,
    *speakers: Agent,
    topic: str | tuple[str, ...] = "ceasefire",
    published: str | None = "2025-03-11",
) -> tuple[Article, tuple[Claim, ...]]:
    """An article in which each of the speakers says something."""
    words = [f"words of {who.id}" for who in speakers]
    text = f"Article {number}. " + ". ".join(words) + "."
    within = article(text, source=f"{number}.txt", published=published)
    return within, tuple(
        claim(within, who, "demands", topic, content)
        for who, content in zip(speakers, words, strict=True)
    )


def newsroom(*records: tuple[Article, tuple[Claim, ...]]) -> Store:
    store = Store.open(None)
    for record in records:
        store.put(*record)
    return store


def sources(store: Store, speaker: str) -> set[str]:
    """The numbers of the articles in which a speaker is found."""
    found = find(store, ClaimFilter.of(speaker=speaker, delegates=False)).claims
    return {each.article.source.removesuffix(".txt") for each in found}


def speakers(store: Store) -> dict[str, str]:
    """Who speaks in each article of one speaker, in answers."""
    found = find(store, ClaimFilter()).claims
    return {c.article.source.removesuffix(".txt"): c.speaker.id for c in found}
