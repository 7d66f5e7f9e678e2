"""Interviews and transcripts: who speaks stands before each turn, with a colon.

"Q:" and "A:", or the names, or one of either. What an answer says is the speaker's own,
though neither a verb nor a quotation mark says so; whoever asks says the questions.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from spacy.tokens import Doc, Span

from extract.agents.lexicon import SPEAKERS_OWN
from extract.attributions import Attribution
from extract.encoding.encoded import doc_text

SURE = 0.8
"""Confidence in a sentence of an answer: the form alone tells that it is said."""

_LABEL = re.compile(
    r"^([QA](?=[.:])|[A-Z][\w.’'-]*(?: [\w.’'-]+){0,3}(?= ?:)) ?[.:] +(?=\S)",
    re.MULTILINE,
)
_BYLINE = frozenset({"by", "with"})


@dataclass(frozen=True)
class Turn:
    """What somebody says in one go, after a label that ends with `mark`.

    `speaker` is the label, or the name that it stands for; empty where "Q" asks.
    """

    speaker: Span
    mark: Span
    words: Span
    asks: bool = False


def interviewed(doc: Doc, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with those of an interview's turns, by their cues.

    A sentence in which nothing is attributed is the speaker's, and "I" is the speaker.
    """
    answers = list(turns(doc))
    if not answers:
        return tuple(found)
    own = [_in_turn(each, answers) for each in found if not _says_nothing(each)]
    taken = {
        token.i
        for each in own
        for span in (each.cue, *each.source, *each.content)
        for token in span
    }
    new = [each for turn in answers for each in _unattributed(turn, taken)]
    return tuple(sorted([*own, *new], key=lambda each: each.cue.start))


def turns(doc: Doc) -> Iterator[Turn]:
    """The turns, where labels take turns and one of them asks first."""
    text = doc_text(doc)
    labels = list(_LABEL.finditer(text))
    if len({label[1] for label in labels}) < 2:
        return
    parts = list(zip(labels, _ends(text, labels), strict=True))
    asking = _asking(text, parts)
    if not asking:
        return
    parts = [*dropwhile(lambda part: part[0][1] not in asking, parts)]
    named = interviewee(doc[: _tokens(doc, *parts[0][0].span()).start])
    known = {"A": named, "Q": doc[:0]}
    for label, end in parts:
        speaker = known.get(label[1], _tokens(doc, *label.span(1)))
        if speaker is not None:
            mark = _tokens(doc, *label.span())[-1:]
            words = _tokens(doc, label.end(), end)
            yield Turn(speaker, mark, words, asks=label[1] in asking)


def _tokens(doc: Doc, start: int, end: int) -> Span:
    """The tokens of a stretch of the text, without blanks at its end."""
    end = start + len(doc_text(doc)[start:end].rstrip())
    return doc.char_span(start, end, alignment_mode="expand") or doc[:0]


def _ends(text: str, labels: Sequence[re.Match[str]]) -> list[int]:
    """Where each turn ends: at the next one; the last, at the end of its line."""
    last = text.find("\n", labels[-1].end())
    return [*(label.start() for label in labels[1:]), len(text) if last < 0 else last]


def _asking(text: str, parts: Sequence[tuple[re.Match[str], int]]) -> set[str]:
    """The labels of at least two turns, a third of which end with a question mark, that
    have less than half of the words; "Q".

    `parts` are the labels with the ends of their turns.
    """
    times, asked, lengths = Counter[str](), Counter[str](), Counter[str]()
    for label, end in parts:
        words = text[label.end() : end].rstrip()
        times[label[1]] += 1
        asked[label[1]] += label[1] == "Q" or words.endswith("?")
        lengths[label[1]] += len(words)
    return {
        name
        for name, count in asked.items()
        if 3 * count >= times[name] > 1
        and (name == "Q" or 2 * lengths[name] < lengths.total())
    }


def interviewee(before: Span) -> Span | None:
    """The person whom the words before an interview name most often, in full; one who
    is named after "by" wrote it."""
    names = [_whole(ent) for ent in before.ents if ent.label_ == "PERSON"]
    writers = {name[-1].text for name in names if _is_writer(name)}
    names = [name for name in names if name[-1].text not in writers]
    times = Counter(name[-1].text for name in names)
    return max(names, key=lambda name: (times[name[-1].text], len(name)), default=None)


def _whole(name: Span) -> Span:
    """The name with the proper nouns before it that its label left out."""
    start = name.start
    while start and name.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return name.doc[start : name.end]


def _is_writer(name: Span) -> bool:
    return name.start > 0 and name.doc[name.start - 1].lower_ in _BYLINE


def _says_nothing(attribution: Attribution) -> bool:
    """Whether a pronoun is all of what "I" say in one place: "I doubt it"."""
    pronouns = any(
        all(token.pos_ == "PRON" or token.is_punct for token in span)
        for span in attribution.content
    )
    return pronouns and _is_own(attribution)


def _is_own(attribution: Attribution) -> bool:
    words = {t.lower_ for span in attribution.source for t in span if not t.is_space}
    return bool(words) and words <= SPEAKERS_OWN


def _in_turn(attribution: Attribution, answers: Sequence[Turn]) -> Attribution:
    """The attribution with the speaker of its turn as its source, if that is "I" or
    the label itself."""
    cue = attribution.cue.start
    turn = next((t for t in answers if t.mark.start <= cue < t.words.end), None)
    if turn is None:
        return attribution
    if cue == turn.mark.start or (_is_own(attribution) and not turn.asks):
        return replace(attribution, source=_source(turn), verbatim=True)
    return attribution


def _source(turn: Turn) -> tuple[Span, ...]:
    return (turn.speaker,) if len(turn.speaker) else ()


def _unattributed(turn: Turn, taken: set[int]) -> Iterator[Attribution]:
    """What the turn says in sentences, or their first clauses, that hold no token that
    is attributed already; whoever asks only asks."""
    for sentence in _sentences(turn.words):
        said = _free(sentence, taken)
        if _says(said) and (not turn.asks or _is_question(said)):
            yield Attribution(_source(turn), turn.mark, (said,), SURE, verbatim=True)


def _free(sentence: Span, taken: set[int]) -> Span:
    """The sentence, up to the "and" or semicolon before what is attributed in it."""
    first = next((token.i for token in sentence if token.i in taken), None)
    if first is None:
        return sentence
    before = sentence.doc[sentence.start : first]
    joining = [t.i for t in before if t.text == ";" or t.dep_ == "cc"]
    end = joining[-1] if joining else sentence.start
    while end > sentence.start and sentence.doc[end - 1].is_punct:
        end -= 1
    return sentence.doc[sentence.start : end]


def _sentences(words: Span) -> list[Span]:
    doc = words.doc
    starts = [t.i for t in words if t.is_sent_start or t.i == words.start]
    return [doc[start:end] for start, end in pairwise([*starts, words.end])]


def _is_question(sentence: Span) -> bool:
    return any(token.text == "?" for token in sentence[-2:])


def _says(sentence: Span) -> bool:
    """Whether it is a sentence with a verb: "Nothing!" alone says nothing."""
    return any(token.pos_ in ("AUX", "VERB") for token in sentence)
