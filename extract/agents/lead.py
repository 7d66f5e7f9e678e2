"""Whom headline and lead describe and only the sentences after them name.

"The president of the league has refused to go ... \"No,\" Jane Roe said": news that
brings in anybody else gives the new name another title or an apposition.
"""

from dataclasses import dataclass, field

from extract.agents.cast import Member
from extract.agents.discourse import Reading
from extract.agents.lexicon import GRADES, NOT_FOR, word_class
from extract.agents.mention import Mention
from extract.agents.named import known
from extract.agents.phrases import NOUNS, bare, core, is_honorific, owner
from extract.agents.tokens import POSSESSIVE, Tokens
from ontology.claim import AgentKind, AgentRef

NEAR = 4
"""Sentences within which a name without a title follows."""


OFFICIALS = frozenset({"diplomat", "official"})
"""Nouns in a headline for those who hold an office of state, whichever it is."""

STATE_OFFICES = frozenset({"office", "politician"})
"""Classes of ministers and their deputies."""

WORDS_OF_HEADLINES = frozenset().union(
    *map(word_class, ("advocating", "asking", "blaming", "demanding", "saying"))
)
"""Verbs by which the headline tells somebody's words."""


@dataclass
class Lead:
    """Who are described as speaking before any person is named as a speaker, each by
    the last words that describe them."""

    described: dict[Member, Mention] = field(default_factory=dict)
    over: bool = False

    def describe(self, reading: Reading, mention: Mention, member: Member) -> None:
        """Note somebody without a name: the mayor, Lima's mayor, a headline's Mayor."""
        known = mention.definite or mention.owner is not None
        bare = reading.tokens.pos[mention.start] in NOUNS | {"ADJ"}
        if member.kind is AgentKind.UNNAMED and mention.classes and (known or bare):
            self.described[member] = mention

    def named_by(self, reading: Reading, mention: Mention) -> dict[Member, Mention]:
        """Whom the next speaker's name belongs to."""
        new = reading.named.get(mention.head)
        found: dict[Member, Mention] = {}
        if new is not None and not reading.of(new):
            found = {
                member: description
                for member, description in self.described.items()
                if not _clash(new, description)
                if _has_title(reading.tokens, mention, description)
                or self._is_first(reading, mention, new, description)
            }
        self.over = True
        for member in found:
            del self.described[member]
        return found

    def country(self, tokens: Tokens, mention: Mention) -> tuple[AgentRef, ...]:
        """The country of "Russian official warns" in the headline, for the first
        speaker who is named, if by the title of a minister of no country."""
        bare = not (mention.owner or mention.nations)
        first = bare and not self.over and mention.classes >= STATE_OFFICES
        nation = known(tokens, 0, len(tokens)) if first else None
        told = nation.span[1] if nation else 0
        official = OFFICIALS.intersection(tokens.lowers[told : told + 1])
        speaks = WORDS_OF_HEADLINES.intersection(tokens.lemmas[told + 1 : told + 2])
        return (nation.ref,) if nation and official and speaks else ()

    def _is_first(
        self, reading: Reading, mention: Mention, new: Member, description: Mention
    ) -> bool:
        """Whether the first name of the article comes soon, and nothing tells who it
        is."""
        tokens = reading.tokens
        last = not self.over and description is list(self.described.values())[-1]
        words = tokens.text(mention.start, mention.end).split()
        titled = is_honorific(tokens, mention.start)
        alone = len(words) == len(mention.name.split()) + titled
        apart = tokens.sentences[mention.start] - tokens.sentences[description.start]
        definite = description.definite or description.owner is not None
        full = " " in mention.name and not new.nouns
        return last and definite and alone and apart <= NEAR and full


def described_before(reading: Reading, mention: Mention) -> Member | None:
    """Whom "the spokesman, Jane Roe," takes up, who is named for the first time: the
    only one who was told of as a spokesman."""
    tokens = reading.tokens
    apposed = "," in tokens.texts[mention.start : mention.head]
    if not apposed or tokens.lowers[mention.start] != "the" or mention.owner:
        return None
    fitting = [
        member
        for member in reading.members
        if member.kind is AgentKind.UNNAMED and not member.plural
        if member.nouns & mention.nouns and reading.before(member, mention)
    ]
    named = reading.named.get(mention.head)
    new = named is not None and not reading.of(named)
    return fitting[0] if new and len(fitting) == 1 else None


def _has_title(tokens: Tokens, mention: Mention, description: Mention) -> bool:
    """Whether the name bears the title that was told; a shadow minister is another."""
    ranks = [
        RANKS.intersection(tokens.lowers[one.start : one.end])
        for one in (mention, description)
    ]
    return bool(mention.nouns & description.nouns) and ranks[0] == ranks[1]


RANKS = GRADES | NOT_FOR
"""Words that make one title another."""


def _clash(member: Member, description: Mention) -> bool:
    """Whether gender or country tell them apart."""
    genders = {description.gender, member.gender} - {None}
    foreign = description.nations.isdisjoint(member.nations)
    return len(genders) > 1 or bool(foreign and description.nations and member.nations)


def title_of(tokens: Tokens, mention: Mention) -> str:
    """The description as a role: without article and owner."""
    start, end = bare(tokens, *core(tokens, mention.start, mention.end))
    owned = owner(tokens, start, end)
    first = owned[1] if owned and owned[1] <= mention.head else start
    first += tokens.texts[first] in POSSESSIVE
    return tokens.text(first, end)
