"""Phrases with a country or an organization at their head."""

from extract.agents.behalf import acted_for, state_of
from extract.agents.gazetteer import Entry, Sense, gazetteer
from extract.agents.lexicon import BODIES, is_kind_of_body, role, singular
from extract.agents.mention import (
    AGED,
    Form,
    Mention,
    is_definite,
    is_plural,
    nations_of,
)
from extract.agents.phrases import Stretch, bare, head, leader, owner, segments
from extract.agents.setting import find_here
from extract.agents.tokens import Tokens
from ontology.claim import AgentKind


def body_at_head(tokens: Tokens, span: Stretch, inner: Stretch) -> Mention | None:
    """A country or an organization at the head of the phrase."""
    start, end = bare(tokens, *inner)
    if not _has_name(tokens, (start, end)):  # poles are no Poles
        return _organization(tokens, span, (start, end))
    text = tokens.text(start, end)
    entry = find_here(tokens, text, Sense.NAME, Sense.CAPITAL, Sense.SEAT)
    people = gazetteer().find(text, Sense.PEOPLE)
    if entry is None and people is not None:
        return _people(tokens, span, inner, people)
    nation = _nation(tokens, start, end)
    if entry is None and end - start == 1 and tokens.pos[start] == "ADJ":
        entry = nation if start == inner[0] else None
    if entry is None and nation is not None and start > inner[0]:
        return _compatriot(tokens, span, inner, nation)
    if entry is not None:
        refs = acted_for(entry)
        return Mention(
            *span, end - 1, Form.BODY, text, name=entry.name, definite=True,
            entry=entry, behalf=refs, nations=frozenset({entry.ref.id}),
        )  # fmt: skip
    return _organization(tokens, span, (start, end))


def _nation(tokens: Tokens, start: int, end: int) -> Entry | None:
    """The nation of "Kenyan" or "24-year-old Kenyan"."""
    nation = gazetteer().find(tokens.texts[end - 1], Sense.DEMONYM)
    plain = nation and {"ADJ", "NUM"}.issuperset(tokens.pos[start : end - 1])
    aged = nation and AGED.search(tokens.text(start, end - 1))
    return nation if plain or aged else None


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


def _compatriot(
    tokens: Tokens, span: Stretch, inner: Stretch, nation: Entry
) -> Mention:
    """Somebody told by nation or body alone: the Kenyan."""
    return Mention(
        *span, inner[1] - 1, Form.DESCRIPTION, tokens.text(*inner),
        classes=frozenset({"person"}), definite=is_definite(tokens, *inner),
        nations=frozenset({nation.ref.id}),
    )  # fmt: skip


def _organization(tokens: Tokens, span: Stretch, part: Stretch) -> Mention | None:
    """An organization that no table knows: by its label, or by the noun it ends in."""
    at = head(tokens, *part)
    of_people = _is_of_members(tokens, part) or _is_newspaper(tokens, part)
    if role(tokens.texts[at]) is not None and not of_people:
        return None
    label = tokens.entity_at[at][2] if at in tokens.entity_at else ""
    collective = tokens.lowers[at] in BODIES and not is_plural(tokens, *part)
    name = _after_kind(tokens, *part)
    known = collective or name > part[0] or of_people
    if not (known or label in BODY_LABELS):
        return None
    if not known and is_plural(tokens, *part) and label != "ORGANIZATION":
        return None
    proper = label in BODY_LABELS or tokens.texts[at][:1].isupper()
    named = proper or _has_name(tokens, part)
    owned = not named and tokens.tags[span[0]] == "PRP$"
    return Mention(
        *span, at, Form.BODY if named else Form.DESCRIPTION,
        tokens.text(span[0] if owned else part[0], part[1]),
        name=_name_of(tokens, name, part[1]),
        nouns=frozenset({tokens.lowers[at]}) | kinds(tokens, name, part[1]),
        definite=is_definite(tokens, *span), behalf=tuple(state_of(tokens, *part)),
        owner=owner(tokens, span[0], part[1]) or leader(tokens, *part),
        nations=nations_of(tokens, [part]),
    )  # fmt: skip


