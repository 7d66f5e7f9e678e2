"""Headlines of other articles: what stands under "Related stories"."""

from extract.furniture.forms import HEADING

LONGEST = 20
"""The most words that a headline in a list has."""

_ENDS = (".", "!", "”", '"', ":", ";", ",", "’")
_BULLETS = "-–—•*·▪›»>0123456789.) \t"


def listed(lines: list[str], marked: list[bool]) -> list[bool]:
    """`marked`, with the headlines in lists under marked headings marked too.

    Lines are given stripped; a list ends at the first line that reads like body
    text. One that body text follows has at least two headlines: a lone one
    could be the heading of the next section.
    """
    found = list(marked)
    for index, line in enumerate(lines):
        if marked[index] and HEADING.fullmatch(line):
            items = _items(lines, marked, index + 1)
            for item in items:
                found[item] = True
    return found


def _items(lines: list[str], marked: list[bool], start: int) -> list[int]:
    items: list[int] = []
    for index in range(start, len(lines)):
        if not lines[index]:
            continue
        if marked[index] or not _is_headline(lines[index]):
            break
        items.append(index)
    else:
        return items
    return _before_body(lines, items, marked)


def _before_body(lines: list[str], items: list[int], marked: list[bool]) -> list[int]:
    """The list without its last line where body text follows: that is a heading."""
    if not items:
        return items
    following = next((i for i in range(items[-1] + 1, len(lines)) if lines[i]), None)
    if following is None or marked[following]:
        return items
    bulleted = [item for item in items if lines[item][0] in "-–—•*·▪›»>"]
    return bulleted or items[:-1]


def _is_headline(line: str) -> bool:
    bare = line.strip(_BULLETS)
    return bool(bare) and not line.endswith(_ENDS) and len(bare.split()) <= LONGEST
