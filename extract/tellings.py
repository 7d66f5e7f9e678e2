"""What is worth telling of what somebody says: contents that say nothing by themselves
are left out.

- "What did they demand?", "welcomed what": the words that answer stand elsewhere.
- "Neither side asked him to", "threatened nothing".
- "who asked not to be named": how reporters came by the words, not what was said.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Token

from extract.attributions import Attribution

_ASKING = frozenset({"WP", "WRB"})
_EMPTY = frozenset({"PRON", "ADV", "ADP", "PUNCT", "SPACE"})
_UNNAMED = re.compile(
    r"(?:not to be|to (?:be kept|remain|stay)|(?:to )?be) "
    r"(?:anonymous|identified|named|quoted|unnamed)\b|anonymity\b"
)


def tells(attribution: Attribution) -> bool:
    """Whether what is said can be told."""
    words = [token for span in attribution.content for token in span]
    asking = any(token.tag_ in _ASKING for token in words)
    empty = asking and all(token.pos_ in _EMPTY for token in words)
    empty = empty or _is_cut_short(words)
    return not empty and _UNNAMED.match(attribution.content[0].text) is None


def _is_cut_short(words: Sequence[Token]) -> bool:
    """Whether the verb of what is asked is left out, or there is nothing to tell."""
    said = [token.lower_ for token in words if not (token.is_punct or token.is_space)]
    whom = all(token.pos_ == "PRON" for token in words[:-1])
    return said == ["nothing"] or (bool(said) and said[-1] == "to" and whom)
