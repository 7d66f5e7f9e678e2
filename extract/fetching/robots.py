"""What a site's robots.txt allows (RFC 9309)."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

SIZE = 512_000
"""Bytes of a robots.txt that are read (RFC 9309, 2.5 asks for 500 KiB)."""

LONGEST_DELAY = 60.0
"""Seconds of `Crawl-delay` that are heeded: some sites ask for a day."""


@dataclass(frozen=True)
class Robots:
    """The rules for one program: (allowed, pattern), and the delay asked for."""

    rules: tuple[tuple[bool, str], ...] = ()
    delay: float = 0.0

    def allows(self, path: str) -> bool:
        """Whether a path, with its query, may be fetched: the longest pattern decides.

        >>> robots = parse("User-agent: *\\nDisallow: /a\\nAllow: /a/b$", "onrecord")
        >>> [robots.allows(path) for path in ("/", "/a/c", "/a/b", "/a/b/c")]
        [True, False, True, False]
        """
        written = unquote(path)
        fitting = [
            (len(pattern), allowed)
            for allowed, pattern in self.rules
            if matches(unquote(pattern), written)
        ]
        return max(fitting, default=(0, True))[1]


NOTHING = Robots(rules=((False, "/"),))
"""What is allowed where robots.txt cannot be had (RFC 9309, 2.3.1.4)."""


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern fits the start of a path; `*` is anything, a last `$` its end.

    >>> matches("/*.pdf$", "/a/b.pdf"), matches("/*.pdf$", "/a.pdf?b")
    (True, False)
    """
    whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    if not rest:
        return not whole or path == first
    place = len(first)
    last = rest.pop() if whole else ""
    for piece in rest:
        place = path.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return not whole or (path.endswith(last) and len(path) - len(last) >= place)


def parse(text: str, agent: str) -> Robots:
    """The rules of a robots.txt for a program, or else those for all."""
    named: list[tuple[str, str]] = []
    others: list[tuple[str, str]] = []
    found = False
    for names, rules in _groups(text):
        if agent.lower() in names:
            found = True
            named.extend(rules)
        elif "*" in names:
            others.extend(rules)
    return _robots(named if found else others)


def _robots(rules: list[tuple[str, str]]) -> Robots:
    kept = tuple(
        (key == "allow", value) for key, value in rules if key != "crawl-delay"
    )
    delays = [_seconds(value) for key, value in rules if key == "crawl-delay"]
    return Robots(tuple(rule for rule in kept if rule[1]), max(delays, default=0.0))


def _seconds(value: str) -> float:
    digits = value.replace(".", "", 1)
    return min(float(value), LONGEST_DELAY) if digits.isdecimal() else 0.0


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Each group: the programs that it names, in lower case, and its rules."""
    names, rules = set[str](), list[tuple[str, str]]()
    for line in text.splitlines():
        key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        key = key.lower()
        if key == "user-agent":
            if rules:
                yield names, rules
                names, rules = set(), []
            names.add(value.lower().partition("/")[0])
        elif key in ("allow", "disallow", "crawl-delay") and names:
            rules.append((key, value))
    yield names, rules
