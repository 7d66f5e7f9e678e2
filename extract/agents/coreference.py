"""Who is meant by a pronoun or a description: one pass over the article.

Every mention of somebody is an event, in the order of the text. A name brings its
member to the fore; a pronoun or a description is resolved to the member that speaks
most for itself (`salience.py`), or to nobody where none stands out.
"""

import math
from collections.abc import Mapping, Sequence

from extract.agents.cast import Member
from extract.agents.descriptions import (
    GENERIC,
    SAME_ROLE,
    agreement,
    body_agreement,
    has_role,
    is_associate,
    is_introduced,
    is_person,
    words_of,
)
from extract.agents.discourse import Link, Reading, Touch, top_of
from extract.agents.lexicon import DETERMINERS, TRADES
from extract.agents.mention import Form, Mention
from extract.agents.phrases import is_possessive
from extract.agents.salience import salience
from extract.agents.tokens import Tokens, once
from ontology.claim import AgentKind

THRESHOLD = 1.2
"""Score below which nobody is meant: two sentences back, and nothing else for it."""

AMBIGUOUS = 0.15
"""Margin below which two antecedents are as good as each other."""

ONLY = 0.85
"""Confidence in "the union" where the article has told of one only."""


def pronoun(reading: Reading, mention: Mention) -> Link | None:
    """Whom a third person pronoun means; None where it is not plain."""
    fitting = [
        member for member in reading.members if _may_be(reading, mention, member)
    ]
    if mention.gender is None:  # a couple parts, "he" is one of them
        fitting = _without_parts(reading, mention, fitting)
    return _best(reading, mention, dict.fromkeys(fitting, 0.0), "pronoun")


def _without_parts(
    reading: Reading, mention: Mention, fitting: Sequence[Member]
) -> list[Member]:
    """Those that were not last named as one of several who are meant together: "they"
    and "it" are no Acme after "Acme and Apex"."""
    several = [
        touch
        for member in reading.members
        if member.plural
        for touch in reading.before(member, mention)
    ]
    last = ((member, reading.before(member, mention)[-1]) for member in fitting)
    return [
        member
        for member, touch in last
        if not any(each.holds(touch) for each in several)
    ]


def description(reading: Reading, mention: Mention) -> Link | None:
    """Whom "the minister" or "a close associate of hers" means; None if not plain."""
    if is_associate(mention) and not mention.definite:
        return _associate(reading, mention)
    if not mention.definite or is_introduced(reading.tokens, mention):
        return None
    agrees = agreement if mention.classes else body_agreement
    owner = owner_of(reading, mention)
    scored = ((member, agrees(member, mention)) for member in reading.members)
    fitting = {
        member: score
        for member, score in scored
        if score and not _is_anothers(member, owner)
        if _may_be(reading, mention, member)
    }
    alike = [member for member, score in fitting.items() if score >= SAME_ROLE]
    if len(alike) == 1 and not (mention.classes or mention.owner):
        return Link(alike[0], ONLY, "description")
    better = {member: score for member, score in fitting.items() if score > 0}
    office = "office" in mention.classes and not mention.owner
    if office and len(better) == 1 and alike and has_role(alike[0], mention):
        return Link(alike[0], ONLY, "description")
    if _is_of_somebody(mention):
        better = {m: score for m, score in better.items() if score != GENERIC}
    else:
        better = better or fitting
    found = _best(reading, mention, better, "description")
    return found or _only_person(reading, mention)


def _only_person(reading: Reading, mention: Mention) -> Link | None:
    """The only person named so far, of whom nothing was told, for a profession that
    tells who it is: the chemist."""
    people = [m for m in reading.members if m.kind is AgentKind.PERSON]
    if len(people) != 1 or people[0].nouns or mention.owner or not mention.classes:
        return None
    if not (mention.classes <= PROFESSIONS and _may_be(reading, mention, people[0])):
        return None
    sentences = reading.tokens.sentences
    last = reading.before(people[0], mention)[-1]
    near = sentences[mention.start] - sentences[last.start] <= 2
    return Link(people[0], ONLY_PERSON, "the only person so far") if near else None


