"""What a relative pronoun stands for: of "an end to the tolls, which she calls unfair",
the words that tell what is unfair are "an end to the tolls"."""

from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Span, Token

from extract.attributions import Attribution

PRONOUNS = frozenset({"which", "who", "whom", "whose"})
"""Relative pronouns that stand for a noun phrase before them."""

_PARTING = frozenset({",", "-", "--", "–", "—"})
_NOUNS = frozenset({"NOUN", "NUM", "PROPN"})
_OF_A_NOUN = frozenset({"acl", "compound", "flat", "nmod", "nmod:poss", "nummod"})
"""Relations of words that belong to a noun, before or after it."""

_BEFORE_A_NOUN = _OF_A_NOUN | {"amod", "det"}


def with_antecedent(attribution: Attribution) -> Attribution:
    """The attribution, where its content begins with a relative pronoun before the cue,
    with what the pronoun stands for as its first piece."""
    pronoun = attribution.content[0][0]
    if pronoun.lower_ not in PRONOUNS or pronoun.i > attribution.cue.start:
        return attribution
    found = _phrase_before(pronoun)
    if found is None or any(_overlap(found, span) for span in attribution.source):
        return attribution
    return replace(attribution, content=(found, *attribution.content))


def _phrase_before(pronoun: Token) -> Span | None:
    """The largest noun phrase that ends right before a pronoun of its sentence: which
    noun in it the clause hangs on is often parsed wrongly. No date: what "it closed in
    May, which she regretted" tells of is the closing."""
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    while len(before) and before[-1].text in _PARTING:
        before = before[:-1]
    noun = _head(before[-1]) if len(before) else pronoun
    if noun.pos_ not in _NOUNS or noun.ent_type_ == "DATE":
        return None
    own = [*takewhile(lambda t: t.dep_ in _BEFORE_A_NOUN, reversed([*noun.lefts]))]
    start = own[-1].left_edge.i if own else noun.i
    while start > before.start and _is_written_on(pronoun.doc[start - 1]):
        start -= 1
    return Span(pronoun.doc, start, before.end, label="content")


def _is_written_on(token: Token) -> bool:
    """Whether it is written in one with the next: the $ and 6 of $6m."""
    return not (token.whitespace_ or token.is_punct or token.is_space)


def _head(last: Token) -> Token:
    """The head of the largest noun phrase without a comma that ends with a word."""
    head = last
    while _is_of_noun(head):
        head = head.head
    return head


def _is_of_noun(token: Token) -> bool:
    """Whether it belongs to a noun before it that can be meant: no "no date" can."""
    above = token.head
    tied = token.dep_ in _OF_A_NOUN or (token.dep_ == "obl" and above.dep_ == "acl")
    parted = any(each.text in _PARTING for each in token.doc[above.i : token.i])
    return tied and not parted and all(each.lower_ != "no" for each in above.lefts)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
