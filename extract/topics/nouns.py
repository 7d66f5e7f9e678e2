"""Nouns that are no topic, or none by themselves."""

ALWAYS_PLURAL = frozenset(
    {"arms", "assets", "customs", "damages", "earnings", "goods", "hostilities",
     "people", "rights", "sales", "sanctions", "savings", "talks"}
)  # fmt: skip
"""Nouns whose singular is another thing."""

STANDING_IN = frozenset(
    {"array", "bit", "cent", "dozen", "half", "handful", "hundred", "kind",
     "lot", "majority", "number", "one", "ones", "other", "others", "percent",
     "quarter", "series", "sort", "string", "thing", "third",
     "thousand", "type", "variety", "way"}
)  # fmt: skip
"""Words that stand for a noun told before, or a share of one told after: "new ones",
"a lot of help"."""

FRAMES = frozenset(
    {"agreement", "aim", "bill", "clause", "condition", "deal", "decision", "demand",
     "document", "draft", "goal", "guarantee", "law", "legislation", "measure", "move",
     "offer", "order", "pact", "plan", "priority", "proposal", "request", "resolution",
     "rule", "step", "text", "treaty"}
)  # fmt: skip
"""Nouns for what is put down, asked or agreed on, whatever it is about."""

_VAGUE = """
ability amount aspect attempt attitude basis beginning bit chance comment commitment
degree detail effort end example form half hurry idea importance instance intention
interest issue kind lack likelihood lot majority matter mind necessity need notion
number one opportunity option part percent percentage piece point position possibility
prospect question reality reason remark return right role second sense series side
situation something sort stance statement step term thing third view way will
willingness word
"""
VAGUE = frozenset(_VAGUE.split())
"""Nouns that are no topic by themselves: importance of what, which position?"""

TIMES = frozenset(
    {"a.m.", "afternoon", "century", "day", "decade", "evening", "hour", "lunchtime",
     "midnight", "minute", "moment", "month", "morning", "night", "p.m.", "period",
     "time", "today", "tomorrow", "week", "weekend", "year"}
)  # fmt: skip
"""Nouns for a stretch of time."""

_UNITS = """
acre barrel billion centimetre cup degree dollar euro foot gallon gram hectare inch kilo
kilogram kilometre litre metre mile million ounce page point pound ton tonne watt
"""
UNITS = frozenset(_UNITS.split())
"""Nouns that, with a number, say how much there is of a thing: "a rise of 4 points"."""
