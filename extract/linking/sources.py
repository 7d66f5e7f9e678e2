"""The source of each cue: its own, or that of a cue before it in the sentence."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from extract.linking.belonging import Linked


def sources(
    cues: Sequence[Span], linked: Sequence[Sequence[Linked]]
) -> list[Sequence[Linked]]:
    """The source of each cue, by what belongs to it; empty where it has none."""
    own = [_surest(items) for items in linked]
    return [own[_owner(number, cues, own)] for number in range(len(cues))]


def _surest(items: Sequence[Linked]) -> Sequence[Linked]:
    """The source that is surest; an attribution with two is a tagging error."""
    found = [item for item in items if item.part.role == "source"]
    return sorted(found, key=lambda item: item.confidence)[-1:]


def _owner(number: int, cues: Sequence[Span], own: Sequence[Sequence[Linked]]) -> int:
    """The cue whose source is that of cue `number`: itself, or one before it in the
    sentence, unless its verb has a subject of its own after that one."""
    doc = cues[number].doc
    subject = _subject(cues[number])
    for earlier in range(number, -1, -1):
        between = doc[cues[earlier].start + 1 : cues[number].start + 1]
        begun = any(t.is_sent_start or t == subject for t in between)
        if begun or _has_clause(between):
            break
        if own[earlier]:
            return earlier
    return number


def _has_clause(between: Span) -> bool:
    """Whether somebody else comes in after a semicolon: "Oslo pays; Rome is to"."""
    stops = [token.i for token in between if token.text == ";"]
    after = between.doc[stops[-1] : between.end] if stops else ()
    return any(token.dep_ == "nsubj" for token in after)


def _subject(cue: Span) -> Token | None:
    """The subject of the cue's verb; none where a pronoun opens a relative clause, for
    the noun before that speaks."""
    subjects = (token for token in cue.root.lefts if token.dep_ == "nsubj")
    return next((each for each in subjects if each.tag_ not in ("WDT", "WP")), None)
