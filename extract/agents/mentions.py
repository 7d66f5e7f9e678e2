"""A noun phrase read: whom it names or describes, in which role, on whose behalf."""

from extract.agents.lexicon import (
    BODIES,
    ONE_MORE,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    SPEAKERS_OWN,
    is_kind_of_body,
    singular,
)
from extract.agents.mention import Form, Mention, is_plural
from extract.agents.named import known
from extract.agents.names import person
from extract.agents.nominals import nominal
from extract.agents.phrases import (
    Stretch,
    bare,
    core,
    first_preposition,
    is_within_name,
    segments,
)
from extract.agents.titles import name_after, person_mention
from extract.agents.tokens import POSSESSIVE, Tokens, once
from ontology.claim import AgentKind, AgentRef


@once
def read(tokens: Tokens, start: int, end: int) -> Mention:
    """What the phrase says; never fails, an unclear phrase is `Form.OTHER`."""
    start, end = _trimmed(tokens, start, end)
    if start == end:
        return Mention(start, end, start, Form.OTHER, "")
    readings = (_pronoun, _together, _listed)
    found = (reading(tokens, start, end) for reading in readings)
    return next(filter(None, found), None) or _single(tokens, start, end)


def _trimmed(tokens: Tokens, start: int, end: int) -> Stretch:
    start, end = tokens.trim(start, end)
    while end - start > 1 and tokens.texts[end - 1] in POSSESSIVE:
        start, end = tokens.trim(start, end - 1)
    start = _after_place(tokens, start, end)
    while end - start > 1 and tokens.pos[start] in ("CCONJ", "ADV", "ADP"):
        if tokens.lowers[start] in QUANTIFIERS or start in tokens.entity_at:
            break
        start, end = tokens.trim(start + 1, end)
    return start, end


def _after_place(tokens: Tokens, start: int, end: int) -> int:
    """Where a phrase begins that tells first where somebody was, or where it was
    written: outside the court, a man who; LIMA – A man."""
    parts = segments(tokens, start, end)
    if len(parts) < 2 or parts[0][0] != start:
        return start
    first = parts[1][0]
    opening = start == 0 or tokens.texts[start - 1].isspace()
    if opening and tokens.texts[parts[0][1]] in ("–", "—", "--"):
        return first
    if tokens.pos[start] != "ADP":
        return start
    named = tokens.entity_at.get(first, (0, 0, ""))[2] == "PERSON"
    return first if named or tokens.pos[first] == "DET" else start


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
    """Whether only "himself", "both", "also" or the like follows the pronoun, or the
    clause of "who" or "which"."""
    if tokens.lowers[start] in ("who", "which"):
        return True
    rest = tokens.pos[start + 1 : end]
    return tokens.tags[start] != "PRP$" and set(rest) <= {"PRON", "DET", "ADV"}


def _together(tokens: Tokens, start: int, end: int) -> Mention | None:
    """A coordination of names or groups, read member by member."""
    for index in range(start + 1, end - 1):
        if tokens.lowers[index] not in ("and", "&") or is_within_name(tokens, index):
            continue
        clause = not RELATIVES.isdisjoint(tokens.lowers[start:index])
        if not clause or tokens.texts[index - 1] == ",":
            return _joined(tokens, (start, index), (index + 1, end))
    return None


def _joined(tokens: Tokens, left: Stretch, right: Stretch) -> Mention | None:
    first = [read(tokens, *segment) for segment in segments(tokens, *left)]
    if not first or not tokens.trim(*left)[0] < tokens.trim(*left)[1]:
        return None
    second = read(tokens, *right)
    parts = (*first, *(second.parts or (second,)))
    start, end = left[0], right[1]
    text = tokens.text(*core(tokens, start, end))
    if _is_of_kind(tokens, first[-1], second):
        return Mention(start, end, second.head, Form.GROUP, text, plural=True)
    if not all(map(_stands_alone, parts)) or _is_apposed(tokens, first):
        return None
    if _is_of_both(tokens, first[-1], second):
        return None
    if _is_kind(parts):
        text, parts = parts[0].text, parts[1:]
    refs = dict.fromkeys(ref for part in parts for ref in _named(part))
    return Mention(
        start, end, second.head, Form.GROUP, text,
        plural=True, behalf=tuple(refs), parts=parts,
    )  # fmt: skip


