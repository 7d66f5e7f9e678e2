"""Texts that were written to be learned from: other subjects, rarer stances and forms.

A file holds many, each under a line `=== name`. In a text `[1 ...]` is a source,
`{1 demands+ ...}` a cue with its stance and polarity, `<1 ...>` a part of the content;
the number tells which of them are one attribution. Marks do not nest.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from extract.encoding.labels import ROLES
from extract.training.corpora import (
    Labelled,
    StanceLabel,
    aligned,
    stanced,
    write_attribution,
)

ARTICLES = Path(__file__).parent / "written_articles.txt"
"""Articles that ship with the project; every attribution is marked. All are ours."""

PASSAGES = Path(__file__).parent / "written_passages.txt"
"""Passages that ship, too: one attribution is marked, whether or not there are more."""

_MARK = re.compile(
    r"\[(?P<source>\d+) |\{(?P<cue>\d+) (?P<stance>[a-z]+)(?P<polarity>[+0-]) "
    r"|<(?P<content>\d+) |[\]}>]"
)


class Part(NamedTuple):
    """What a mark encloses: a role, the attribution's number, and where it lies."""

    role: str
    number: str
    stance: str | None
    polarity: str | None
    start: int
    end: int


def articles(path: Path, nlp: Language) -> list[Labelled]:
    """The texts of a file in which every attribution is marked.

    Raises ValueError where an attribution has not one cue, or no content.
    """
    return [_article(name, text, nlp) for name, text in _texts(path)]


def passages(path: Path, nlp: Language) -> list[Labelled]:
    """The texts of a file in which only some attributions are marked: their stances.

    Raises ValueError as `articles` does.
    """
    return [
        replace(document, tags=None, links=None) for document in articles(path, nlp)
    ]


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """Each text of the file with its name."""
    found = re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for block in found[1:]:
        name, _, text = block.partition("\n")
        yield f"{path.stem}:{name}", text.strip()


def _article(name: str, text: str, nlp: Language) -> Labelled:
    plain, parts = unmarked(text)
    found, align = aligned(plain, nlp)
    tags, links = [0] * len(found.texts), [-1] * len(found.texts)
    stances = []
    for number, own in _attributions(parts):
        cues = [part for part in own if part.role == "cue"]
        ranges = {
            role: [align(p.start, p.end) for p in own if p.role == role]
            for role in ROLES
        }
        if len(cues) != 1 or not ranges["content"]:
            message = f"{name}: attribution {number} has not one cue and a content"
            raise ValueError(message)
        write_attribution(ranges, tags, links)
        label = StanceLabel((str(cues[0].stance),), (str(cues[0].polarity),), "", None)
        stances.append(stanced(ranges, label, found.texts, align))
    return Labelled(name, found, tags, links, stances=stances)


def _attributions(parts: Sequence[Part]) -> Iterator[tuple[str, list[Part]]]:
    numbered: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        numbered[part.number].append(part)
    yield from numbered.items()


def unmarked(text: str) -> tuple[str, list[Part]]:
    """The text without its marks, and what they enclosed, in order.

    Raises ValueError where marks nest or close nothing.

    >>> text, (source, cue, content) = unmarked("[1 She] {1 opposes- said} <1 no>.")
    >>> text, cue.stance, text[content.start : content.end]
    ('She said no.', 'opposes', 'no')
    """
    plain, end = "", 0
    parts: list[Part] = []
    opened: Part | None = None
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        end = mark.end()
        role = (mark.lastgroup or "").replace("polarity", "cue")
        if opened is None and role:
            at = len(plain)
            opened = Part(role, mark[role], mark["stance"], mark["polarity"], at, at)
        elif opened is not None and not role:
            parts.append(opened._replace(end=len(plain)))
            opened = None
        else:
            message = f"{mark[0]!r} nests, or closes nothing: {text[:end][-40:]!r}"
            raise ValueError(message)
    return plain + text[end:], parts
