"""Contents that ask for their topic to end: who is for that is against the topic.

"They demanded an end to the fees" is a demand that goes against the fees.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from extract.agents.lexicon import singular
from extract.modality import NEGATIONS
from extract.stances import Stanced
from ontology.claim import Topic
from ontology.stances import Polarity, Stance

WANTING = frozenset(
    {Stance.ACCEPTS, Stance.DEMANDS, Stance.PROMISES, Stance.PROPOSES, Stance.SEEKS,
     Stance.SUPPORTS}
)  # fmt: skip
"""The stances that want what the content tells."""

VERBS = frozenset(
    {"abandon", "abolish", "axe", "ban", "cancel", "cease", "ditch", "drop",
     "eliminate", "end", "forbid", "forgo", "forsake", "halt", "lift", "outlaw",
     "prohibit", "remove", "renounce", "repeal", "rescind", "revoke", "scrap", "stop",
     "suspend"}
)  # fmt: skip

NOUNS = frozenset(
    {"abandonment", "abolition", "cancellation", "cessation", "end", "halt", "lifting",
     "prohibition", "removal", "renunciation", "repeal", "scrapping", "suspension",
     "withdrawal"}
)  # fmt: skip

STEM = 5
"""Letters of a word by which its noun or verb is known: eliminate, elimination."""

_OBJECTS = frozenset({"obj", "nsubj:pass"})


def turned(stanced: Stanced, contents: Sequence[Span], topic: Topic) -> Stanced:
    """The stance with its attitude to the topic, should the content ask for its end."""
    if stanced.stance not in WANTING or stanced.polarity is not Polarity.FOR:
        return stanced
    word = ending(contents, topic)
    if word is None:
        return stanced
    detail = f"{stanced.reason.detail}; {word.text!r}: against the topic"
    reason = stanced.reason.model_copy(update={"detail": detail})
    return stanced._replace(polarity=Polarity.AGAINST, reason=reason)


def ending(contents: Sequence[Span], topic: Topic) -> Token | None:
    """The word by which the topic is to end, where the topic is not that end itself."""
    named = frozenset(topic.label.lower().split())
    for word in (token for span in contents for token in span if _ends(token)):
        stem = word.lemma_[:STEM]
        if any(own.startswith(stem) for own in named):  # "the ban", "tax elimination"
            return None
        if any(named & {what.lower_, singular(what.lower_)} for what in _ended(word)):
            return word
    return None


def _ends(token: Token) -> bool:
    listed = VERBS if token.pos_ == "VERB" else NOUNS
    return token.lemma_ in listed and not any(
        child.lower_ in NEGATIONS for child in token.children
    )


def _ended(word: Token) -> Iterator[Token]:
    """The heads of what is ended: objects, "to" and "of" what, and what is joined."""
    for child in word.children:
        if child.dep_ in _OBJECTS if word.pos_ == "VERB" else child.dep_ == "nmod":
            yield child
            yield from (joined for joined in child.children if joined.dep_ == "conj")
