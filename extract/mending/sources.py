"""Who speaks, where the tags name nobody, or the subject of a passive."""

from dataclasses import replace

from spacy.tokens import Span, Token

from extract.agents.lexicon import word_class
from extract.attributions import Attribution
from extract.coordination import is_somebody
from extract.dates.sentences import sentence_tokens

_RELATIVE = frozenset({"WDT", "WP", "WP$"})


def with_subject(attribution: Attribution) -> Attribution:
    """The attribution without a source with who stands right before its cue, or before
    a relative clause there."""
    found = _beside(attribution.cue) or _before_relative(attribution.cue)
    return replace(attribution, source=(found,)) if found is not None else attribution


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


def owner_of(attribution: Attribution) -> Span | None:
    """Whose call, claim or demand a noun as cue is, where another was taken to speak:
    "Oslo waits for an answer to | Mali's | call for talks"."""
    cue = attribution.cue
    if any(token.pos_ in ("AUX", "VERB") for token in cue):
        return None
    owner = next((t for t in cue.root.lefts if _owns(t) and t.i < cue.start), None)
    if owner is None or not attribution.source:
        return None
    end = min(owner.right_edge.i + 1, cue.start)
    found = Span(cue.doc, owner.left_edge.i, end, label="source")
    held = any(found.start < s.end and s.start < cue.start for s in attribution.source)
    return None if held else found


def _owns(token: Token) -> bool:
    """Whether it is somebody in the possessive; a pronoun may mean the other."""
    marked = any(t.tag_ == "POS" for t in token.rights)
    return marked and token.ent_type_ != "DATE" and is_somebody(token)


def _before_relative(cue: Span) -> Span | None:
    """Who opens the sentence, or its part after a semicolon, before a relative clause
    right before the cue: "The guild, whose members gain most, | backs the cap".
    """
    first, _ = sentence_tokens(cue.doc, cue)
    stops = [token.i + 1 for token in cue.doc[first : cue.start] if token.text == ";"]
    first = max([first, *stops])
    commas = [token.i for token in cue.doc[first : cue.start] if token.text == ","]
    if len(commas) < 2 or commas[-1] != cue.start - 1:
        return None
    if cue.doc[commas[0] + 1].tag_ not in _RELATIVE:
        return None
    opening = Span(cue.doc, first, commas[0], label="source")
    bare = all(token.pos_ not in ("AUX", "VERB") for token in opening)
    return opening if bare and len(opening) else None


def _stands_before(token: Token, cue: Span) -> bool:
    """Whether a phrase that ends right before the cue is somebody as its subject or
    possessor."""
    tied = token.dep_ in ("nsubj", "nmod:poss") and is_somebody(token)
    return tied and cue.start - 2 <= token.right_edge.i < cue.start


def suffers(attribution: Attribution) -> bool:
    """Whether the source is the one to whom others, who are not named, say something:
    "she was criticised online"."""
    verb = attribution.cue.root
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj:pass"), None)
    addressed = verb.tag_ == "VBN" and verb.lemma_.lower() in _ADDRESSING
    return (
        addressed
        and subject is not None
        and any(span.start <= subject.i < span.end for span in attribution.source)
        and not any(case.lower_ == "by" for t in verb.rights for case in t.lefts)
    )


_ADDRESSING = word_class("asking") | word_class("blaming") | word_class("telling")
"""Verbs with which somebody is asked, blamed or told."""


def agent_of(attribution: Attribution) -> Span | None:
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


def _is_agent(token: Token) -> bool:
    tied = any(child.lower_ == "by" for child in token.lefts)
    named = token.pos_ == "PROPN" or token.ent_type_ not in ("", "DATE")
    return token.dep_ != "nmod" and tied and named


def _is_verbless(content: Span) -> bool:
    """Whether nothing in it but the cue can be done by somebody."""
    return all(token.pos_ not in ("VERB", "AUX") for token in content)


def _noun(token: Token, attribution: Attribution) -> Span:
    start = token.i
    while start - 1 > attribution.cue.end and token.doc[start - 1].pos_ != "ADP":
        start -= 1
    return Span(token.doc, start, token.i + 1, label="source")
