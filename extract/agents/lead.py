"""Whom the lead of an article describes and only the sentences after it name.

"The president of the league has refused to go ... \"No,\" Jane Roe said": news that
brings in anybody else gives the new name a title or an apposition.
"""

from dataclasses import dataclass

from extract.agents.cast import Member
from extract.agents.coreference import Link, Reading
from extract.agents.mention import Form, Mention
from extract.agents.phrases import bare, core, is_honorific, owner
from extract.agents.tokens import POSSESSIVE, Tokens

NEAR = 4
"""Sentences within which the name follows."""


@dataclass
class Lead:
    """Who is described as speaking before any person is named as a speaker."""

    described: Mention | None = None
    over: bool = False

    def named_by(
        self, reading: Reading, mention: Mention, link: Link
    ) -> Mention | None:
        """The description that the next speaker's name belongs to, if it does."""
        if mention.form is Form.PERSON:
            first, self.described, self.over = self.described, None, True
            named = first and _is_name_of(reading, mention, link.member, first)
            return first if named else None
        if mention.form is Form.DESCRIPTION and mention.classes and mention.definite:
            new = not self.over and link.reason == "as written"
            self.described = mention if new else None
        return None


def _is_name_of(
    reading: Reading, mention: Mention, member: Member, first: Mention
) -> bool:
    """Whether it is a full name, told here first, with nothing that tells who it is."""
    tokens = reading.tokens
    words = tokens.text(mention.start, mention.end).split()
    titled = is_honorific(tokens, mention.start)
    alone = len(words) == len(mention.name.split()) + titled
    near = tokens.sentences[mention.start] - tokens.sentences[first.start] <= NEAR
    new = not member.nouns and not reading.of(member)
    fits = None in (first.gender, member.gender) or first.gender == member.gender
    return alone and near and new and fits and " " in mention.name


def title_of(tokens: Tokens, mention: Mention) -> str:
    """The description as a role: without article and owner."""
    start, end = bare(tokens, *core(tokens, mention.start, mention.end))
    owned = owner(tokens, start, end)
    first = owned[1] if owned and owned[1] <= mention.head else start
    first += tokens.texts[first] in POSSESSIVE
    return tokens.text(first, end)
