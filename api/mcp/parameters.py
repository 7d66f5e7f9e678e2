"""The parameters of the tools, described for an agent that chooses among them."""

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from graph.search.query_language import FIELDS
from ontology.claim import QuoteType
from ontology.stances import Polarity, Stance

MOST = 50
"""Claims in one answer: more fill an agent's memory and say little more."""

_SEVERAL = BeforeValidator(lambda given: [given] if isinstance(given, str) else given)
"""One is taken for a list of one: agents often write it so."""

Speaker: TypeAlias = Annotated[
    list[str],
    _SEVERAL,
    Field(
        default_factory=list,
        description="Who said it, by name or id; finds those who speak for it too.",
    ),
]
Stances: TypeAlias = Annotated[
    list[Stance],
    _SEVERAL,
    Field(default_factory=list, description="What the speaker does."),
]
Polarities: TypeAlias = Annotated[
    list[Polarity],
    _SEVERAL,
    Field(default_factory=list, description="+ for, - against, 0 neither."),
]
Topics: TypeAlias = Annotated[
    list[str],
    _SEVERAL,
    Field(
        default_factory=list,
        description="About what, by name or id; narrower topics are found too.",
    ),
]
Since: TypeAlias = Annotated[
    str | None, Field(description="From this day: YYYY, YYYY-MM or YYYY-MM-DD.")
]
Until: TypeAlias = Annotated[
    str | None, Field(description="To this day: YYYY, YYYY-MM or YYYY-MM-DD.")
]
Quotes: TypeAlias = Annotated[
    list[QuoteType],
    _SEVERAL,
    Field(default_factory=list, description="How the words are given."),
]
Words: TypeAlias = Annotated[
    str | None,
    Field(description='Words of what was said; "a phrase" and begin* work.'),
]
Query: TypeAlias = Annotated[
    str,
    Field(
        max_length=2000,
        description="A query that must match as well, such as"
        " `stance:demands -topic:ceasefire since:2025-03`. Fields: "
        + ", ".join(FIELDS),
    ),
]
Addressee: TypeAlias = Annotated[
    list[str],
    _SEVERAL,
    Field(default_factory=list, description="To whom it was said, by name or id."),
]
Limit: TypeAlias = Annotated[
    int, Field(ge=1, le=MOST, description="The most that are given.")
]
Cursor: TypeAlias = Annotated[
    str | None, Field(description="Where to go on, as `next` gave it.")
]
