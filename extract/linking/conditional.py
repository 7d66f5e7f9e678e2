"""Conditions after what is said: "will sign the pact, | provided that it lasts"."""

from collections.abc import Iterable, Set
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.conditions import begins_condition
from extract.dates.sentences import sentence_tokens
from extract.known_cues import VERBS

_LEADING = frozenset({",", "as", "but", "long", "on", "only", "so", "the"})
"""What stands between what is said and the word that tells its condition."""

_RELATIVE = frozenset({"WDT", "WP"})


def with_condition(attribution: Attribution, free: Set[int]) -> Attribution:
    """The attribution, its content with the condition that follows it or its cue.

    `free` are the tokens that no attribution holds.
    """
    if not attribution.content:
        return attribution
    *before, said = attribution.content
    last = max((said, attribution.cue, *attribution.source), key=lambda span: span.end)
    condition = _condition(last, free)
    if condition is None:
        return attribution
    if last != said:
        return replace(attribution, content=(*before, said, condition))
    whole = Span(said.doc, said.start, condition.end, label=said.label_)
    return replace(attribution, content=(*before, whole))


def with_second_condition(found: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, in order, each content with the rest of the condition that ends
    it where that was taken for one by itself: "would sign, provided that it lasts | and
    addresses the causes"."""
    whole: list[Attribution] = []
    for each in found:
        if whole and _is_of_condition(each, whole[-1]):
            *before, said = whole[-1].content
            end = max(piece.end for piece in each.content)
            longer = Span(said.doc, said.start, end, label=said.label_)
            whole[-1] = replace(whole[-1], content=(*before, longer))
        else:
            whole.append(each)
    return whole


def _is_of_condition(here: Attribution, before: Attribution) -> bool:
    """Whether the cue is joined right after a content to the verb of a condition, and
    is none by itself: "warns of strikes if they fail | and demands" is often misread.
    """
    verb, said = here.cue.root, before.content[-1]
    if verb.lemma_.lower() in VERBS:
        return False
    while verb.dep_ == "conj":
        verb = verb.head
    joined = said.end == here.cue.start - 1 and said.doc[said.end].dep_ == "cc"
    after = all(piece.start >= here.cue.end for piece in here.content)
    conditional = any(map(begins_condition, (verb, *verb.lefts)))
    return joined and after and verb in said and conditional


def _condition(last: Span, free: Set[int]) -> Span | None:
    """The condition right after a span, if its verb at least is free."""
    doc = last.doc
    _, stop = sentence_tokens(doc, last)
    rest = doc[last.end : stop]
    mark = last.end + len([*takewhile(_leads, rest)])
    if mark + 1 >= stop or not begins_condition(doc[mark]):
        return None
    head = _head(doc[mark + 1], last.end)
    clause = doc[mark : min(head.right_edge.i + 1, stop)]
    end = mark + len([*takewhile(lambda token: _goes_on(token, free), clause)])
    while doc[end - 1].dep_ == "cc" or doc[end - 1].text in ",.;":
        end -= 1
    start = last.end + (rest[0].text == ",")
    whole = end > max(mark, head.i)
    return Span(doc, start, end, label="content") if whole else None


def _leads(token: Token) -> bool:
    return token.lower_ in _LEADING and not begins_condition(token)


def _head(word: Token, start: int) -> Token:
    """The head of the largest phrase around a word that begins no earlier."""
    head = word
    while head.head != head and head.head.left_edge.i >= start:
        head = head.head
    return head


def _goes_on(token: Token, free: Set[int]) -> bool:
    """Whether the condition does with this word: not with an aside, "..., which"."""
    after = token.doc[token.i + 1 : token.i + 2]
    aside = token.text == "," and any(word.tag_ in _RELATIVE for word in after)
    return token.i in free and not aside