PROFESSIONS = frozenset({"expert", "scientist", "clergy"})
"""Classes of what somebody is by learning, not by what happens in the article."""

ONLY_PERSON = 0.7
"""Confidence in the only person named so far, for whom nothing else was told."""


def _is_of_somebody(mention: Mention) -> bool:
    """Whether it says first whose it is: the council's officer, no mother of three."""
    return mention.owner is not None and mention.owner[0] < mention.head


def group(reading: Reading, mention: Mention) -> Link | None:
    """Whom "the officials" mean: the only people told of in these words and more."""
    words = set(mention.text.lower().split()) - DETERMINERS
    fitting = [
        member
        for member in reading.members
        if member.kind is AgentKind.GROUP and reading.before(member, mention)
        if member.plural == mention.plural
        if words <= words_of(member)
    ]
    alone = mention.definite and not mention.parts and len(fitting) == 1
    return Link(fitting[0], ONLY, "description") if alone else None


def sides(reading: Reading, mention: Mention) -> Sequence[Member]:
    """Who "the parties" are: the only two bodies of whose deeds the paragraph tells."""
    if mention.text.lower() not in SIDES:
        return ()
    paragraphs = reading.tokens.paragraphs
    told = [
        member
        for member in reading.members
        if member.kind in BODIES
        if any(
            touch.subject and paragraphs[touch.start] == paragraphs[mention.start]
            for touch in reading.before(member, mention)
        )
    ]
    return told if len(told) == 2 else ()


SIDES = frozenset(
    f"{both} {sides}"
    for both in ("the", "both", "the two")
    for sides in ("parties", "sides", "countries", "governments")
)
"""What two bodies are called together."""


def _is_anothers(member: Member, owner: Member | None) -> bool:
    """Whether who is told by an owner is the owner, or somebody of another body: the
    ministry's secretary is not the union's."""
    elsewhere = member.owners and owner is not None and owner not in member.owners
    return member is owner or bool(elsewhere)


def _associate(reading: Reading, mention: Mention) -> Link | None:
    """The article's only other person who speaks, if of the owner's side."""
    owner = owner_of(reading, mention)
    others = [member for member in reading.people if member is not owner]
    if owner is None or len(others) != 1 or not reading.of(others[0]):
        return None
    only = others[0]
    foreign = owner.nations and only.nations.isdisjoint(owner.nations)
    if foreign or not only.nations or "office" not in only.classes:
        return None
    return Link(only, 0.6, "the only other who speaks")


def owner_of(reading: Reading, mention: Mention) -> Member | None:
    """The member whose associate or words the mention speaks of."""
    if mention.owner is None:
        return None
    links = (reading.links.get(index) for index in range(*mention.owner))
    named = (reading.named.get(index) for index in range(*mention.owner))
    found = [*(link.member for link in links if link), *filter(None, named)]
    return found[0] if found else None


def opener(reading: Reading, mention: Mention) -> Member | None:
    """The body that is "its", where its officer first tells in the same sentence what
    the body does: Acme will sue, its lawyer said."""
    said = reading.contents.get(mention.head) or {mention.start}
    first, sentences = min(said), reading.tokens.sentences
    before = first < mention.start and sentences[first] == sentences[mention.start]
    if not before or reading.tokens.lowers[mention.start] != "its":
        return None
    openers = [
        touch
        for member in reading.members
        if member.kind in BODIES
        for touch in reading.before(member, mention)
        if touch.start <= first < touch.end
        if not is_possessive(reading.tokens, touch.end)
    ]
    longest = max(openers, key=lambda touch: touch.end, default=None)
    return longest.member if longest else None


