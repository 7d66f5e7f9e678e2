"""Ministries and departments by one name, whichever way they are called."""

import re

_OF = re.compile(
    r"(?:(?P<office>ministry) (?:of|for) (?:the )?(?P<field>.+?)"
    r"|(?P<department>department) of (?P<charge>\w+))(?= of |$)",
    re.IGNORECASE,
)
_SHORT = {"foreign affairs": "Foreign", "internal affairs": "Interior"}


def office_name(name: str) -> str:
    """The name with the field before the office; other names as they are.

    >>> office_name("Chinese Ministry of Foreign Affairs")
    'Chinese Foreign Ministry'
    >>> office_name("Department of Basic Education")
    'Department of Basic Education'
    """
    return _OF.sub(_turned, name)


def _turned(match: re.Match[str]) -> str:
    field = match["field"] or match["charge"]
    office = match["office"] or match["department"]
    return f"{_SHORT.get(field.lower(), field)} {office}"
