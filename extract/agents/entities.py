"""A document's labelled names, mended where a label is cut short or at odds with
what the tables know."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span

from extract.agents.acronyms import spelled_out
from extract.agents.bearers import Entity
from extract.agents.gazetteer import Sense, gazetteer
from extract.agents.lexicon import BODIES, HONORIFICS, OWN_BODIES, role, singular
from extract.agents.relabelling import relabelled


def entities(
    spans: Iterable[Span],
    texts: Sequence[str],
    lemmas: Sequence[str],
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
    names = _spelled_out(texts)
    inside = {index for start, end, _ in names for index in range(start, end)}
    given = [each for each in given if inside.isdisjoint(range(*each[:2]))]
    parts = [part for each in (*given, *names) for part in _lines(each, texts)]
    labelled = [part for part in parts if not _is_honorific(part, texts)]
    taken = {index for start, end, _ in labelled for index in range(start, end)}
    whole = [_incorporated(_hyphenated(each, glued), texts) for each in labelled]
    grown = [_grown(entity, taken, texts, proper) for entity in whole]
    named = _as_in_body(_joined(grown, texts), texts)
    return tuple(relabelled(named, texts, lemmas))


def _lines(entity: Entity, texts: Sequence[str]) -> Iterator[Entity]:
    """The entity cut at line ends: a byline's last name is not the dateline's first."""
    start, end, label = entity
    for index in range(start, end):
        if texts[index].isspace():
            if start < index:
                yield start, index, label
            start = index + 1
    while start < end and texts[end - 1].lower() in TIES:
        end -= 1
    if start < end:
        yield start, end, label


TIES = frozenset({"of", "for", "the", "and"})
"""Words with which no name ends: Monetary Council | of."""


def _spelled_out(texts: Sequence[str]) -> list[Entity]:
    """The bodies whose acronym stands beside the full name, and the acronyms."""
    found = list(spelled_out(texts))
    names = [(*name, "ORGANIZATION") for _, name in found]
    return names + [(index, index + 1, "ORGANIZATION") for index, _ in found]


def _is_honorific(entity: Entity, texts: Sequence[str]) -> bool:
    """Whether a label took a title alone for a name: Ms | A Davids."""
    start, end, _ = entity
    return end - start == 1 and texts[start].lower().rstrip(".") in HONORIFICS


def _hyphenated(entity: Entity, glued: set[int]) -> Entity:
    """A person's name with what a hyphen ties to its end: Park Jin | -woo."""
    start, end, label = entity
    while label == "PERSON" and {end - 1, end} & glued:
        end += 2 if end in glued else 1
    return start, end, label


def _incorporated(entity: Entity, texts: Sequence[str]) -> Entity:
    """A company's name with what says so: Acme | (U) Ltd."""
    end = entity[1]
    if texts[end : end + 1] == ("(",) and texts[end + 2 : end + 3] == (")",):
        end += 3
    last = "".join(texts[end : end + 1]).lower().rstrip(".")
    company = last in COMPANIES and entity[2] in ("PERSON", "ORGANIZATION")
    return (entity[0], end + 1, "ORGANIZATION") if company else entity


COMPANIES = frozenset({"ltd", "limited", "inc", "plc", "llc", "gmbh", "pty", "corp"})
"""Last words of a company's name."""


def _grown(
    entity: Entity, taken: set[int], texts: Sequence[str], proper: list[bool]
) -> Entity:
    """A person's name with the words beside it that a label left out; none of what
    a title is charged with: Minister for Labour | Jane Roe."""
    start, end, label = entity
    if label != "PERSON":
        return _with_body(entity, texts)
    while end < len(texts) and end not in taken and _is_name(texts[end], proper[end]):
        end += 1
    whole = end - start > 1
    while start and start - 1 not in taken:
        field = whole and start > 1 and texts[start - 2] in ("for", "of")
        if field or not _is_name(texts[start - 1], proper[start - 1]):
            break
        start -= 1
    return start, end, label