def _may_be(reading: Reading, mention: Mention, member: Member) -> bool:
    """Whether number, kind, gender and place let the mention mean the member."""
    if None not in (member.gender, mention.gender) and member.gender != mention.gender:
        return False
    touches = reading.before(member, mention)
    if not touches:
        return False
    if mention.plural and _is_far_body(reading, mention, touches[-1]):
        return False
    written = mention.text in ("it", "its") and touches[-1].document
    if mention.form is Form.PRONOUN and not (written or _takes_up(mention, member)):
        return False
    known = member.classes or member.nations or member.nouns
    group = mention.form is Form.PRONOUN and member.kind is AgentKind.GROUP
    if group and not (known or any(touch.speaker for touch in touches)):
        return False
    return not (
        _is_said_of(reading, mention, touches)
        or _says(reading, mention, member)
        or _is_argument(reading.tokens, mention, touches[-1])
    )


def _takes_up(mention: Mention, member: Member) -> bool:
    """Whether a pronoun is one for such a member: she for a person, they for several
    or for a body."""
    person = mention.text in ("he", "she", "his", "her", "him", "hers")
    if not (is_person(member) if person else _is_thing(member)):
        return False
    if not person and member.plural and not mention.plural:
        return False
    if mention.text == "both":
        return member.plural
    return member.plural == mention.plural or member.kind in COLLECTIVES


def _is_thing(member: Member) -> bool:
    """Whether "it" or "they" can mean the member: an operator, but no chief."""
    unnamed = member.kind is AgentKind.UNNAMED
    plain = unnamed and member.classes and TRADES.isdisjoint(member.nouns)
    return not plain and member.kind is not AgentKind.PERSON


def _is_far_body(reading: Reading, mention: Mention, last: Touch) -> bool:
    """Whether "they" would be one body that the sentence before does not tell of."""
    member, sentences = last.member, reading.tokens.sentences
    one = not member.plural and member.kind in BODIES
    return one and sentences[mention.start] - sentences[last.start] > 1


BODIES = (AgentKind.ORGANIZATION, AgentKind.COUNTRY)

COLLECTIVES = (AgentKind.GROUP, *BODIES)


def _is_said_of(reading: Reading, mention: Mention, touches: Sequence[Touch]) -> bool:
    """Whether the mention is the speaker of words that name the member."""
    said = reading.contents.get(mention.head, frozenset())
    return any(
        touch.start in said and touch.by_name and touch.gender in (None, mention.gender)
        for touch in touches[-4:]
    )


def _says(reading: Reading, mention: Mention, member: Member) -> bool:
    """Whether the mention is a third person in the member's own quoted words."""
    if mention.form is not Form.PRONOUN or not reading.tokens.quoted[mention.start]:
        return False
    tellers = (h for h, said in reading.contents.items() if mention.start in said)
    links = (reading.links.get(head) for head in tellers)
    return any(link is not None and link.member is member for link in links)


def _is_argument(tokens: Tokens, mention: Mention, last: Touch) -> bool:
    """Whether both are arguments of one verb: Jane in "Jane, he told her, ..."."""
    verb, relation = _argument(tokens, mention.start, mention.end)
    other, its_relation = _argument(tokens, last.start, last.end)
    both = ARGUMENTS.issuperset((relation, its_relation))
    return both and verb == other and relation != its_relation


ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})


@once
def _argument(tokens: Tokens, start: int, end: int) -> tuple[int, str]:
    """The word on which a phrase hangs, and by which relation."""
    top = top_of(tokens, start, end)
    return tokens.heads[top], tokens.deps[top].split(":")[0]


def _best(
    reading: Reading, mention: Mention, fitting: Mapping[Member, float], kind: str
) -> Link | None:
    scored = sorted(
        ((salience(reading, mention, m) + extra, m) for m, extra in fitting.items()),
        key=lambda pair: -pair[0],
    )
    if not scored or scored[0][0] < THRESHOLD:
        return None
    margin = scored[0][0] - (scored[1][0] if len(scored) > 1 else 0.0)
    if margin < AMBIGUOUS:
        return None
    surety = 1 / (1 + math.exp(-0.4 - margin))
    return Link(scored[0][1], round(min(surety, 0.97), 3), kind)
