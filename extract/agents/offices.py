"""Ministries and departments by one name, whichever way they are called."""

import re

_OF = re.compile(
    r"(?P<office>ministry|department) (?:of|for) (?:the )?(?P<field>.+?)(?= of |$)",
    re.IGNORECASE,
)
_SHORT = {"foreign affairs": "Foreign", "internal affairs": "Interior"}


def office_name(name: str) -> str:
    """The name with the field before the office; other names as they are.

    >>> office_name("Chinese Ministry of Foreign Affairs")
    'Chinese Foreign Ministry'
    """
    return _OF.sub(_turned, name)


def _turned(match: re.Match[str]) -> str:
    field = match["field"]
    return f"{_SHORT.get(field.lower(), field)} {match['office']}"
