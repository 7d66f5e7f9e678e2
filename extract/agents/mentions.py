"""What a noun phrase says of an agent: form, name, role, on whose behalf."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from extract.agents.behalf import acted_for, behalf, known, mentioned, state_of, titles
from extract.agents.gazetteer import Entry, Sense, gazetteer
from extract.agents.lexicon import (
    BODIES,
    DOCUMENTS,
    HONORIFICS,
    INDEFINITE,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    SPEAKERS_OWN,
    Gender,
    role,
    singular,
)
from extract.agents.names import person
from extract.agents.phrases import (
    Stretch,
    bare,
    core,
    first_preposition,
    head,
    is_honorific,
    owner,
    segments,
)
from extract.agents.tokens import POSSESSIVE, Tokens
from ontology.claim import AgentKind, AgentRef


class Form(Enum):
    """How a mention refers."""

    PERSON = "person"
    """By the name of a person."""
    BODY = "body"
    """By the name of a country or organization."""
    DESCRIPTION = "description"
    """By what the person or body is, without a name."""
    GROUP = "group"
    PRONOUN = "pronoun"
    DOCUMENT = "document"
    """By something said or written; `owner` says whose it is."""
    OTHER = "other"


@dataclass(frozen=True)
class Mention:
    """What one noun phrase says of an agent; `start`, `end` and `head` are tokens."""

    start: int
    end: int
    head: int
    form: Form
    text: str
    """The core of the phrase: no relative clause, no apposition."""
    name: str = ""
    """A person's name without titles, or a body's without article."""
    role: str | None = None
    nouns: frozenset[str] = frozenset()
    """The role nouns of title and description, in the singular."""
    classes: frozenset[str] = frozenset()
    gender: Gender | None = None
    plural: bool = False
    definite: bool = False
    entry: Entry | None = None
    behalf: tuple[AgentRef, ...] = ()
    nations: frozenset[str] = frozenset()
    """Ids of the countries and bodies named with it, acting for them or not."""
    owner: Stretch | None = None
    parts: tuple["Mention", ...] = field(default=(), compare=False)
    """The members of a coordination."""


def read(tokens: Tokens, start: int, end: int) -> Mention:
    """What the phrase says; never fails, an unclear phrase is `Form.OTHER`."""
    start, end = _trimmed(tokens, start, end)
    if start == end:
        return Mention(start, end, start, Form.OTHER, "")
    pronoun = _pronoun(tokens, start, end)
    return pronoun or _together(tokens, start, end) or _single(tokens, start, end)


def _trimmed(tokens: Tokens, start: int, end: int) -> Stretch:
    start, end = tokens.trim(start, end)
    while end - start > 1 and tokens.texts[end - 1] in POSSESSIVE:
        start, end = tokens.trim(start, end - 1)
    while end - start > 1 and tokens.pos[start] in ("CCONJ", "ADV", "ADP"):
        if tokens.lowers[start] in QUANTIFIERS or start in tokens.entity_at:
            break
        start, end = tokens.trim(start + 1, end)
    return start, end


def _pronoun(tokens: Tokens, start: int, end: int) -> Mention | None:
    word = tokens.lowers[start]
    closed = word in PRONOUNS or word in SPEAKERS_OWN or word in RELATIVES
    acronym = tokens.texts[start].isupper() and word != "i"  # the US, the WHO
    if (
        not closed
        or acronym
        or (end - start > 1 and not _is_reinforced(tokens, start, end))
    ):
        return None
    gender, plural = PRONOUNS.get(word, (None, False))
    return Mention(
        start,
        end,
        start,
        Form.PRONOUN,
        word,
        gender=gender,
        plural=plural,
        definite=True,
    )


def _is_reinforced(tokens: Tokens, start: int, end: int) -> bool:
    """Whether only "himself", "both", "also" or the like follows the pronoun."""
    rest = tokens.pos[start + 1 : end]
    return tokens.tags[start] != "PRP$" and set(rest) <= {"PRON", "DET", "ADV"}


def _together(tokens: Tokens, start: int, end: int) -> Mention | None:
    """A coordination of names or groups, read member by member."""
    for index in range(start + 1, end - 1):
        entity = tokens.entity_at.get(index)
        inside = entity is not None and entity[0] < index < entity[1] - 1
        if tokens.lowers[index] in ("and", "&") and not inside:
            return _joined(tokens, (start, index), (index + 1, end))
    return None


def _joined(tokens: Tokens, left: Stretch, right: Stretch) -> Mention | None:
    first = [read(tokens, *segment) for segment in segments(tokens, *left)]
    if not first or not tokens.trim(*left)[0] < tokens.trim(*left)[1]:
        return None
    second = read(tokens, *right)
    parts = (*first, *(second.parts or (second,)))
    if not all(map(_stands_alone, parts)) or _is_apposed(first):
        return None
    refs = dict.fromkeys(ref for part in parts for ref in _named(part))
    start, end = left[0], right[1]
    text = tokens.text(*core(tokens, start, end))
    return Mention(
        start, end, second.head, Form.GROUP, text,
        plural=True, behalf=tuple(refs), parts=parts,
    )  # fmt: skip


def _stands_alone(part: Mention) -> bool:
    return part.form in (Form.PERSON, Form.BODY, Form.GROUP)


def _is_apposed(first: list[Mention]) -> bool:
    """Whether the comma before "and" parts a name from its apposition."""
    return len(first) > 1 and first[0].form is Form.PERSON is not first[1].form


def _named(part: Mention) -> tuple[AgentRef, ...]:
    if part.entry is not None:
        return (part.entry.ref, *part.behalf)
    return part.behalf


def _single(tokens: Tokens, start: int, end: int) -> Mention:
    parts = segments(tokens, start, end) or [(start, end)]
    inner = core(tokens, *parts[0])
    name = person(tokens, *inner)
    if name is None and len(parts) > 1 and not _is_plural(tokens, *inner):
        name = _name_after(tokens, inner, parts[1])
    if name is not None:
        return _person(tokens, (start, end), name, parts)
    return _nominal(tokens, (start, end), inner)


def _name_after(tokens: Tokens, inner: Stretch, second: Stretch) -> Stretch | None:
    """The name in "the group's director, Jane Roe"."""
    described = role(tokens.texts[head(tokens, *inner)]) is not None
    name = person(tokens, *second) if described else None
    return name if name and name[0] == second[0] else None


def _person(
    tokens: Tokens, span: Stretch, name: Stretch, parts: list[Stretch]
) -> Mention:
    """A named person, with the title before the name and the appositions after it."""
    described = [
        _outside(tokens, part, name) for part in parts if _describes(tokens, part, name)
    ]
    words = [word for part in described for word in _own_words(tokens, part)]
    refs = [
        r
        for part in parts
        if _describes(tokens, part, name)
        for r in behalf(tokens, *core(tokens, *part), skip=name)
    ]
    return Mention(
        *span,
        name[1] - 1,
        Form.PERSON,
        tokens.text(*name),
        name=tokens.text(*name),
        role=next((text for part in described if (text := _role(tokens, part))), None),
        nouns=_nouns(words),
        classes=_classes(words),
        gender=_gender(words),
        definite=True,
        behalf=tuple(dict.fromkeys(refs)),
        nations=_nations(tokens, described),
    )


def _own_words(tokens: Tokens, part: Stretch) -> Sequence[str]:
    """The words of a title that are about its holder: no owner, no complement."""
    start, end = part[0], first_preposition(tokens, *part)
    possessor = owner(tokens, *part)
    return tokens.lowers[possessor[1] if possessor else start : end]


def _outside(tokens: Tokens, part: Stretch, name: Stretch) -> Stretch:
    """The part of a segment that is not the name: the title, or the apposition."""
    if part[0] <= name[0] < part[1]:
        return part[0], name[0]
    return core(tokens, *part)


def _describes(tokens: Tokens, part: Stretch, name: Stretch) -> bool:
    """Whether a segment holds a title: its own head must be a role."""
    first, last = _outside(tokens, part, name)
    if first >= last:
        return False
    stop = first_preposition(tokens, first, last)
    words = range(first, stop)
    return any(role(tokens.texts[i]) or is_honorific(tokens, i) for i in words)


def _role(tokens: Tokens, part: Stretch) -> str | None:
    """The role as written, without article, owner, nationality and plain honorifics."""
    start, end = bare(tokens, *part)
    possessor = owner(tokens, start, end)
    if possessor is not None:
        start = possessor[1] + (tokens.texts[min(possessor[1], end - 1)] in POSSESSIVE)
    named = known(tokens, start, end) if start < end else None
    while named and named.span[1] < end and not _starts_tie(tokens, named.span[1]):
        start = named.span[1]
        named = known(tokens, start, end)
    words = [_spelled(tokens, index) for index in range(start, end)]
    if not any(role(word) for word in words):
        return None
    if words == [tokens.texts[index] for index in range(start, end)]:
        return tokens.text(start, end)
    return " ".join(word for word in words if word)


def _starts_tie(tokens: Tokens, index: int) -> bool:
    return (
        tokens.texts[index] in POSSESSIVE
        or first_preposition(tokens, index, index + 1) == index
    )


def _spelled(tokens: Tokens, index: int) -> str:
    """The word, or the title that an abbreviation stands for."""
    text = tokens.texts[index]
    if not is_honorific(tokens, index):
        return text
    return HONORIFICS[text.lower().removesuffix(".")][0]


def _nominal(tokens: Tokens, span: Stretch, inner: Stretch) -> Mention:
    """A phrase without a person's name at its head."""
    start = inner[0]
    body = _body(tokens, span, inner)
    if body is not None:
        return body
    members = _members(tokens, *inner)
    at = head(tokens, *members)
    words = _own_words(tokens, members)
    mention = Mention(
        *span,
        at,
        Form.OTHER,
        tokens.text(*inner),
        nouns=_nouns(words),
        classes=_classes(words),
        gender=_gender(tokens.lowers[at : at + 1]),
        plural=_is_plural(tokens, *inner),
        definite=_is_definite(tokens, *inner),
        behalf=tuple(behalf(tokens, *members, skip=(0, 0))),
        nations=_nations(tokens, [inner]),
        owner=owner(tokens, *members) or _of(tokens, *members),
    )
    mention = replace(
        mention, form=_form(mention, tokens.lowers[at], tokens.lowers[start])
    )
    return (
        _authored(tokens, mention, inner) if mention.form is Form.DOCUMENT else mention
    )


