"""The noun phrases of a content."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.agents.lexicon import singular as one_of

_HEADS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"compound", "flat", "nmod:desc"})
_MODIFIERS = frozenset({"amod", "compound", "nummod", "flat", "nmod:desc"})
_DROPPED = frozenset({"DET", "PRON", "PUNCT", "NUM"})
_MARKS = frozenset({"'s", "’s", "-", "'", "’"})
_LINKING = frozenset({"ADP", "DET", "PRON", "PART", "SCONJ", "CCONJ", "PUNCT"})

_JUDGING = """
absurd aggressive ambitious bad big blatant brilliant broad certain clear concrete
considerable critical crucial current deep different dramatic egregious enormous entire
excellent expansive extensive extraordinary extreme familiar favorable favourable firm
full fundamental further good great hard historic huge important improbable incredible
increased increasing growing invaluable key landmark large little main major many
massive mere more most next other outrageous overall own particular possible potential
powerful pretty previous puzzling real recent reliable remarkable robust same serious
several severe shameful sharp significant similar small solid stark strong substantial
substantive such sweeping terrible tough tremendous unprecedented urgent various vast
vigorous vital whole wonderful
"""
JUDGING = frozenset(_JUDGING.split())
"""Adjectives that value a thing or tell it from its like, and name no other thing."""


def noun_phrases(content: Span) -> Iterator[tuple[Token, Span]]:
    """Each noun, and it with the modifiers before it but determiners and numbers."""
    for token in content:
        if is_head(token):
            yield token, phrase(token, content)


def is_head(token: Token) -> bool:
    """Whether it is a noun that heads a phrase."""
    noun = token.pos_ in _HEADS and token.dep_ not in _INSIDE
    return noun and token.text.isalnum()


def singular(span: Span) -> str:
    """The phrase with its last word, if a plural, in the singular."""
    last = span[-1]
    word = one_of(last.lower_) if last.tag_ == "NNS" else last.text
    return span.text[: last.idx - span.start_char] + word


def phrase(head: Token, content: Span) -> Span:
    """A noun with what belongs to it in the content."""
    doc, start, end = head.doc, head.i, head.i + 1
    kept = {t.i for t in head.lefts if _is_kept(t)}
    while start > content.start and _belongs(doc[start - 1], kept, head):
        start -= 1
    while start < head.i and _is_dropped(doc[start]):
        start += 1
    while end < content.end and doc[end].head == head and doc[end].dep_ == "flat":
        end += 1
    if end + 1 < content.end and _is_glued(doc[end - 1]) and not doc[end].whitespace_:
        end += 2
    return Span(doc, start, end)


def _is_kept(token: Token) -> bool:
    return token.pos_ not in _DROPPED and token.dep_ in _MODIFIERS


def _belongs(token: Token, kept: set[int], head: Token) -> bool:
    """Whether a word goes with the one after it: by the parse, or a noun by a noun."""
    if token.i in kept or _is_glued(token):
        return True
    if token.head.i in kept and token.pos_ not in _LINKING:
        return True
    return token.pos_ == "NOUN" and token.i == head.i - 1 and not token.ent_type_


def _is_dropped(token: Token) -> bool:
    """Whether a phrase does not begin with it: "solid" of "solid guarantees", "lower"
    of "lower prices"."""
    if token.text in _MARKS:
        return True
    compared = token.tag_ in ("JJR", "JJS")
    valued = compared or token.lower_ in JUDGING or is_judging(token)
    return valued and not _is_glued(token)


def is_judging(token: Token) -> bool:
    """Whether it tells of a thing how good or great it is, or how much so."""
    if token.dep_ == "advmod":
        return token.head != token and is_judging(token.head)
    valued = token.dep_ == "amod" and token.lower_ in JUDGING
    return valued and not _is_glued(token)


def _is_glued(token: Token) -> bool:
    """Whether no blank parts it from the next: the words of "14-hour", "build-up"."""
    if token.whitespace_:
        return False
    doc, after = token.doc, token.i + 1
    return token.text == "-" or (after < len(doc) and doc[after].text == "-")
