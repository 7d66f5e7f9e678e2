"""Named people: the name with its title, its appositions and its country or body."""

from collections.abc import Sequence

from extract.agents.behalf import behalf, belonging, led
from extract.agents.lexicon import BODIES, HONORIFICS, ONE_MORE, role
from extract.agents.mention import (
    Form,
    Mention,
    classes_of,
    gender_of,
    nations_of,
    nouns_of,
)
from extract.agents.named import known
from extract.agents.names import person, plain_name
from extract.agents.phrases import (
    Stretch,
    bare,
    core,
    first_preposition,
    head,
    is_honorific,
    owner,
)
from extract.agents.tokens import POSSESSIVE, Tokens


def name_after(tokens: Tokens, inner: Stretch, second: Stretch) -> Stretch | None:
    """The name in "the group's director, Jane Roe", "the author, chemist Jane Roe"."""
    at = head(tokens, *inner)
    noun = tokens.pos[at] == "NOUN" or tokens.lowers[at] in ONE_MORE
    described = noun or role(tokens.texts[at]) is not None
    name = person(tokens, *second) if described else None
    if described and name is None and tokens.lowers[at] not in BODIES:
        name = plain_name(tokens, *second)
    if name is None or first_preposition(tokens, second[0], name[0]) < name[0]:
        return None
    titled = _describes(tokens, second, name)
    return name if name[0] == second[0] or titled else None


def person_mention(
    tokens: Tokens, span: Stretch, name: Stretch, parts: list[Stretch]
) -> Mention:
    """A named person, with the title before the name and the appositions after it."""
    describing = [part for part in parts if _describes(tokens, part, name)]
    described = [_outside(tokens, part, name) for part in describing]
    words = [word for part in described for word in own_words(tokens, part)]
    if name[0] > span[0] and is_honorific(tokens, name[0] - 1):
        words.append(tokens.lowers[name[0] - 1])
    refs = [
        ref
        for part in describing
        for ref in behalf(tokens, *core(tokens, *part), skip=name)
    ]
    title = next((text for part in described if (text := _role(tokens, part))), None)
    heads = tuple(led(tokens, name[1]))
    fellows = () if title else tuple(belonging(tokens, name[1]))
    return Mention(
        *span,
        name[1] - 1,
        Form.PERSON,
        tokens.text(*name),
        name=tokens.text(*name),
        role=title,
        nouns=nouns_of(words),
        classes=classes_of(words) | ({"leader"} if heads else set()),
        gender=gender_of(words),
        definite=True,
        behalf=tuple(dict.fromkeys([*refs, *heads, *fellows])),
        owner=next((own for part in described if (own := _owner(tokens, part))), None),
        nations=nations_of(tokens, described),
    )


def _owner(tokens: Tokens, part: Stretch) -> Stretch | None:
    return owner(tokens, *part) if part[0] < part[1] else None


def own_words(tokens: Tokens, part: Stretch) -> Sequence[str]:
    """The words of a title that are about its holder: no owner, no complement."""
    start, end = part[0], first_preposition(tokens, *part)
    possessor = owner(tokens, *part)
    return tokens.lowers[possessor[1] if possessor else start : end]


def _outside(tokens: Tokens, part: Stretch, name: Stretch) -> Stretch:
    """The part of a segment that is not the name: the title, or the apposition."""
    if part[0] <= name[0] < part[1]:
        return part[0], name[0] - (tokens.texts[name[0] - 1] == ",")
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
    while start < end - 1 and _is_second(tokens, start, end - 1):
        end -= 1
    words = [_spelled(tokens, index) for index in range(start, end)]
    if not any(role(word) for word in words):
        return None
    if words == [tokens.texts[index] for index in range(start, end)]:
        return tokens.text(start, end)
    return " ".join(word for word in words if word)


def _is_second(tokens: Tokens, start: int, index: int) -> bool:
    """Whether a title follows another: Prof. of "the economist Prof. Jane Roe"."""
    before = tokens.texts[start:index]
    return is_honorific(tokens, index) and any(role(word) for word in before)


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
    return HONORIFICS.get(text.lower().removesuffix("."), ("", None))[0]