def _members(tokens: Tokens, start: int, end: int) -> Stretch:
    """What follows a partitive's "of": the close associates in "one of the ..."."""
    stop = first_preposition(tokens, start + 1, end)
    quantity = {tokens.lowers[start], tokens.lowers[stop - 1]} & QUANTIFIERS
    partitive = stop < end - 1 and tokens.lowers[stop] == "of" and quantity
    return bare(tokens, stop + 1, end) if partitive else (start, end)


def _authored(tokens: Tokens, document: Mention, inner: Stretch) -> Mention:
    """The document with its owner or author, where a name says who that is."""
    if document.owner and document.owner[1] <= document.head:
        return document
    before = list(mentioned(tokens, inner[0], document.head))
    if before:
        return replace(document, owner=before[0].span)
    written = document.owner and read(tokens, *document.owner)
    named = written and written.form in (Form.PERSON, Form.BODY)
    return document if named else replace(document, owner=None)


def _form(mention: Mention, word: str, first: str) -> Form:
    if mention.plural and (mention.nouns or word not in DOCUMENTS):
        return Form.GROUP
    if mention.nouns:
        return Form.DESCRIPTION
    if word in DOCUMENTS or singular(word) in DOCUMENTS:
        return Form.DOCUMENT
    return Form.GROUP if first in INDEFINITE - {"one"} else Form.OTHER