def _listed(tokens: Tokens, start: int, end: int) -> Mention | None:
    """Countries that a headline lists by commas: Kenya, Uganda."""
    parts = segments(tokens, start, end)
    if len(parts) < 2 or not all(known(tokens, *part) for part in parts):
        return None
    read_ones = tuple(read(tokens, *part) for part in parts)
    entries = {part.entry for part in read_ones}
    countries = all(one and one.kind is AgentKind.COUNTRY for one in entries)
    if len(entries) < len(parts) or not countries:
        return None
    refs = tuple(ref for part in read_ones for ref in _named(part))
    return Mention(
        start, end, read_ones[-1].head, Form.GROUP, tokens.text(start, end),
        plural=True, behalf=refs, parts=read_ones,
    )  # fmt: skip


def _is_kind(parts: tuple[Mention, ...]) -> bool:
    """Whether the first tells what the others are: two makers, Acme and Apex."""
    kind, *named = parts
    alone = all(part.form is not Form.GROUP for part in named)
    return kind.form is Form.GROUP and len(named) > 1 and alone


def _stands_alone(part: Mention) -> bool:
    body = part.form is Form.DESCRIPTION and not part.classes
    return body or part.form in (Form.PERSON, Form.BODY, Form.GROUP)


def _is_apposed(tokens: Tokens, first: list[Mention]) -> bool:
    """Whether the comma before "and" parts a name from its apposition: Jane Roe, the
    Ann and John Doe Professor."""
    if len(first) < 2 or first[0].form is not Form.PERSON:
        return False
    person = first[1].form is Form.PERSON
    return not person or tokens.pos[first[1].start] == "DET"


def _is_of_kind(tokens: Tokens, body: Mention, other: Mention) -> bool:
    """Whether the kind of two bodies stands before the first: the unions Acme and
    Apex."""
    return tokens.texts[other.start][:1].isupper() and any(
        tokens.tags[index] == "NNS"
        and tokens.texts[index + 1][:1].isupper()
        and is_kind_of_body(singular(tokens.lowers[index]))
        for index in range(body.start, body.end - 1)
    )


def _is_of_both(tokens: Tokens, group: Mention, second: Mention) -> bool:
    """Whether "and" joins what people are of: rectors of Lima and Quito."""
    tied = first_preposition(tokens, group.start, group.end)
    if group.form is not Form.GROUP or tied + 1 >= group.end:
        return False
    at = bare(tokens, tied + 1, group.end)[0]
    return all(tokens.texts[name][:1].isupper() for name in (at, second.start))


def _named(part: Mention) -> tuple[AgentRef, ...]:
    if part.entry is not None:
        return (part.entry.ref, *part.behalf)
    return part.behalf


def _single(tokens: Tokens, start: int, end: int) -> Mention:
    parts = segments(tokens, start, end) or [(start, end)]
    inner = core(tokens, *parts[0])
    name = person(tokens, *inner)
    if name is None and len(parts) > 1 and not is_plural(tokens, *inner):
        name = name_after(tokens, inner, parts[1])
    if name is not None:
        return person_mention(tokens, (start, end), name, parts)
    found = nominal(tokens, (start, end), inner)
    vague = found.classes and not (found.definite or found.plural)
    if vague and (longer := _with_participle(tokens, *parts[0])) != inner:
        found = found._replace(text=tokens.text(*longer))
    if found.form in (Form.DESCRIPTION, Form.OTHER) and len(parts) > 1:
        return _named_after(tokens, found, parts[1]) or found
    return found


def _with_participle(tokens: Tokens, start: int, end: int) -> Stretch:
    """A core with the participle after it: a person briefed on the talks."""
    stop = core(tokens, start, end)[1]
    if stop < end and tokens.tags[stop] == "VBN":
        return start, core(tokens, stop, end)[1]
    return start, stop


def _named_after(tokens: Tokens, kind: Mention, second: Stretch) -> Mention | None:
    """The body that "the maker, Acme Corporation," names after its kind."""
    one_more = tokens.lowers[kind.start] in ONE_MORE
    counted = one_more or tokens.lowers[kind.head] in ONE_MORE
    if kind.plural or not (kind.definite or counted):
        return None
    named = nominal(tokens, second, core(tokens, *second))
    if named.form is not Form.BODY or named.entry is not None:
        return None
    body = {tokens.lowers[kind.head], tokens.lowers[named.head]} & BODIES
    if kind.classes and not body:
        return None
    return named._replace(start=kind.start, end=kind.end)
