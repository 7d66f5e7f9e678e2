"""The phrases of a content that can name its topic."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from spacy.tokens import Span, Token

from extract.agents.lexicon import singular as one_of
from extract.topics.nouns import (
    ALWAYS_PLURAL,
    FRAMES,
    STANDING_IN,
    TIMES,
    UNITS,
    VAGUE,
)
from extract.topics.phrases import is_judging, noun_phrases

_NOUNS = frozenset({"NOUN", "PROPN"})
_PLAIN = frozenset({"ADP", "NOUN"})
"""Words without a capital but in headlines."""

_LEFT_OUT = frozenset({"DET", "PUNCT", "SPACE"})
TYING = frozenset(
    {"of", "for", "on", "to", "in", "against", "with", "from", "over", "about", "by",
     "at"}
)  # fmt: skip
"""Prepositions that tie a noun to what it is of: "a pardon for the mayor"."""

LONGEST = 8
"""Words of a topic."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A phrase by its words, its head, and how it is made up.

    `form` is "noun" (with the modifiers before it), "owned" ("the mayor's emails"),
    "tied" ("an inquiry into prices") or "name".
    """

    span: Span
    head: Token
    form: str

    @cached_property
    def kept(self) -> list[Token]:
        """The words that its name is made of; the head always is."""
        head = self.head
        kept = [t for t in self.span if t == head or not _is_left_out(t)]
        while kept[-1].pos_ == "ADP" and kept[-1] != head:
            kept.pop()
        return kept

    @cached_property
    def is_vague(self) -> bool:
        """Whether it is no topic by itself."""
        forms = _forms(self.head)
        alone = len(self.span) == 1 and not VAGUE.isdisjoint(forms)
        return alone or _is_amount(self.head)

    @property
    def is_frame(self) -> bool:
        """Whether what it holds is told: "a deal that bans mines", "their demands are
        better pay"."""
        head = self.head
        described = any(token.dep_.startswith("acl") for token in head.rights)
        equals = head.dep_ == "nsubj" and head.head.pos_ == "NOUN"
        return (described or equals) and head.lemma_.lower() in FRAMES

    @property
    def is_time(self) -> bool:
        """Whether it is a date, a stretch of time or a mere number."""
        head = self.head
        return head.ent_type_ == "DATE" or bool(head.like_num) or _is_time(head)

    @cached_property
    def name(self) -> str:
        """What it is called: without articles, its last noun in the singular, but "ties
        to churches" as they are written."""
        kept = self.kept
        one = None if self.form == "tied" else kept[-1]
        words = [_word(token, last=token is one) for token in kept]
        gaps = [
            one.whitespace_ if other.i == one.i + 1 else " "
            for one, other in pairwise(kept)
        ]
        return "".join(chain(*zip(words, [*gaps, ""], strict=True)))


def candidates(content: Span) -> list[Candidate]:
    """Each phrase once, in the order of their heads; if all are vague, these."""
    places: dict[tuple[int, int], Candidate] = {}
    for found in _all(content):
        if len(found.span) <= LONGEST and not found.is_time:
            places.setdefault((found.span.start, found.span.end), found)
    return [own for own in places.values() if not own.is_vague] or [*places.values()]


def _is_left_out(token: Token) -> bool:
    """Whether a name goes without it: articles, and how many there are of a thing, or
    how good it is."""
    if is_judging(token):
        return True
    count = token.dep_ == "nummod" and bool(token.whitespace_)
    hyphen = token.text == "-" and not token.whitespace_
    return count or (token.pos_ in _LEFT_OUT and not hyphen)


def _all(content: Span) -> Iterator[Candidate]:
    phrases = dict(noun_phrases(content))
    for head, phrase in phrases.items():
        yield Candidate(phrase, head, "noun")
        name = _name(head, content)
        if name is not None and head.ent_type_ != "DATE":
            yield Candidate(name, head, "name")
        for owner in filter(_is_owner, head.lefts):
            whole = _name(owner, content) or phrases.get(owner)
            if whole is not None:
                yield Candidate(head.doc[whole.start : phrase.end], head, "owned")
        for below in filter(_is_tied, head.rights):
            whole = _name(below, content) or phrases.get(below)
            if whole is not None:
                yield Candidate(head.doc[phrase.start : whole.end], head, "tied")


def _name(token: Token, content: Span) -> Span | None:
    """The name that the word is of, if all of it stands in the content; spaCy's
    `content.ents` would put together all names of the document."""
    if not token.ent_type:
        return None
    doc, start, end = token.doc, token.i, token.i + 1
    while doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    inside = content.start <= start and end <= content.end
    return Span(doc, start, end) if inside else None


def _is_owner(token: Token) -> bool:
    return token.dep_ == "nmod:poss" and token.pos_ in _NOUNS


def _is_tied(token: Token) -> bool:
    """Whether what a noun is of tells it closer; without its number "a rise of four
    percent" would be one of percent."""
    if token.dep_ != "nmod" or token.ent_type_ == "DATE":
        return False
    if _is_time(token) or _is_amount(token):
        return False
    return any(t.lower_ in TYING for t in token.lefts if t.dep_ == "case")


def _is_time(noun: Token) -> bool:
    """Whether it is a stretch of time; "meeting minutes", "school hours" are not."""
    compound = any(t.dep_ == "compound" for t in noun.lefts)
    return not compound and not TIMES.isdisjoint(_forms(noun))


def _is_amount(noun: Token) -> bool:
    """Whether it says how much there is of a thing: "a lot", "four points"."""
    forms = _forms(noun)
    counted = any(t.dep_ == "nummod" for t in noun.lefts)
    return not STANDING_IN.isdisjoint(forms) or (
        counted and not UNITS.isdisjoint(forms)
    )


def _forms(noun: Token) -> tuple[str, str]:
    return noun.lower_, noun.lemma_.lower()


def _word(token: Token, *, last: bool) -> str:
    first = token.is_sent_start and token.pos_ != "PROPN"
    plain = first or token.pos_ in _PLAIN
    text = token.lower_ if plain and not _is_acronym(token) else token.text
    if last and token.tag_ == "NNS" and text not in ALWAYS_PLURAL:
        text = one_of(text)
    return text


def _is_acronym(token: Token) -> bool:
    """Whether it is written in capitals, as MPs are, in words that are not."""
    if sum(map(str.isupper, token.text)) < 2:
        return False
    beside = token.doc[max(token.i - 1, 0) : token.i + 2]
    return not any(t.is_upper and t != token and len(t) > 1 for t in beside)