def _body(tokens: Tokens, span: Stretch, inner: Stretch) -> Mention | None:
    """A country or an organization at the head of the phrase."""
    start, end = bare(tokens, *inner)
    text = tokens.text(start, end)
    entry = gazetteer().find(text, Sense.NAME, Sense.CAPITAL, Sense.SEAT)
    people = gazetteer().find(text, Sense.PEOPLE)
    if entry is None and people is not None:
        return _people(tokens, span, inner, people)
    if entry is not None:
        refs = acted_for(entry)
        return Mention(
            *span, end - 1, Form.BODY, text, name=entry.name, definite=True,
            entry=entry, behalf=refs, nations=frozenset({entry.ref.id}),
        )  # fmt: skip
    return _organization(tokens, span, (start, end))


def _people(
    tokens: Tokens, span: Stretch, inner: Stretch, people: Entry
) -> Mention | None:
    """A people: the country with the article, a group of it without."""
    whole = tokens.lowers[inner[0]] == "the" and people.kind is AgentKind.COUNTRY
    form = Form.BODY if whole else Form.GROUP
    return Mention(
        *span, inner[1] - 1, form, tokens.text(*inner),
        name=people.name if whole else "", plural=True, definite=whole,
        entry=people if whole else None, behalf=() if whole else (people.ref,),
        nations=frozenset({people.ref.id}),
    )  # fmt: skip


