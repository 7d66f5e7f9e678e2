"""A lead that was cut off, and stands again in full in the paragraph after it."""

import re

SHORTEST = 20
"""The fewest characters of a lead that its repetition proves to be one."""

AHEAD = 3
"""How many filled lines after the lead the repetition can be."""

_CUT = re.compile(
    r"\s*(?:\[?(?:\.{3}|…)\]?|\[\.\.\.\])\s*(?:(?i:read|see)\s+more)?\s*$"
)


def is_cut_lead(lines: list[str], index: int) -> bool:
    """Whether the line breaks off and one of the next lines says all of it again."""
    line = lines[index]
    cut = _CUT.search(line)
    if cut is None:
        return False
    beginning = _plain(line[: cut.start()])
    if len(beginning) < SHORTEST:
        return False
    following = [each for each in lines[index + 1 :] if each][:AHEAD]
    return any(_repeats(_plain(each), beginning) for each in following)


def _repeats(line: str, beginning: str) -> bool:
    """Whether the line begins so and goes on."""
    return line.startswith(beginning) and len(line) > len(beginning)


def _plain(line: str) -> str:
    """The line with quotation marks and blanks made alike."""
    marks = str.maketrans("“”‘’", "\"\"''")
    return " ".join(line.translate(marks).split())
