"""Words for the occasions on which things are said, and the documents that say them.

Lemmas of common nouns and verbs; no names.
"""

DOCUMENTS = frozenset(
    {
        "ad", "address", "advertisement", "affidavit", "analysis", "announcement",
        "article", "assessment", "audit", "blog", "book", "broadcast", "brochure",
        "bulletin", "circular", "column", "comment", "communique", "complaint",
        "decision", "declaration", "decree", "editorial", "email", "filing",
        "indictment", "interview", "judgment", "lawsuit", "leaflet", "lecture",
        "letter", "manifesto", "memo", "memoir", "memorandum", "message", "note",
        "notice", "op-ed", "opinion", "order", "paper", "petition", "podcast", "poll",
        "post", "posting", "publication", "register", "release", "remark", "reply",
        "report", "resolution", "response", "review", "ruling", "speech", "statement",
        "study", "submission", "survey", "testimony", "tweet", "update", "verdict",
        "video", "warning",
    }
)  # fmt: skip
"""Those that can themselves be a source: "a statement on Thursday said"."""

OCCASIONS = DOCUMENTS | frozenset(
    {
        "appearance", "briefing", "call", "campaign", "ceremony", "conference",
        "congress", "conversation", "debate", "discussion", "event", "forum", "hall",
        "hearing", "meeting", "negotiation", "news", "panel", "presser", "program",
        "programme", "rally", "segment", "session", "show", "sitting", "stop", "summit",
        "talk", "telecast", "tour", "trip", "visit", "vote",
    }
)  # fmt: skip
"""Those on or in which something is said: "at a rally in Ohio on Thursday"."""

SPEAKING = frozenset(
    {
        "address", "air", "announce", "appear", "ask", "attend", "brief", "broadcast",
        "campaign", "cite", "comment", "conduct", "date", "deliver", "file", "give",
        "hold", "interview", "issue", "meet", "obtain", "post", "publish", "quote",
        "record", "release", "reply", "report", "respond", "say", "send", "sign",
        "speak", "talk", "tell", "testify", "tweet", "visit", "write",
    }
)  # fmt: skip
"""Verbs beside a cue whose date is the cue's: "speaking on Thursday, she said"."""

ANNOUNCING = frozenset(
    {
        "agree", "announce", "confirm", "decide", "declare", "disclose", "report",
        "resolve", "reveal", "rule", "say", "tell", "vote",
    }
)  # fmt: skip
"""Verbs that tell after a comma who made known what the sentence reports."""

ADDRESSING = frozenset(
    {
        "address", "appear", "ask", "comment", "date", "issue", "press", "publish",
        "question", "release", "reply", "respond", "speak", "talk", "testify", "write",
    }
)  # fmt: skip
"""Verbs whose participle opens a sentence of speaking: "Asked on Tuesday if"."""
