"""The countries and bodies that a phrase names."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.agents.gazetteer import Entry, Sense, gazetteer
from extract.agents.lexicon import BODIES, GRADES, role, singular
from extract.agents.phrases import Stretch, bare
from extract.agents.setting import find_here
from extract.agents.short_names import full_name
from extract.agents.tokens import Tokens, once
from ontology.claim import AgentKind, AgentRef
from ontology.ids import slug

SENSES = (Sense.NAME, Sense.SEAT, Sense.DEMONYM)


class Named(NamedTuple):
    """An entry or an organization's name, and the tokens where it stands."""

    ref: AgentRef
    kind: AgentKind
    span: Stretch
    entry: Entry | None = None


@once
def mentioned(tokens: Tokens, start: int, end: int) -> tuple[Named, ...]:
    """The countries and bodies that the phrase names, left to right; never a person."""
    return tuple(_mentioned(tokens, start, end))


def _mentioned(tokens: Tokens, start: int, end: int) -> Iterator[Named]:
    index = start
    while index < end:
        named = _named_at(tokens, index, end)
        if named:
            yield named
        index = named.span[1] if named else index + 1


def _named_at(tokens: Tokens, index: int, end: int) -> Named | None:
    entity = tokens.entity_at.get(index)
    if entity is None and not tokens.texts[index][:1].isupper():
        return None
    named = None
    if entity is None or entity[2] != "PERSON":
        named = known(tokens, index, end) or _labelled(tokens, index, end)
    return named or _compound(tokens, index, end)


def known(tokens: Tokens, start: int, end: int, *, whole: bool = True) -> Named | None:
    """The longest name of the gazetteer that starts here.

    With `whole`, an organization's labelled name is never split: the Bank of China
    does not name China.
    """
    facts = gazetteer()
    first = tokens.texts[start]
    if not first[:1].isupper() or not facts.can_begin(first):
        return None
    for last in range(min(end, start + facts.longest), start, -1):
        if tokens.texts[last - 1] in (",", "-"):
            continue
        if whole and _splits_name(tokens, last):
            continue
        entry = find_here(tokens, tokens.text(start, last), *SENSES)
        if entry:
            return Named(entry.ref, entry.kind, (start, last), entry)
    return None


def _splits_name(tokens: Tokens, index: int) -> bool:
    """Whether a body's or a place's name runs on over this border: Bank | of China."""
    entity = tokens.entity_at.get(index)
    inside = entity is not None and entity[0] < index
    return inside and entity is not None and entity[2] in ("ORGANIZATION", "LOCATION")


def _labelled(tokens: Tokens, index: int, end: int) -> Named | None:
    entity = tokens.entity_at.get(index)
    if entity is None or entity[2] != "ORGANIZATION" or entity[0] != index:
        return None
    first, last = bare(tokens, index, min(entity[1], end))
    while last > first and _is_of_title(tokens, last - 1):
        last -= 1
    if GRADES.issuperset(tokens.lowers[first:last]) or _is_field(tokens, last, end):
        return None
    if _is_charge(tokens, first) or _holds_title(tokens, first, last):
        return None
    entry = find_here(tokens, tokens.text(first, last), Sense.NAME)
    if entry and last < entity[1]:
        return Named(entry.ref, entry.kind, (first, last), entry)
    return _organization(tokens, first, last)


def _is_of_title(tokens: Tokens, index: int) -> bool:
    """Whether a label took in a title, or an adjective of one: UN Humanitarian
    Coordinator."""
    field = tokens.pos[index] == "ADJ" and index + 1 < len(tokens)
    return _is_title(tokens, index) or (field and _is_title(tokens, index + 1))


def _is_title(tokens: Tokens, index: int) -> bool:
    """Whether a label took in a title: Secretary, but not the Teachers of a union."""
    word = tokens.lowers[index]
    return role(word) is not None and singular(word) == word


def _holds_title(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a label took in a title and its charge: Inspector General of Police."""
    places = range(start, end - 1)
    return any(tokens.lowers[at + 1] == "of" and _is_title(tokens, at) for at in places)


def _is_charge(tokens: Tokens, index: int) -> bool:
    """Whether what stands after a title is what its holder is charged with: Minister of
    | Fisheries."""
    tied = index > 1 and tokens.lowers[index - 1] in ("of", "for")
    return tied and _is_minister(tokens.texts[index - 2])


def _is_field(tokens: Tokens, title: int, end: int) -> bool:
    """Whether what stands before a title is what its holder is charged with: no body
    is called Finance where a Finance Minister speaks."""
    minister = title < end and _is_minister(tokens.texts[title])
    return minister and tokens.lowers[title - 1] not in MINISTRIES


def _is_minister(word: str) -> bool:
    """Whether the holder of a title has charge of a field, and is not elected to it."""
    holder = role(word)
    classes = holder.classes if holder else frozenset[str]()
    return {"office", "politician"} <= classes and classes.isdisjoint(ELECTED)


ELECTED = frozenset({"leader", "lawmaker"})
"""Classes of roles that are told with their body or party: Acme President."""

MINISTRIES = frozenset({"ministry", "department", "government", "office"})
"""Bodies that a minister acts for; of others, such as the police, one is in charge."""


def _compound(tokens: Tokens, index: int, end: int) -> Named | None:
    """A body called after a name: the Smith campaign, Justice Ministry."""
    last = index
    if tokens.pos[index] == "DET" or tokens.tags[index] == "PRP$":
        return None
    while last < end and tokens.texts[last][:1].isupper():
        last += 1
        if tokens.lowers[last - 1] in BODIES and last > index + 1:
            field = _is_field(tokens, last, end)
            return None if field else _organization(tokens, index, last)
    inside = index < last < end and tokens.lowers[last] in BODIES
    return _organization(tokens, index, last + 1) if inside else None


def _organization(tokens: Tokens, start: int, end: int) -> Named:
    name = full_name(tokens, tokens.text(start, end))
    ref = AgentRef(id=slug(name), name=name)
    return Named(ref, AgentKind.ORGANIZATION, (start, end))
