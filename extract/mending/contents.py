"""What is said, cut where grammar or the line says that it does not go on."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.dates.sentences import sentence_tokens

_OPENING = frozenset("\"“«‘'")
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_RELATIVE = frozenset({"WDT", "WP"})

_TOLD = frozenset(
    {
        "accusation", "allegation", "argument", "assertion", "assessment", "call",
        "charge", "claim", "comment", "complaint", "condition", "decision", "demand",
        "description", "idea", "measure", "move", "offer", "plan", "plea", "pledge",
        "position", "promise", "proposal", "remark", "request", "statement", "step",
        "suggestion", "threat", "view", "warning",
    }
)  # fmt: skip
"""Nouns with which the writer sums up what was said: "..., a claim that Oslo denies".
"""


def cut(piece: Span, cue: Span) -> Span:
    """The piece without an aside that holds its cue, too, without the verb whose
    subject the cue is, and without what the writer adds of it."""
    return _inside_bracket(_before_remark(_before_main_verb(piece, cue), cue))


def _before_remark(piece: Span, cue: Span) -> Span:
    """What follows a cue, without an apposition that sums it up: "asked for a ban, | a
    request that is being considered"; before its cue, "a request" may be what is said.
    """
    if piece.start < cue.start or _is_quoted(piece):
        return piece
    begun = (token.i for token in piece if _begins_remark(token))
    return Span(piece.doc, piece.start, next(begun, piece.end), label=piece.label_)


def _begins_remark(token: Token) -> bool:
    """Whether it is the comma, or the article right after one, before such a noun and
    a relative clause."""
    doc, at = token.doc, token.i + (token.text == ",")
    if at == 0 or doc[at - 1].text != "," or at + 2 >= len(doc):
        return False
    noun, pronoun = doc[at + 1], doc[at + 2]
    return (
        doc[at].lower_ in ("a", "an")
        and noun.lower_ in _TOLD
        and pronoun.lower_ in ("that", "which")
        and pronoun.tag_ == "WDT"
    )


def _inside_bracket(piece: Span) -> Span:
    """The piece after a bracket that it opens and does not close: who says it stands in
    the bracket, too."""
    opened = [token.i for token in piece if token.text == "("]
    if len(opened) == 1 + sum(t.text == ")" for t in piece):
        start = opened[-1] + 1
        return Span(piece.doc, start, max(start, piece.end), label=piece.label_)
    return piece


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
    """Whether the parse says so, or hangs on the noun what only a verb of its can be:
    one that is joined to it, or finite without a subject of its own."""
    if verb.pos_ != "VERB":
        return False
    if verb.head == noun:
        return verb.dep_ == "conj" or (_is_finite(verb) and not _has_subject(verb))
    return noun.head == verb and noun.dep_.startswith("nsubj")


def _is_finite(verb: Token) -> bool:
    own = (verb, *(t for t in verb.lefts if t.dep_.startswith("aux")))
    return any(token.tag_ in _FINITE for token in own)


def _has_subject(verb: Token) -> bool:
    """Whether it has a subject, or a word that opens a clause, of its own."""
    return any(
        t.dep_.startswith(("nsubj", "expl", "csubj", "mark")) or t.tag_ in _RELATIVE
        for t in verb.lefts
    )


def near(pieces: list[Span], attribution: Attribution) -> list[Span]:
    """The pieces without those that hold who says it; and without those before the cue,
    where there are others and no quotation marks hold them, that stand in an earlier
    sentence or that other words part from who says it: "many are torn on tax, with some
    | voicing doubts"."""
    pieces = _without(pieces, attribution.source)
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


def _without(pieces: list[Span], source: Sequence[Span]) -> list[Span]:
    """Without pieces that hold who says it: nobody is within their own words."""
    free = [p for p in pieces if not any(span.start in _tokens(p) for span in source)]
    return free or pieces


def _tokens(span: Span) -> range:
    return range(span.start, span.end)


def _is_quoted(span: Span) -> bool:
    return span[0].text in _OPENING


def without_pronoun(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces, an only one without the relative pronoun that ends it: "a charge |
    that | they deny"."""
    if len(pieces) != 1 or len(pieces[0]) < 2 or pieces[0][-1].tag_ != "WDT":
        return tuple(pieces)
    return (Span(pieces[0].doc, pieces[0].start, pieces[0].end - 1, label="content"),)


def before_agent(content: Span, agent: Span) -> Span:
    """The content without the "by" of who says it, and what follows."""
    end = agent.start - 1
    inside = content.start < end < content.end and content.doc[end].lower_ == "by"
    stop = end if inside else content.end
    return Span(content.doc, content.start, stop, label=content.label_)
