"""Attributions mended where the tags are at odds with lines or with grammar.

- what is said begins, as its source does, after a dateline, ends before the verb whose
  subject the cue is, and lies in the cue's sentence unless it is quoted, with no words
  of others before the source or cue that it interrupts;
- in "was called a thief by her", she speaks;
- who stands right before a cue without a source is its source;
- a cue without a content has the clause that grammar gives it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from extract.agents.lexicon import word_class
from extract.attributions import Attribution
from extract.dates.sentences import sentence_tokens
from extract.known_cues import VERBS

_OPENING = frozenset("\"“«‘'")
_CLAUSES = frozenset({"ccomp", "xcomp"})
_ENDING = frozenset({"advcl", "cc", "conj", "parataxis", "punct"})
"""What no longer belongs to what a verb governs."""

_WITH_ADDRESSEE = word_class("telling") | word_class("asking") | {"worry"}
"""Verbs whose object is whom they address, or worry."""

_ABOUT = frozenset({"about", "against", "for", "of", "on", "over"})
"""Prepositions that lead to what somebody wants or fears."""

_NAMING = frozenset({"PROPN", "PRON", "NOUN"})
_DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]+(?:,[^-–—\n]{1,40})?"
    r"(?:\([^)]{1,40}\))?\s*[-–—]+\s*(?=\w)"
)
"""LIMA (Andes Press) -, or OSLO, Norway, May 3 —."""

_ACCORDING = "according to"


def mended(attribution: Attribution) -> Attribution:
    """The attribution with its contents cut and its agent as source; without content
    where only a dateline was taken for one."""
    pieces = [
        _after_dateline(_before_main_verb(piece, attribution.cue))
        for piece in attribution.content
    ]
    near = _near(_without(pieces, attribution.source), attribution)
    content = tuple(piece for piece in near if not _is_dateline(piece))
    agent = _agent(attribution)
    if agent is not None:
        said = tuple(_before_agent(piece, agent) for piece in content)
        return replace(attribution, content=said, source=(agent,))
    own = tuple(_after_dateline(span) for span in attribution.source)
    beside = _beside(attribution.cue) if not own else None
    source = own if beside is None else (beside,)
    return replace(attribution, content=content, source=source)


def _before_main_verb(content: Span, cue: Span) -> Span:
    """What a noun as cue attributes, without the verb whose subject the noun is: "his
    demand that they leave | angered many"."""
    if cue.root.pos_ != "NOUN":
        return content
    verb = next((t for t in content[1:] if _has_as_subject(t, cue.root)), None)
    if verb is None:
        return content
    own = [t.i for t in verb.lefts if t.dep_.startswith("aux") and t in content]
    start = min(own, default=verb.i)
    if start == content.start:
        return content
    return Span(content.doc, content.start, start, label=content.label_)


def _has_as_subject(verb: Token, noun: Token) -> bool:
    """Whether the parse says so, or joins the two, which only a verb can be."""
    if verb.pos_ != "VERB":
        return False
    subject = noun.head == verb and noun.dep_.startswith("nsubj")
    return subject or (verb.dep_ == "conj" and verb.head == noun)


def _without(pieces: list[Span], source: Sequence[Span]) -> list[Span]:
    """Without pieces that hold who says it: nobody is within their own words."""
    free = [p for p in pieces if not any(span.start in _tokens(p) for span in source)]
    return free or pieces


def _tokens(span: Span) -> range:
    return range(span.start, span.end)


def _near(pieces: list[Span], attribution: Attribution) -> list[Span]:
    """Without pieces before the cue, where there are others and no quotation marks
    hold them, that stand in an earlier sentence or that other words part from who
    says it: "many are torn on tax, with some | voicing doubts"."""
    cue = attribution.cue
    first, _ = sentence_tokens(cue.doc, cue)
    after = any(piece.start > cue.start for piece in pieces)
    named = attribution.source
    speaks = min(cue.start, *(span.start for span in named)) if named else 0

    def is_near(piece: Span) -> bool:
        between = cue.doc[piece.end : max(speaks, piece.end)]
        apart = any(not (t.is_punct or t.is_space) for t in between)
        return first < piece.end and not (after and apart)

    return [p for p in pieces if _is_quoted(p) or is_near(p)] or pieces


def _is_quoted(span: Span) -> bool:
    return span[0].text in _OPENING


def _is_dateline(span: Span) -> bool:
    """Whether it is no more than the place, and date, that open an article's text."""
    before = span.doc[span.start - 1].text if span.start else "\n"
    after = span.doc[span.end : span.end + 1].text
    place = span.text.isupper() or all(token.pos_ == "PROPN" for token in span)
    bare = place and after in ("-", "–", "—", "(", ",")
    dated = _DATELINE.match(f"{span.text} {after} A")
    whole = dated is not None and dated.end() > len(span.text)
    return "\n" in before and (bare or whole)


