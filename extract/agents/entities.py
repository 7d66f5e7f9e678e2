"""A document's labelled names, mended where a label is cut short or at odds with
what the tables know."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span

from extract.agents.gazetteer import Sense, gazetteer, normal
from extract.agents.given_names import gender_by_name
from extract.agents.lexicon import BODIES, HONORIFICS, role

Entity = tuple[int, int, str]
"""First token, end, label."""


def entities(
    spans: Iterable[Span],
    texts: Sequence[str],
    pos: Sequence[str],
    glue: Sequence[bool],
) -> tuple[Entity, ...]:
    """The names: halves of one name joined, names of places taken from persons.

    `glue` says of each token whether the next one follows without a blank.
    """
    proper = [part in ("PROPN", "") for part in pos]
    glued = {
        index
        for index in range(1, len(texts) - 1)
        if texts[index] == "-" and glue[index] and glue[index - 1]
    }
    given = [(span.start, span.end, span.label_) for span in spans]
    labelled = [part for span in given for part in _lines(span, texts)]
    taken = {index for start, end, _ in labelled for index in range(start, end)}
    whole = [_hyphenated(entity, glued) for entity in labelled]
    grown = [_grown(entity, taken, texts, proper) for entity in whole]
    return tuple(_relabelled(_joined(grown), texts))


def _lines(entity: Entity, texts: Sequence[str]) -> Iterator[Entity]:
    """The entity cut at line ends: a byline's last name is not the dateline's first."""
    start, end, label = entity
    for index in range(start, end):
        if texts[index].isspace():
            if start < index:
                yield start, index, label
            start = index + 1
    if start < end:
        yield start, end, label


def _hyphenated(entity: Entity, glued: set[int]) -> Entity:
    """A person's name with what a hyphen ties to its end: Park Jin | -woo."""
    start, end, label = entity
    while label == "PERSON" and {end - 1, end} & glued:
        end += 2 if end in glued else 1
    return start, end, label


def _grown(
    entity: Entity, taken: set[int], texts: Sequence[str], proper: list[bool]
) -> Entity:
    """A person's name with the words beside it that a label left out."""
    start, end, label = entity
    if label != "PERSON":
        return _with_body(entity, texts)
    while end < len(texts) and end not in taken and _is_name(texts[end], proper[end]):
        end += 1
    while (
        start
        and start - 1 not in taken
        and _is_name(texts[start - 1], proper[start - 1])
    ):
        start -= 1
    return start, end, label


def _is_name(text: str, proper: bool) -> bool:
    """Whether a word beside a name can belong to it: no title, nation or body."""
    if not (proper and text[:1].isupper() and text[1:].islower()):
        return False
    known = gazetteer().find(text, *Sense)
    title = role(text) or text.lower().rstrip(".") in HONORIFICS
    return known is None and not title and text.lower() not in BODIES | CALENDAR


CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december", "deputy", "former", "prime",
    }
)  # fmt: skip
"""Capitalised words beside a name that are no part of it."""


def _with_body(entity: Entity, texts: Sequence[str]) -> Entity:
    """An organization's name from its first noun: Ministry of | Foreign Affairs."""
    start, end, label = entity
    if label == "ORGANIZATION" and start > 1 and texts[start - 1] == "of":
        first = start - 2
        if texts[first].lower() in BODIES and texts[first][:1].isupper():
            return first, end, label
    return entity


def _joined(found: Iterable[Entity]) -> list[Entity]:
    """The entities without overlaps; a person's name that goes on is one."""
    joined: list[Entity] = []
    for start, end, label in sorted(found):
        if joined and start < joined[-1][1]:
            first, last, kept = joined[-1]
            joined[-1] = (first, max(last, end), kept)
        elif joined and start == joined[-1][1] and label == joined[-1][2] == "PERSON":
            joined[-1] = (joined[-1][0], end, label)
        else:
            joined.append((start, end, label))
    return joined


def _relabelled(found: list[Entity], texts: Sequence[str]) -> list[Entity]:
    """Places, peoples and bodies taken for persons get their label back.

    Georgia stays a person if the article has a longer name that holds the word.
    """
    names = [normal(" ".join(texts[start:end])) for start, end, _ in found]
    persons = [
        (start, end, name)
        for (start, end, label), name in zip(found, names, strict=True)
        if label == "PERSON"
    ]
    borne = {
        normal(word)
        for start, end, _ in persons
        if end - start > 1
        for word in texts[start:end]
    }
    bodies = {
        name for start, end, name in persons if _is_told_as_body(start, end, texts)
    }
    labels = {name: _label(name, bodies) for *_, name in persons if name not in borne}
    return [
        (start, end, labels.get(name, label) if label == "PERSON" else label)
        for (start, end, label), name in zip(found, names, strict=True)
    ]


def _label(name: str, bodies: set[str]) -> str:
    """The label of a name that was taken for a person's."""
    if name in bodies:
        return "ORGANIZATION"
    return "LOCATION" if gazetteer().find(name, *Sense) else "PERSON"


def _is_told_as_body(start: int, end: int, texts: Sequence[str]) -> bool:
    """Whether the words around say that no person bears the name: the dairy maker
    Acme; the maker, Acme, said; Acme, which said."""
    if gender_by_name(" ".join(texts[start:end])):
        return False
    after = [text.lower() for text in texts[end : end + 2]]
    before = list(texts[max(start - 2, 0) : start])
    closed = before[-1:] == after[:1] == [","]
    kind = before[:1] if closed else before[-1:]
    return after == [",", "which"] or not BODIES.isdisjoint(kind)
