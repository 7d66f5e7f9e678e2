"""The items of the lists that a content is, each as an attribution of its own."""

from dataclasses import replace

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.encoding.encoded import span_text
from extract.lists import items as list_items
from extract.splitting.trimming import trimmed
from ontology.stances import Stance

SPLIT = frozenset({Stance.DEMANDS, Stance.PROPOSES, Stance.PROMISES, Stance.SEEKS})
"""Stances whose coordinated contents are several demands, proposals, promises, aims."""

SHORTEST_ITEM = 2
"""Words that an item needs; "land and water" is one topic, not two demands."""

FEWEST_BY_WORDS = 3
"""Items from which their words alone, against the parse, make a list."""

_PARTING = frozenset(",;")
"""Marks of which a list of three items has at least one."""

_CLAUSES = frozenset({"that", "to"})
_SUBJECTS = frozenset({"expl", "nsubj", "nsubj:pass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def items(attribution: Attribution, *, own_words: bool = False) -> list[Attribution]:
    """The attribution once for each coordinated item of its content.

    Whole where the content is in several pieces or is no list, or a sentence in the
    speaker's own words: "Pay up and we will go".
    """
    content = attribution.content[0]
    if len(attribution.content) != 1 or (own_words and _is_sentence(content)):
        return [attribution]
    parts = _by_words(content) or _by_parse(content)
    return [replace(attribution, content=(part,)) for part in parts] or [attribution]


def _by_words(content: Span) -> list[Span]:
    """The items of three or more that all begin alike; empty if there are none."""
    if _PARTING.isdisjoint(span_text(content)):
        return []
    found = list_items(content)
    alike = _are_clauses(found) or _are_phrases(found)
    long = all(len(item) >= SHORTEST_ITEM for item in found)
    return found if len(found) >= FEWEST_BY_WORDS and alike and long else []


def _are_clauses(found: list[Span]) -> bool:
    """Whether each is a clause by its first word: that, to, or a gerund; the first may
    name before it who is to act: "donors to pay up, to waive fees and to wait"."""
    first, *rest = found
    infinitives = all(item[0].tag_ == "TO" for item in rest)
    return (infinitives and any(token.tag_ == "TO" for token in first)) or all(
        _opens_clause(item[0]) or item[0].tag_ == "VBG" for item in found
    )


def _opens_clause(first: Token) -> bool:
    return first.lower_ in _CLAUSES and first.pos_ != "ADP"


def _are_phrases(found: list[Span]) -> bool:
    """Whether each is a noun phrase without a finite verb."""
    return all(
        item[0].pos_ not in ("SCONJ", "PART", "PRON", "AUX")
        and item[0].lower_ not in _CLAUSES
        and item[0].tag_ != "VBG"
        and any(token.pos_ == "NOUN" for token in item)
        and _FINITE.isdisjoint(token.tag_ for token in item)
        for item in found
    )


def _by_parse(content: Span) -> list[Span]:
    """The items whose heads the parse joins; none if they are no list."""
    heads = _conjuncts(content.root, content)
    if len(heads) < 2:
        return []
    starts = [content.start, *(_left(head, content) for head in heads[1:])]
    if starts != sorted(set(starts)):
        return []
    ends = [*starts[1:], content.end]
    parts = [content.doc[a:b] for a, b in zip(starts, ends, strict=True)]
    parts = [*map(trimmed, parts[:-1]), parts[-1]]
    long = len(parts[0]) >= SHORTEST_ITEM
    alike = not any(_is_noun_of_clause(head, heads[0]) for head in heads[1:])
    return parts if long and alike and all(map(_is_item, parts[1:])) else []


def _is_noun_of_clause(head: Token, first: Token) -> bool:
    """Whether the parse joins a noun to a clause, which is one in it: "that seats be
    kept for runners and | throwers"; a gerund can stand beside a noun."""
    clause = first.pos_ == "VERB" and first.tag_ != "VBG"
    bare = all(child.dep_ != "cop" for child in head.lefts)
    return clause and bare and head.pos_ in ("NOUN", "PROPN")


def _is_sentence(content: Span) -> bool:
    """Whether its root, or what is joined to that, has a subject of its own."""
    heads = _conjuncts(content.root, content)
    return any(child.dep_ in _SUBJECTS for head in heads for child in head.lefts)


def _is_item(part: Span) -> bool:
    """Whether what follows the first item stands for itself: long enough, no "as a
    pause", no "were sent home" without its subject."""
    opens = part[0].pos_ not in ("ADP", "SCONJ") and part[0].tag_ not in _FINITE
    return opens and len(part) >= SHORTEST_ITEM


def _conjuncts(head: Token, content: Span) -> list[Token]:
    """The coordinated heads inside the content, and those coordinated with them."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and content.start <= child.i < content.end:
            found.extend(_conjuncts(child, content))
    return sorted(found, key=lambda token: token.i)


def _left(head: Token, content: Span) -> int:
    """Where the item of this head begins, its conjunction and comma left out."""
    own = [t for t in head.subtree if content.start <= t.i <= head.i]
    return min(
        (t.i for t in own if t.dep_ not in ("cc", "punct") or t.i == head.i),
        default=head.i,
    )