def _beside(cue: Span) -> Span | None:
    """Who stands right before a cue: its subject, or whose call it is."""
    if not cue.start or cue[0].is_sent_start:
        return None
    last = cue.doc[cue.start - 1]
    if last.tag_ == "PRP$":
        return Span(cue.doc, last.i, last.i + 1, label="source")
    owner = cue.doc[last.i - 1] if last.tag_ == "POS" and last.i else last
    noun = next((t for t in (owner, owner.head) if _stands_before(t, cue)), None)
    if noun is None:
        return None
    return Span(cue.doc, noun.left_edge.i, cue.start, label="source")


def _stands_before(token: Token, cue: Span) -> bool:
    """Whether a phrase that ends right before the cue is a name or pronoun as its
    subject or possessor."""
    tied = token.dep_ in ("nsubj", "nmod:poss") and token.pos_ in _NAMING
    return tied and cue.start - 2 <= token.right_edge.i < cue.start


def _after_dateline(span: Span) -> Span:
    """The span without the place, date and dash that open an article's text."""
    found = _DATELINE.match(span.text)
    before = span.doc[span.start - 1] if span.start else None
    if found is None or not (before is None or "\n" in before.text):
        return span
    start = span.start_char + found.end()
    first = next((token.i for token in span if token.idx >= start), span.start)
    return Span(span.doc, first, span.end, label=span.label_)


def _agent(attribution: Attribution) -> Span | None:
    """Who acts in a passive cue whose source is its subject: after "by"."""
    verb = attribution.cue.root
    passive = any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children)
    subject = any(
        token.dep_ == "nsubj:pass" or token.tag_ in ("WDT", "WP")
        for span in attribution.source
        for token in span
    )
    if not passive or not subject:
        return None
    near = [*verb.rights, *(t for below in verb.rights for t in below.rights)]
    near += [t for piece in attribution.content for t in piece if _is_verbless(piece)]
    return next((_noun(t, attribution) for t in near if _is_agent(t)), None)


def without_nameless(found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Without those that name nobody and stand in the words of another: in "he
    demands a pact banning mines", nobody bans them."""
    said = {
        token.i: number
        for number, one in enumerate(found)
        for span in one.content
        for token in span
    }
    return tuple(
        one
        for number, one in enumerate(found)
        if one.source or said.get(one.cue.start, number) == number
    )


def _is_agent(token: Token) -> bool:
    tied = any(child.lower_ == "by" for child in token.lefts)
    named = token.pos_ == "PROPN" or bool(token.ent_type_)
    return token.dep_ != "nmod" and tied and named


def _is_verbless(content: Span) -> bool:
    """Whether nothing in it but the cue can be done by somebody."""
    return all(token.pos_ not in ("VERB", "AUX") for token in content)


def _before_agent(content: Span, agent: Span) -> Span:
    """The content without the "by" of who says it, and what follows."""
    end = agent.start - 1
    inside = content.start < end < content.end and content.doc[end].lower_ == "by"
    stop = end if inside else content.end
    return Span(content.doc, content.start, stop, label=content.label_)


def _noun(token: Token, attribution: Attribution) -> Span:
    start = token.i
    while start - 1 > attribution.cue.end and token.doc[start - 1].pos_ != "ADP":
        start -= 1
    return Span(token.doc, start, token.i + 1, label="source")


def content_of(cue: Span, source: Sequence[Span]) -> Span | None:
    """What a cue without a content attributes, by grammar: the rest of the sentence
    beside "according to", the clause that its verb governs, or what its last
    preposition does ("is pushing for ...")."""
    if cue.text.lower() == _ACCORDING:
        return _rest(cue, source)
    rights = [*cue.root.rights]
    at = next((n for n, t in enumerate(rights) if _is_governed(t, cue)), None)
    if at is None or rights[at].left_edge.i < cue.end - 1:
        return None
    told = [*takewhile(lambda token: token.dep_ not in _ENDING, rights[at:])]
    start = max(told[0].left_edge.i, cue.end)
    return _stretch(cue.doc, start, told[-1].right_edge.i + 1)


def _is_governed(token: Token, cue: Span) -> bool:
    """Whether it is the verb's clause, or hangs on it by the cue's last word.

    Of a known verb also what it is "for" or "against", and its object, unless that is
    whom it addresses.
    """
    if token.dep_ in _CLAUSES:
        return True
    ties = [case for case in token.lefts if case.dep_ == "case"]
    if any(case.i == cue.end - 1 for case in ties):
        return True
    if cue.root.lemma_.lower() not in VERBS - _WITH_ADDRESSEE:
        return False
    tied = any(case.i == cue.end and case.lower_ in _ABOUT for case in ties)
    return token.dep_ in ("obj", "iobj") or (tied and token.ent_type_ != "DATE")


def _rest(cue: Span, source: Sequence[Span]) -> Span | None:
    first, last = sentence_tokens(cue.doc, cue)
    after = max([cue.end, *(span.end for span in source)])
    if cue.start - first > last - after:
        return _stretch(cue.doc, first, cue.start)
    return _stretch(cue.doc, after, last)


def _stretch(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens without blanks and stops at their ends; None if none are left."""
    while start < end and (doc[start].is_space or doc[start].text == ","):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ".,;"):
        end -= 1
    return Span(doc, start, end, label="content") if end - start > 1 else None