def _is_name(text: str, proper: bool) -> bool:
    """Whether a word beside a name can belong to it: no title, nation or body."""
    initial = len(text) == 1
    if not (proper and text[:1].isupper() and (initial or text[1:].islower())):
        return False
    known = gazetteer().find(text, *Sense)
    title = role(text) or text.lower().rstrip(".") in HONORIFICS
    return known is None and not title and text.lower() not in NO_NAMES


CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december", "deputy", "former", "prime",
    }
)  # fmt: skip
"""Capitalised words beside a name that are no part of it."""

NO_NAMES = BODIES | CALENDAR


def _with_body(entity: Entity, texts: Sequence[str]) -> Entity:
    """An organization's name from its first word: Ministry of | Foreign Affairs,
    Chilean | Medical Association."""
    start, end, label = entity
    if label != "ORGANIZATION" or start < 2:
        return entity
    first, last = texts[start - 2], texts[end - 1].lower()
    if texts[start - 1] == "of" and first[:1].isupper() and first.lower() in BODIES:
        return start - 2, end, label
    nation = first.lower() == "the" and last in OWN_BODIES
    if nation and gazetteer().find(texts[start - 1], Sense.DEMONYM):
        return start - 1, end, label
    return entity


def _joined(found: Iterable[Entity], texts: Sequence[str]) -> list[Entity]:
    """The entities without overlaps; a name that goes on is one."""
    joined: list[Entity] = []
    for start, end, label in sorted(found):
        if joined and start < joined[-1][1]:
            first, last, kept = joined[-1]
            kept = label if first == start and last < end else kept
            joined[-1] = (first, max(last, end), kept)
        elif joined and _goes_on(joined[-1], (start, end, label), texts):
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, label))
    return joined


def _as_in_body(found: Sequence[Entity], texts: Sequence[str]) -> list[Entity]:
    """The entities, of a person in the headline only the name that the text below has.

    Where each word is capitalized, a name runs on into its verb: Jane Roe | Slams.
    """
    body = next((at for at, text in enumerate(texts) if "\n" in text), 0)
    below = {_folded(each, texts) for each in found if each[0] > body}
    return [each if each[0] > body else _cut(each, below, texts) for each in found]


def _cut(entity: Entity, below: set[str], texts: Sequence[str]) -> Entity:
    """A name without what follows one of two words or more that is known from below."""
    start, end, label = entity
    if label == "PERSON" and _folded(entity, texts) not in below:
        for last in range(end - 1, start + 1, -1):
            if _folded((start, last, label), texts) in below:
                return start, last, label
    return entity


def _folded(entity: Entity, texts: Sequence[str]) -> str:
    return " ".join(texts[entity[0] : entity[1]]).casefold()


def _goes_on(before: Entity, after: Entity, texts: Sequence[str]) -> bool:
    """Whether the second name is the rest of the first: Jane | Roe, Café | Mirador,
    People | 's | Front, Roe & | Sons."""
    start, end, label = before
    if label == "ORGANIZATION" and "&" in (texts[end - 1], *texts[end : after[0]]):
        return after[0] - end < 2
    if end == after[0] and after[2] == "PERSON":
        return label == "PERSON" or _is_opening(before, after, texts)
    return label == after[2] == "ORGANIZATION" and (
        after[0] == end + 1
        and end - start == 1
        and texts[end] in ("'s", "’s", "'", "’")
        and _is_of_people(texts[start].lower())
    )


def _is_opening(before: Entity, after: Entity, texts: Sequence[str]) -> bool:
    """Whether a word labelled as a body begins a name of two words: Radio | Tasman."""
    start, end, label = before
    two = end - start == after[1] - after[0] == 1
    known = gazetteer().find(texts[start], *Sense) or texts[start].endswith("maker")
    return two and label == "ORGANIZATION" and not known


def _is_of_people(word: str) -> bool:
    """Whether a word says of whom a body is: people, farmers, women."""
    return singular(word) != word and role(word) is not None