def _organization(tokens: Tokens, span: Stretch, part: Stretch) -> Mention | None:
    """An organization that no table knows: by its label, or by the noun it ends in."""
    at = head(tokens, *part)
    label = tokens.entity_at[at][2] if at in tokens.entity_at else ""
    collective = tokens.lowers[at] in BODIES and not _is_plural(tokens, *part)
    if role(tokens.texts[at]) or not (collective or label in BODY_LABELS):
        return None
    if not collective and _is_plural(tokens, *part) and label != "ORGANIZATION":
        return None
    proper = label in BODY_LABELS or tokens.texts[at][:1].isupper()
    named = proper or _has_name(tokens, part)
    text = tokens.text(*part)
    return Mention(
        *span, at, Form.BODY if named else Form.DESCRIPTION, text,
        name=text, nouns=frozenset({tokens.lowers[at]}),
        definite=_is_definite(tokens, *span), behalf=tuple(state_of(tokens, *part)),
        nations=_nations(tokens, [part]),
    )  # fmt: skip


BODY_LABELS = frozenset({"ORGANIZATION", "LOCATION", "MISC"})


def _has_name(tokens: Tokens, part: Stretch) -> bool:
    """Whether a proper name tells which body it is: the Smith campaign."""
    return any(tokens.texts[index][:1].isupper() for index in range(*part))


def _of(tokens: Tokens, start: int, end: int) -> Stretch | None:
    """What follows "of", "by" or "from" after the head."""
    at = first_preposition(tokens, start, end)
    tied = at < end - 1 and tokens.lowers[at] in ("of", "by", "from")
    return (at + 1, end) if tied else None


def _is_plural(tokens: Tokens, start: int, end: int) -> bool:
    first = tokens.lowers[start]
    if first in ("one", "a", "an", "another", "each", "every"):
        return first == "a" and tokens.lowers[head(tokens, start, end)] in QUANTIFIERS
    at = head(tokens, start, end)
    return tokens.tags[at] in ("NNS", "NNPS") or tokens.lowers[at] in QUANTIFIERS


def _is_definite(tokens: Tokens, start: int, end: int) -> bool:
    first = tokens.lowers[start]
    return first in ("the", "that", "this", "his", "her", "their", "its")


def _nouns(words: Sequence[str]) -> frozenset[str]:
    """The role nouns among the words, in the singular; titles spelled out."""
    spelled = [HONORIFICS.get(w.removesuffix("."), (w, None))[0].lower() for w in words]
    return frozenset(singular(word) for word in spelled if word and role(word))


def _classes(words: Sequence[str]) -> frozenset[str]:
    """The classes of the roles; a foreign minister and the like are diplomats too."""
    found = titles(list(words))
    foreign = "foreign" in words and not {"minister", "secretary"}.isdisjoint(words)
    abroad = "secretary" in words and "state" in words
    return found | {"diplomat"} if foreign or abroad else found


def _gender(words: Sequence[str]) -> Gender | None:
    """The gender that a title or a noun shows."""
    for word in words:
        honorific = HONORIFICS.get(word.removesuffix("."))
        known_role = role(word)
        if honorific and honorific[1]:
            return honorific[1]
        if known_role and known_role.gender:
            return known_role.gender
    return None


def _nations(tokens: Tokens, parts: list[Stretch]) -> frozenset[str]:
    return frozenset(
        named.ref.id for part in parts for named in mentioned(tokens, *part)
    )
