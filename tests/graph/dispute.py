"""A small dispute between two made-up countries, to ask all questions of.

Arland (minister Sergei Orlov) and Borland (envoy Bo Berg) argue about neutrality and
a truce, in three outlets; Cerland's Ann Coll looks on.
"""

from graph.store import Store
from ontology.claim import AgentKind, Article, Claim, Extractor, Passage
from tests.graph.corpus import agent, article, claim

ORLOV = agent("Sergei Orlov", "Arland", role="foreign minister")
BERG = agent("Bo Berg", "Borland", role="envoy")
COLL = agent("Ann Coll", "Cerland")
OFFICIAL = agent(
    "a senior official", kind=AgentKind.UNNAMED, mention="a senior official"
)

POST = article(
    "The summit met. Orlov told Borland to write neutrality into its constitution."
    " “No truce without neutrality,” he said. Arland wants security guarantees."
    " Berg said it would never be neutral. Coll backed neutrality."
    " A senior official spoke of bases.",
    title="The summit",
    url="https://post.example/1",
    publisher="The Post",
    published="2022-03-12",
)
TIMES = article(
    "“No truce without neutrality,” Orlov said. Berg would accept a truce if troops"
    " leave. Arland threatened Borland with sanctions. The flood came."
    " Arland no longer needs neutrality. On March 11 it rained.",
    title="After the flood",
    url="https://times.example/2",
    publisher="The Times",
    published="2022-05-02",
)
ECHO = article(
    "Coll said that Berg told her that a truce was near. “No truce at all without"
    " neutrality,” Orlov said. Prisoners must go home, Arland and Borland demanded.",
    url="https://echo.example/3",
)


def saying(within: Article, words: str) -> Passage:
    start = within.text.index(words)
    return Passage(text=words, spans=((start, start + len(words)),))


DEMAND = claim(
    POST, ORLOV, "demands", ("neutrality", "constitution"),
    "write neutrality into its constitution", "2022-03-11", addressee="Borland",
)  # fmt: skip
NO_TRUCE = claim(
    POST, ORLOV, "opposes", "truce", "No truce without neutrality", "2022-03-11",
    quote="direct",
)  # fmt: skip
GUARANTEES = claim(
    POST, "Arland", "demands", "security guarantees", "security guarantees",
    "2022-03-01/2022-03-31",
)  # fmt: skip
REFUSAL = claim(
    POST, BERG, "opposes", "neutrality", "it would never be neutral", "2022-03-14",
    target=ORLOV,
)  # fmt: skip
BACKING = claim(POST, COLL, "supports", "neutrality", "backed neutrality", "2022-03-15")
WHISPER = claim(POST, OFFICIAL, "asserts", "bases", "spoke of bases")
SUMMIT = claim(POST, "Arland", "asserts", "summit", "The summit met", "2022-03-10")

NO_TRUCE_AGAIN = claim(
    TIMES, ORLOV, "opposes", "truce", "No truce without neutrality", "2022-03-12",
    quote="direct",
)  # fmt: skip
OFFER = claim(
    TIMES, BERG, "accepts", "truce", "accept a truce if troops leave", "2022-04-01",
    modality="conditional",
)  # fmt: skip
THREAT = claim(
    TIMES, "Arland", "threatens", "sanctions", "with sanctions", "2022-04-02",
    target="Borland",
)  # fmt: skip
FLOOD = claim(TIMES, BERG, "asserts", "flood", "The flood came", "2022-04-20")
DROPPED = claim(
    TIMES, "Arland", "opposes", "neutrality", "no longer needs neutrality", "2022-05-01"
)
RAIN = claim(
    TIMES, "Borland", "asserts", "weather", "it rained", "XXXX-03-11",
    confidence=0.4, extractor=Extractor(name="onrecord", version="0.3.0"),
)  # fmt: skip

REPORTED = claim(
    ECHO, COLL, "asserts", "truce", "that Berg told her that a truce was near",
    cue=saying(ECHO, "said"),
)  # fmt: skip
NEAR = claim(
    ECHO, BERG, "expects", "truce", "that a truce was near",
    cue=saying(ECHO, "told"),
)  # fmt: skip
NO_TRUCE_AT_ALL = claim(
    ECHO, ORLOV, "opposes", "truce", "No truce at all without neutrality",
    "2022-03-13", quote="direct",
)  # fmt: skip
PRISONERS = claim(
    ECHO, "Arland", "demands", "prisoners", "Prisoners must go home", "2022-03-20"
)
PRISONERS_TOO = claim(
    ECHO, "Borland", "demands", "prisoners", "Prisoners must go home", "2022-04-20"
)

ARTICLES: dict[Article, tuple[Claim, ...]] = {
    POST: (DEMAND, NO_TRUCE, GUARANTEES, REFUSAL, BACKING, WHISPER, SUMMIT),
    TIMES: (NO_TRUCE_AGAIN, OFFER, THREAT, FLOOD, DROPPED, RAIN),
    ECHO: (REPORTED, NEAR, NO_TRUCE_AT_ALL, PRISONERS, PRISONERS_TOO),
}

CLAIMS = tuple(each for several in ARTICLES.values() for each in several)

NAMES: dict[str, str] = {
    each.id: name for name, each in globals().items() if isinstance(each, Claim)
}
"""Claims by the names they have here, so that answers can be read."""


def store() -> Store:
    filled = Store.open(None)
    for within, claims in ARTICLES.items():
        filled.put(within, claims)
    return filled
