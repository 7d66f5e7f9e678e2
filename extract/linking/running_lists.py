"""Lists of which only the first items were taken for what is said: in "they want a cap,
| quarterly reports and a right to strike", the rest is wanted, too."""

from collections.abc import Set
from dataclasses import replace

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.dates.sentences import sentence_tokens

_ITEMS = frozenset({"appos", "conj", "nmod", "obj", "obl", "xcomp"})
"""Relations that the parser gives to a later item of a list."""

_NOUNS = frozenset({"NOUN", "NUM", "PRON", "PROPN"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def with_whole_list(attribution: Attribution, free: Set[int]) -> Attribution:
    """The attribution whose content, if it breaks off in a list, runs to its end.

    `free` are the tokens that no attribution holds.
    """
    *before, last = attribution.content or (attribution.cue,)
    if last.start < attribution.cue.end:
        return attribution
    end = _end(last, free)
    whole = Span(last.doc, last.start, end, label=last.label_)
    return replace(attribution, content=(*before, whole))


def _end(content: Span, free: Set[int]) -> int:
    """Where the list ends that the content begins; its own end where there is none."""
    doc, start = content.doc, content.end
    _, stop = sentence_tokens(doc, content)
    rest = doc[start:stop]
    joining = [t for t in rest if t.dep_ == "cc" and t.lower_ in ("and", "or")]
    if not joining or rest[0].text != "," or not _is_item(rest):
        return start
    items = doc[start : joining[-1].head.right_edge.i + 1]
    listed = all(token.i in free and _is_listed(token) for token in items)
    return items.end if listed else start


def _is_listed(token: Token) -> bool:
    """Whether it can stand in a list: no verb with a subject, no quotation."""
    return token.tag_ not in _FINITE and not token.is_quote and not token.is_space


def _is_item(rest: Span) -> bool:
    """Whether a noun phrase, or what is to be done, follows the comma."""
    first = rest[1]
    above = (token for token in (first, *first.ancestors) if token in rest)
    *_, head = above
    phrase = head.pos_ in _NOUNS and first.pos_ != "ADP"
    return head.dep_ in _ITEMS and (phrase or first.tag_ == "TO")
