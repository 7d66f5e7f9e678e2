"""A speaker who goes on in what was tagged as said: "said rates were high and urged a
cut" is two attributions."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from extract.agents.lexicon import BODIES, role, word_class
from extract.attributions import Attribution

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBS = frozenset({"VERB", "AUX"})
_QUOTES = frozenset('"“”‘«»')
_SPEAKING = frozenset().union(
    *map(word_class, ("telling", "asking", "blaming", "demanding", "saying"))
)


def continued(attribution: Attribution) -> Iterator[Attribution]:
    """The attribution up to where its speaker goes on with "and urged", then that."""
    pieces = attribution.content
    verbs = (_next_verb(piece, attribution.cue) for piece in pieces)
    found = next(((i, verb) for i, verb in enumerate(verbs) if verb is not None), None)
    if found is None:
        yield attribution
        return
    number, verb = found
    said = _before(pieces[number], verb)
    yield replace(attribution, content=(*pieces[:number], said))
    rest = _after(pieces[number], verb)
    if rest is not None and verb.lemma_ in _SPEAKING:
        cue = Span(verb.doc, verb.i, rest.start, label="cue")
        content = (rest, *pieces[number + 1 :])
        yield from continued(replace(attribution, cue=cue, content=content))


def _next_verb(content: Span, cue: Span) -> Token | None:
    """The verb in the content that goes on with the cue's."""
    joined = (t for t in content[1:] if t.dep_ == "conj" and t.tag_ in _FINITE)
    return next((t for t in joined if _goes_on(t, content, cue)), None)


def _goes_on(verb: Token, content: Span, cue: Span) -> bool:
    """Whether the parse ties it to the cue; or no other than the speaker can be its
    subject, for things do not speak."""
    before = _before(content, verb)
    if not len(before):
        return False
    if verb.head in cue:
        bare = all(token.pos_ not in _VERBS for token in before)
        return bare or verb.lemma_ in _SPEAKING
    if verb.lemma_ not in _SPEAKING or verb.tag_ != cue.root.tag_:
        return False
    if any(token.text in _QUOTES for token in before):
        return False
    own = any(child.dep_.startswith(("nsubj", "aux:pass")) for child in verb.lefts)
    things = [t for t in verb.head.lefts if t.dep_ == "nsubj" and t in content]
    return not own and bool(things) and not any(map(is_somebody, things))


def is_somebody(subject: Token) -> bool:
    """Whether it is a name, a pronoun, a person by role or a body."""
    if subject.ent_type_ or subject.pos_ in ("PRON", "PROPN"):
        return True
    return role(subject.lower_) is not None or subject.lower_ in BODIES


def _before(content: Span, verb: Token) -> Span:
    """The content up to the verb, without its conjunction and the comma before."""
    joining = [t.i for t in verb.lefts if t.dep_ == "cc" and t in content]
    end = min(joining, default=verb.i)
    while end > content.start and content.doc[end - 1].text == ",":
        end -= 1
    return Span(content.doc, content.start, end, label=content.label_)


def _after(content: Span, verb: Token) -> Span | None:
    """The content from the verb on, without the preposition that goes with it."""
    start = verb.i + 1
    if start < content.end and content.doc[start].pos_ == "ADP":
        start += 1
    rest = Span(content.doc, start, max(start, content.end), label=content.label_)
    return rest if len(rest) else None
