"""Small things said in words: dates, speakers and signs."""

import re

from ontology.claim import Agent, ClaimDate, DateBasis
from ontology.stances import Polarity

SIGNS = {Polarity.FOR: "+", Polarity.AGAINST: "−", Polarity.NEITHER: "·"}
"""How a polarity is shown, so that it never rests on colour."""

POLARITIES = {
    Polarity.FOR: "for",
    Polarity.AGAINST: "against",
    Polarity.NEITHER: "neither for nor against",
}
"""How a polarity is said."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_DAY = re.compile(r"(\d{4}|XXXX)(?:-(\d{2}))?(?:-(\d{2}))?")


def when(date: ClaimDate) -> str:
    """The date as people write it; empty if none is known.

    >>> when(ClaimDate(edtf="XXXX-03-11")), when(ClaimDate(edtf="2025-03"))
    ('11 March, year not told', 'March 2025')
    """
    if not date.edtf:
        return date.text or ""
    bounds = [_spoken(bound) for bound in date.edtf.split("/")]
    return " to ".join(bounds) if all(bounds) else date.edtf


def _spoken(edtf: str) -> str:
    match = _DAY.fullmatch(edtf.rstrip("~?%"))
    if not match or not 1 <= int(match[2] or 1) <= 12:
        return ""
    about = "about " if edtf.endswith(("~", "?", "%")) else ""
    month = MONTHS[int(match[2]) - 1] if match[2] else ""
    day = str(int(match[3])) if match[3] else ""
    if match[1] == "XXXX":
        return f"{about}{day} {month}".strip() + ", year not told"
    return about + " ".join(part for part in (day, month, match[1]) if part)


BASES = {
    DateBasis.STATED: "stated in the text",
    DateBasis.RELATIVE: "worked out from the text",
    DateBasis.INFERRED_YEAR: "stated in the text, its year inferred",
    DateBasis.ARTICLE: "the article's date",
    DateBasis.NONE: "no date known",
}
"""Where a date comes from, in words."""


def who(agent: Agent) -> str:
    """The agent's name and whom it speaks for.

    >>> who(Agent(id="a", name="A", kind="person", mention="he",
    ...           represents=[{"id": "b", "name": "B"}]))
    'A (for B)'
    """
    principals = ", ".join(principal.name for principal in agent.represents)
    return f"{agent.name} (for {principals})" if principals else agent.name