def _name_of(tokens: Tokens, start: int, end: int) -> str:
    """A body's name; of a region or company, without its country: Johor, for Malaysia's
    Johor state."""
    owned = owner(tokens, start, end)
    first = owned[1] + 1 if owned else start
    last = end - (tokens.lowers[end - 1] in REGIONS)
    named = tokens.texts[first][:1].isupper() and first < last
    generic = last == end and tokens.lowers[end - 1] in BODIES
    if owned is None or generic or not named:
        return tokens.text(start, end)
    return tokens.text(first, last)


REGIONS = frozenset({"state", "province", "region", "county", "district"})
"""Parts of a country that speak by their name."""


def _after_kind(tokens: Tokens, start: int, end: int) -> int:
    """Where the name proper begins: Aramco of "the oil giant Aramco", Four Walls of
    "the charity Four Walls", Labour Union of "the left-leaning Labour Union"."""
    index = end
    while index > start and tokens.texts[index - 1][:1].isupper():
        index -= 1
    if index == start and _is_kind_in_capitals(tokens, start, end):
        return start + 1
    kind = index - 1
    noun = start <= kind and index < end and tokens.pos[kind] == "NOUN"
    known = tokens.lowers[kind] in BODIES or tokens.pos[end - 1] == "PROPN"
    if start <= kind and (tokens.pos[kind] == "ADJ" or tokens.texts[kind - 1] == "-"):
        noun = known = tokens.entity_at.get(index) == (index, end, "ORGANIZATION")
    return index if noun and known and kind not in tokens.entity_at else start


def _is_kind_in_capitals(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence or headline begins with the kind of whom it names: Rival
    Acme."""
    alone = tokens.entity_at.get(start) != tokens.entity_at.get(start + 1)
    one = tokens.tags[end - 1] not in ("NNS", "NNPS")
    return one and end - start > 1 and alone and role(tokens.texts[start]) is not None


def kinds(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """What a body's name is told to be, before it or after: the budget airline Acme;
    their employer, Acme; Acme, a maker of toys."""
    before = start - (tokens.texts[start - 1 : start] == (",",))
    nouns = tokens.lowers[max(before - 1, 0) : before]
    if tokens.texts[end : end + 1] == (",",) and tokens.pos[end + 1 : end + 2] == (
        "DET",
    ):
        apposed = segments(tokens, end + 1, min(end + APPOSED, len(tokens)))
        nouns += tuple(tokens.lowers[head(tokens, *part)] for part in apposed[:1])
    return frozenset(filter(is_kind_of_body, nouns))


APPOSED = 12
"""Tokens after a name within which the noun of its apposition stands."""


def _is_of_members(tokens: Tokens, part: Stretch) -> bool:
    """Whether a body bears the name of its members: the United Auto Workers."""
    start, end = part
    whole = tokens.entity_at.get(start) == (start, end, "ORGANIZATION")
    last = tokens.lowers[end - 1]
    return whole and end - start > 1 and singular(last) != last


def _is_newspaper(tokens: Tokens, part: Stretch) -> bool:
    """Whether somebody's part in life, in capitals, names a paper: the Straits
    Observer; only holders of an office are written so."""
    start, end = part
    known = role(tokens.texts[end - 1])
    if known is None or not known.classes <= READERS:
        return False
    named = {"PROPN"}.issuperset(tokens.pos[start:end])
    capitals = all(word[:1].isupper() for word in tokens.texts[start:end])
    article = start > 0 and tokens.lowers[start - 1] == "the"
    return named and capitals and article and end - start > 1


READERS = frozenset({"person", "expert", "journalist", "worker"})
"""Classes of the roles after which newspapers are called."""

BODY_LABELS = frozenset({"ORGANIZATION", "LOCATION", "MISC"})


def _has_name(tokens: Tokens, part: Stretch) -> bool:
    """Whether a proper name tells which body it is: the Smith campaign."""
    return any(tokens.texts[index][:1].isupper() for index in range(*part))
