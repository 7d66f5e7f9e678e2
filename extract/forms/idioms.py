"""Turns of phrase that tell what somebody holds or demands.

- "The clubs put the loss at $40m";
- "The regulator gave the airline until Friday to pay";
- "a disaster, in the words of the union";
- "In the museum's view, the mask belongs in Benin";
- "In the opinion of Jane Roe, who sits on the board, the mask belongs in Benin".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.dates.sentences import sentence_tokens
from extract.forms.phrases import attribution_of, is_speaker, trimmed

_PERIODS = frozenset({"day", "hour", "month", "week", "year"})
_OF = ["in", "the", "words", "of"]
_EDGES = frozenset({",", ".", "–", "—", "-"})


def idioms(doc: Doc) -> Iterator[Attribution]:
    """What each of these turns tells."""
    for token in doc:
        form = _FORMS.get(token.lemma_.lower())
        found = form(token) if form else None
        if found is not None:
            yield found


def _put(verb: Token) -> Attribution | None:
    """Who puts something at a number."""
    figure = next((t for t in verb.rights if _is_figure(t)), None)
    objects = [t for t in verb.rights if t.dep_ == "obj"]
    if figure is None or not objects or objects[0].i > figure.i:
        return None
    return _governed(verb, objects[0].left_edge.i, _end_of_word(figure.right_edge))


def _end_of_word(token: Token) -> int:
    """The token after what is written in one with it: the m of $40m."""
    written = token
    while not written.whitespace_ and written.i + 1 < len(token.doc):
        if not written.nbor().text[0].isalnum():
            break
        written = written.nbor()
    return written.i + 1


def _is_figure(token: Token) -> bool:
    at = any(case.lower_ == "at" for case in token.lefts)
    return at and any(t.pos_ in ("NUM", "SYM") for t in token.subtree)


def _give(verb: Token) -> Attribution | None:
    """Who gives somebody a time to do something."""
    doing = next((t for t in verb.rights if t.tag_ == "VB"), None)
    if doing is None or doing.left_edge.tag_ != "TO":
        return None
    between = verb.doc[verb.i + 1 : doing.left_edge.i]
    timed = any(t.lower_ == "until" or t.lemma_ in _PERIODS for t in between)
    if not timed or len(between) < 3:
        return None
    return _governed(verb, verb.i + 1, doing.right_edge.i + 1)


def _governed(verb: Token, start: int, end: int) -> Attribution | None:
    """What the verb's subject tells with it."""
    subject = next((t for t in verb.lefts if t.dep_ == "nsubj"), None)
    if subject is None:
        return None
    doc = verb.doc
    auxiliary = min([verb.i, *(t.i for t in verb.lefts if t.dep_ == "aux")])
    speaker = doc[subject.left_edge.i : min(subject.right_edge.i + 1, auxiliary)]
    return attribution_of(speaker, doc[auxiliary : verb.i + 1], doc[start:end])


def _words(noun: Token) -> Attribution | None:
    """What stands before "in the words of" somebody, back to the mark before it."""
    named = next((t for t in noun.rights if t.dep_ == "nmod"), None)
    doc, at = noun.doc, noun.i
    if named is None or at < 3 or [t.lower_ for t in doc[at - 2 : at + 2]] != _OF:
        return None
    first, last = sentence_tokens(doc, doc[at : at + 1])
    said = _back(doc[first : at - 2])
    speaker = doc[at + 2 : min(named.right_edge.i + 1, last)]
    return attribution_of(speaker, doc[at - 2 : at + 2], said) if len(said) else None


def _view(noun: Token) -> Attribution | None:
    """What follows "In the museum's view," and "In the view of the museum,"."""
    doc = noun.doc
    first, last = sentence_tokens(doc, doc[noun.i : noun.i + 1])
    owner = _owner(noun, first)
    if doc[first].lower_ != "in" or owner is None or not len(owner):
        return None
    said = _after_comma(doc[max(owner.end, noun.i + 1) : last])
    if len(said) and said[0].tag_ in ("WP", "WP$"):
        comma = next((t.i for t in said if t.text == ","), last)
        said = _after_comma(doc[comma:last])
    return attribution_of(owner, doc[noun.i : noun.i + 1], said) if len(said) else None


def _after_comma(rest: Span) -> Span:
    """What follows the comma that opens the rest of a sentence; else nothing."""
    return trimmed(rest[1:]) if len(rest) and rest[0].text == "," else rest[:0]


def _owner(noun: Token, first: int) -> Span | None:
    """Whose view it is, in a sentence from `first` on."""
    doc = noun.doc
    before = doc[noun.i - 1].tag_
    if before == "POS" or any(t.dep_ == "nmod:poss" for t in noun.lefts):
        return doc[first + 1 : noun.i]
    of = next((t for t in noun.rights if t.dep_ == "nmod"), None)
    if of is None or doc[noun.i + 1].lower_ != "of" or noun.i != first + 2:
        return None
    end = of.right_edge.i + 1
    owner = doc[noun.i + 2 : end - (doc[end - 1].text == ",")]
    return owner if any(map(is_speaker, owner)) else None


def _back(before: Span) -> Span:
    """The words before a comma, back to the mark before them."""
    end = len(before)
    while end and before[end - 1].text in _EDGES:
        end -= 1
    start = end
    while start and before[start - 1].text not in _EDGES:
        start -= 1
    return before[start:end]


_FORMS = {"give": _give, "put": _put, "word": _words, "view": _view, "opinion": _view}
