"""The source of an attribution as a mention of somebody."""

from spacy.tokens import Span

from extract.agents.lexicon import PRONOUNS, Gender
from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.tokens import Tokens
from extract.attributions import Attribution
from extract.encoding.encoded import span_text


def source_of(tokens: Tokens, attribution: Attribution) -> Mention | None:
    """What the source says; of several spans, the one that names somebody."""
    read_ones = [read(tokens, span.start, span.end) for span in attribution.source]
    if not read_ones:
        return None
    named = [one for one in read_ones if one.form in (Form.PERSON, Form.BODY)]
    primary = (named or read_ones)[0]
    roles = [one for one in read_ones if one is not primary and one.classes]
    if primary.form is Form.PERSON and not primary.role and roles:
        return primary._replace(role=roles[0].text, classes=roles[0].classes)
    if primary.form is Form.DESCRIPTION and primary.gender is None:
        return primary._replace(gender=_gender_in(tokens, attribution))
    return primary


def _gender_in(tokens: Tokens, attribution: Attribution) -> Gender | None:
    """The gender of whom a clause begins with: the president said that she hoped."""
    start = attribution.content[0].start if attribution.content else 0
    start += tokens.lowers[start] == "that"
    word = tokens.lowers[start] if start < len(tokens) else ""
    own = attribution.content and not tokens.quoted[attribution.content[0].start]
    return PRONOUNS[word][0] if own and word in ("he", "she") else None


def written(attribution: Attribution, mention: Mention | None) -> str:
    """The words of the source span that names the speaker."""
    spans: tuple[Span, ...] = attribution.source
    if mention is None or not spans:
        return ""
    inside = (span for span in spans if span.start <= mention.head < span.end)
    return span_text(next(inside, spans[0]))
