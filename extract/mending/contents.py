"""What is said, cut where grammar or the line says that it does not go on."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.dates.sentences import sentence_tokens

_OPENING = frozenset("\"“«‘'")


def cut(piece: Span, cue: Span) -> Span:
    """The piece without an aside that holds its cue, too, and without the verb whose
    subject the cue is."""
    return _inside_bracket(_before_main_verb(piece, cue))


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
    """Whether the parse says so, or joins the two, which only a verb can be."""
    if verb.pos_ != "VERB":
        return False
    subject = noun.head == verb and noun.dep_.startswith("nsubj")
    return subject or (verb.dep_ == "conj" and verb.head == noun)


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


def before_agent(content: Span, agent: Span) -> Span:
    """The content without the "by" of who says it, and what follows."""
    end = agent.start - 1
    inside = content.start < end < content.end and content.doc[end].lower_ == "by"
    stop = end if inside else content.end
    return Span(content.doc, content.start, stop, label=content.label_)
