"""The cast of an article: its people and bodies, each under the fullest name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.agents.given_names import gender_by_name
from extract.agents.introductions import expanded
from extract.agents.lexicon import NOT_FOR, Gender, role
from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.name_keys import Key, name_key, same_person
from extract.agents.notables import notable
from extract.agents.setting import named
from extract.agents.tokens import Tokens
from ontology.claim import AgentKind, AgentRef
from ontology.ids import slug


@dataclass(eq=False)
class Member:
    """Someone of the cast; what the article says of them grows as it is read."""

    name: str
    kind: AgentKind
    key: Key = ()
    role: str | None = None
    nouns: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    gender: Gender | None = None
    plural: bool = False
    described: bool = False
    """Whether no name is known: "the union", "two diplomats", "he"."""
    behalf: tuple[AgentRef, ...] = ()
    owners: tuple["Member", ...] = ()
    """Bodies for whom it speaks by a pronoun or a description: its president."""

    @property
    def ref(self) -> AgentRef:
        """The member by id and name."""
        return AgentRef(id=slug(self.name), name=self.name)

    def owned_by(self, body: "Member") -> None:
        """Note a body for whom it speaks."""
        if body not in self.owners:
            self.owners += (body,)

    def learn(self, mention: Mention) -> None:
        """Take over what a mention says; the first role that is told stays."""
        self.role = self.role or mention.role
        self.nouns |= mention.nouns
        self.classes |= mention.classes
        self.nations |= mention.nations | {ref.id for ref in mention.behalf}
        self.gender = self.gender or mention.gender
        self.behalf += tuple(ref for ref in mention.behalf if ref not in self.behalf)


@dataclass
class Cast:
    """The members, and who is named at which token (the last of the name)."""

    members: list[Member] = field(default_factory=list)
    named: dict[int, Member] = field(default_factory=dict)
    mentions: dict[int, Mention] = field(default_factory=dict)
    """By the same token: the name with its title and apposition."""
    titled: set[int] = field(default_factory=set)
    """Tokens of titles and appositions: they describe somebody who is named there."""


def people(tokens: Tokens, given: Iterable[Mention]) -> Cast:
    """The people that labels and the given mentions name, clustered by name.

    Namesakes with different first names stay apart; a name alone goes to the
    nearest member before it that it fits, else to the first after it. A family name
    that stands alone in the whole article may be that of somebody widely known.
    """
    cast = Cast()
    mentions = _mentions(tokens, given)
    for mention in mentions:
        if len(name_key(mention.name)) > 1:
            _add(cast, mention, _same(cast.members, mention))
    full = list(cast.members)
    for mention in mentions:
        if len(name_key(mention.name)) < 2:
            _add(cast, mention, _nearest(cast, full, mention))
        cast.titled.update(range(mention.start, mention.end))
    _add_unlabelled(tokens, cast)
    for member in cast.members:
        known = notable(member.name)
        if known and known.of in named(tokens):
            member.name, member.key = known.name, name_key(known.name)
            if not member.behalf and _is_in_office(member):
                member.behalf, member.nations = (known.of.ref,), {known.of.ref.id}
    for member in cast.members:
        member.gender = member.gender or gender_by_name(member.name)
    for member in full:
        member.behalf = tuple(r for r in member.behalf if r.name != member.name)
    return cast


def _is_in_office(member: Member) -> bool:
    """Whether the article calls somebody the holder, and no former one, of an office
    that is told without its country: President Jane Roe."""
    told = (member.role or "").lower().split()
    return not NOT_FOR.intersection(told) and not OFFICES.isdisjoint(member.nouns)


OFFICES = frozenset({"president", "premier", "chancellor", "minister", "secretary"})
"""Titles of those who lead a country or speak for it abroad."""


def _add_unlabelled(tokens: Tokens, cast: Cast) -> None:
    """Last names of members where no label marks them."""
    family = {member.key[-1] for member in cast.members if member.key}
    for index, word in enumerate(tokens.lowers):
        if word not in family or not tokens.texts[index][:1].isupper():
            continue
        text = tokens.texts[index]
        title = role(word) is not None and index + 1 in tokens.entity_at
        if not (title or index in tokens.entity_at or index in cast.named):
            mention = Mention(
                index, index + 1, index, Form.PERSON, text, name=text, definite=True
            )
            _add(cast, mention, _nearest(cast, [], mention))


def _mentions(tokens: Tokens, given: Iterable[Mention]) -> list[Mention]:
    found: dict[int, Mention] = {}
    for mention in given:
        _note(found, mention)
    labelled = [entity[:2] for entity in tokens.entities if entity[2] == "PERSON"]
    for span in labelled:
        _note(found, read(tokens, *expanded(tokens, *span)))
        if found.keys().isdisjoint(range(*span)):
            _note(found, read(tokens, *span))
    return [found[head] for head in sorted(found)]


def _note(found: dict[int, Mention], mention: Mention) -> None:
    """Keep the persons of a mention by the last tokens of their names, the first read
    of each."""
    for part in mention.parts or (mention,):
        if part.form is Form.PERSON:
            found.setdefault(part.head, part)


def _same(members: Sequence[Member], mention: Mention) -> Member | None:
    key = name_key(mention.name)
    fitting = (member for member in members if same_person(member.key, key))
    return next((one for one in fitting if not _clash(one, mention)), None)


def _clash(member: Member, mention: Mention) -> bool:
    return None not in (member.gender, mention.gender) and (
        member.gender != mention.gender
    )


def _nearest(cast: Cast, full: list[Member], mention: Mention) -> Member | None:
    """The member whom a single name means."""
    key = name_key(mention.name)
    fitting = [m for m in [*full, *cast.members] if key and _bears(m, key[0])]
    fitting = [member for member in fitting if not _clash(member, mention)]
    family = [member for member in fitting if member.key[-1] == key[0]]
    fitting = _by_role(family or fitting, mention)
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    places = [
        at
        for at, member in cast.named.items()
        if member in fitting and key[0] in name_key(cast.mentions[at].name)
    ]
    before = [at for at in places if at < mention.head]
    after = [at for at in places if at > mention.head]
    return cast.named[max(before)] if before else cast.named[min(after)]


def _bears(member: Member, word: str) -> bool:
    return word in member.key


def _by_role(members: list[Member], mention: Mention) -> list[Member]:
    """Those whose titles agree with the mention's, if any do."""
    agreeing = [member for member in members if member.nouns & mention.nouns]
    return agreeing or members


def _add(cast: Cast, mention: Mention, member: Member | None) -> None:
    key = name_key(mention.name)
    if member is None:
        member = Member(mention.name, AgentKind.PERSON, key)
        cast.members.append(member)
    elif len(key) > len(member.key) or (key == member.key and member.name.isupper()):
        member.name, member.key = mention.name, key
    member.learn(mention)
    cast.named[mention.head] = member
    cast.mentions[mention.head] = mention
