"""The phrases of a content that can name its topic."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from extract.agents.lexicon import singular as one_of
from extract.topics.phrases import noun_phrases

_NOUNS = frozenset({"NOUN", "PROPN"})
_LEFT_OUT = frozenset({"DET", "PUNCT", "SPACE"})
_TYING = frozenset(
    {"of", "for", "on", "to", "in", "against", "with", "from", "over", "about", "by",
     "at"}
)  # fmt: skip
"""Prepositions that tie a noun to what it is of: "a pardon for the mayor"."""

_ALWAYS_PLURAL = frozenset(
    {"arms", "assets", "customs", "damages", "earnings", "goods", "hostilities",
     "people", "rights", "sanctions", "savings", "talks"}
)  # fmt: skip
"""Nouns whose singular is another thing."""

_NEW = frozenset({"a", "an", "another", "any", "each", "every", "no"})
"""Words before a noun that takes up nothing told before."""

LONGEST = 8
"""Words of a topic."""


class Candidate(NamedTuple):
    """A phrase by its words, its head, and how it is made up.

    `form` is "noun" (with the modifiers before it), "owned" ("the mayor's emails"),
    "tied" ("an inquiry into prices") or "name".
    """

    span: Span
    head: Token
    form: str

    @property
    def kept(self) -> list[Token]:
        """The words that its name is made of."""
        kept = [token for token in self.span if not _is_left_out(token)]
        while kept[-1].pos_ == "ADP":
            kept.pop()
        return kept

    @property
    def name(self) -> str:
        """What it is called: without articles, its last noun in the singular."""
        kept = self.kept
        words = [_word(token, last=token is kept[-1]) for token in kept]
        gaps = [
            one.whitespace_ if other.i == one.i + 1 else " "
            for one, other in pairwise(kept)
        ]
        return "".join(chain(*zip(words, [*gaps, ""], strict=True)))


_VAGUE = """
ability amount aspect attempt attitude basis beginning bit chance comment commitment
degree detail effort end example form half idea importance instance intention interest
issue kind lack likelihood lot majority matter necessity need notion number one
opportunity option part percent percentage piece point position possibility prospect
question reality reason remark return right role second sense series side situation
something sort stance statement step term thing third view way will willingness word
"""
VAGUE = frozenset(_VAGUE.split())
"""Nouns that are no topic by themselves: importance of what, which position?"""

_TIMES = frozenset(
    {"a.m.", "day", "hour", "minute", "moment", "month", "morning", "p.m.", "period",
     "time", "today", "tomorrow", "week", "year"}
)  # fmt: skip


def candidates(content: Span) -> list[Candidate]:
    """Each phrase once, in the order of their heads; if all are vague, these."""
    places: dict[tuple[int, int], Candidate] = {}
    for found in _all(content):
        if len(found.span) <= LONGEST and not _is_time(found.head):
            places.setdefault((found.span.start, found.span.end), found)
    return [own for own in places.values() if not _is_vague(own)] or [*places.values()]


def _is_time(head: Token) -> bool:
    """Whether it is a date, a stretch of time or a mere number."""
    time = not _TIMES.isdisjoint((head.lower_, head.lemma_.lower()))
    return time or head.ent_type_ == "DATE" or bool(head.like_num)


def _is_vague(found: Candidate) -> bool:
    words = (found.head.lower_, found.head.lemma_.lower())
    return len(found.span) == 1 and not VAGUE.isdisjoint(words)


def _is_left_out(token: Token) -> bool:
    """Whether a name goes without it: articles, and how many there are of a thing."""
    count = token.dep_ == "nummod" and bool(token.whitespace_)
    hyphen = token.text == "-" and not token.whitespace_
    return count or (token.pos_ in _LEFT_OUT and not hyphen)


def _all(content: Span) -> Iterator[Candidate]:
    names = {token.i: name for name in content.ents for token in name}
    phrases = dict(noun_phrases(content))
    for head, phrase in phrases.items():
        yield Candidate(phrase, head, "noun")
        if head.i in names and names[head.i].label_ != "DATE":
            yield Candidate(names[head.i], head, "name")
        for owner in filter(_is_owner, head.lefts):
            whole = names.get(owner.i) or phrases.get(owner)
            if whole is not None:
                yield Candidate(head.doc[whole.start : phrase.end], head, "owned")
        for below in filter(_is_tied, head.rights):
            whole = names.get(below.i) or phrases.get(below)
            if whole is not None:
                yield Candidate(head.doc[phrase.start : whole.end], head, "tied")


def _is_owner(token: Token) -> bool:
    return token.dep_ == "nmod:poss" and token.pos_ in _NOUNS


def _is_tied(token: Token) -> bool:
    if token.dep_ != "nmod" or token.ent_type_ == "DATE":
        return False
    return any(t.lower_ in _TYING for t in token.lefts if t.dep_ == "case")


def compounds(doc: Doc) -> list[Candidate]:
    """The nouns that another noun tells closer, in order: the pay offer."""
    return [
        Candidate(phrase, head, "noun")
        for head, phrase in noun_phrases(doc[:])
        if any(t.dep_ == "compound" and t.pos_ == "NOUN" for t in head.lefts)
    ]


def in_full(found: Candidate, told: Sequence[Candidate]) -> Candidate:
    """The compound told last before that a bare "offer" takes up, else itself."""
    new = any(token.lower_ in _NEW for token in found.head.lefts)
    if len(found.span) > 1 or new:
        return found
    lemma, at = found.head.lemma_.lower(), found.head.i
    earlier = (c for c in told if c.head.i < at and c.head.lemma_.lower() == lemma)
    return max(earlier, key=lambda compound: compound.head.i, default=found)


def _word(token: Token, *, last: bool) -> str:
    plain = token.pos_ == "NOUN" or (token.is_sent_start and token.pos_ != "PROPN")
    text = token.lower_ if plain else token.text
    if last and token.tag_ == "NNS" and text not in _ALWAYS_PLURAL:
        text = one_of(text)
    return text
