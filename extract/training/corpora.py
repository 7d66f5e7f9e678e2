"""The training corpora as labelled words.

PolNeAR (attributions; entities and coreference by CoreNLP; stances by us) and the
treebanks GUM and EWT (Universal Dependencies; GUM's coreference).
"""

import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from spacy.language import Language

from extract.encoding.encoded import doc_words
from extract.encoding.labels import ENTITY_TAGS, ROLE_TAGS, ROLES
from extract.encoding.words import Words, words
from extract.lemmas import rule

Mention = tuple[int, int]
"""First word and the word after the last."""


@dataclass(frozen=True)
class Stanced:
    """An attribution by its words, with its labels where somebody gave them."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    stances: tuple[str, ...] = ()
    """The stance, or two where two annotators differ."""
    polarities: tuple[str, ...] = ()
    topic: tuple[int, ...] = ()
    """Words of the content that name the topic; empty if it is not named there."""


@dataclass(frozen=True)
class Labelled:
    """A document's words with whatever labels its corpus has; None where it has none.

    `links[i]` is the first word of the cue that word i's source or content belongs
    to, -1 for all other words. `heads[i]` is the word's head, itself at a root.
    """

    id: str
    words: Words
    tags: list[int] | None = None
    links: list[int] | None = None
    entities: list[int] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    relations: list[str] | None = None
    starts: list[int] | None = None
    chains: list[list[Mention]] = field(default_factory=list)
    stances: list[Stanced] = field(default_factory=list)


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def polnear(
    folder: Path, split: str, nlp: Language, stances: Sequence[Path] = ()
) -> list[Labelled]:
    """PolNeAR's articles of a split, with CoreNLP's layers and our stance labels."""
    silver = {
        row["id"]: row
        for row in read_lines(folder / f"polnear-corenlp.{split}.jsonl.gz")
    }
    labels = _stance_labels(stances)
    articles = read_lines(folder / f"polnear.{split}.jsonl.gz")
    return [
        _polnear_article(row, silver.get(row["id"]), labels[row["id"]], nlp)
        for row in articles
    ]


class StanceLabel(NamedTuple):
    """A label as its file gives it; the topic in words, or by its offsets."""

    stances: tuple[str, ...]
    polarities: tuple[str, ...]
    topic: str
    topic_span: tuple[int, int] | None


StanceLabels: TypeAlias = dict[tuple[int, int], StanceLabel]
"""An article's labels by the offsets of the cue."""


def _stance_labels(paths: Iterable[Path]) -> dict[str, StanceLabels]:
    labels: dict[str, StanceLabels] = defaultdict(dict)
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                cue = (int(row["cue_start"]), int(row["cue_end"]))
                labels[row["doc"]][cue] = _stance_label(row)
    return labels


def _stance_label(row: dict[str, str]) -> StanceLabel:
    by_offset = "topic_start" in row
    span = (
        (int(row["topic_start"]), int(row["topic_end"]))
        if by_offset and row["topic_start"]
        else None
    )
    topic = "" if by_offset else _either(row, "topic")[0]
    return StanceLabel(_either(row, "stance"), _either(row, "polarity"), topic, span)


def _either(row: dict[str, str], name: str) -> tuple[str, ...]:
    """The label; of two annotators who differ, both, or what a third decided."""
    if single := row.get(name) or row.get(f"{name}_decided"):
        return (single,)
    both = (row[f"{name}_a"], row[f"{name}_b"])
    return tuple(dict.fromkeys(label for label in both if label))


def _polnear_article(
    row: dict[str, Any],
    silver: dict[str, Any] | None,
    labels: StanceLabels,
    nlp: Language,
) -> Labelled:
    found, align = aligned(row["text"], nlp)
    size = len(found.texts)
    tags, links = [0] * size, [-1] * size
    stances: list[Stanced] = []
    for attribution in row["attributions"]:
        if not attribution["cue"]:
            continue
        parts = {role: [align(*span) for span in attribution[role]] for role in ROLES}
        write_attribution(parts, tags, links)
        cue = (attribution["cue"][0][0], attribution["cue"][-1][1])
        stances.append(stanced(parts, labels.get(cue), found.texts, align))
    entities, chains = _silver_layers(silver, align, size)
    return Labelled(
        row["id"], found, tags, links, entities, chains=chains, stances=stances
    )


class Alignment:
    """Character spans to word ranges: every word that a span touches."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._at: dict[int, int] = {}
        for index, (start, end) in enumerate(spans):
            for offset in range(start, end):
                self._at[offset] = index

    def __call__(self, start: int, end: int) -> Mention:
        """The words that the span touches; none of them is (0, 0)."""
        touched = [self._at[i] for i in range(start, end) if i in self._at]
        return (touched[0], touched[-1] + 1) if touched else (0, 0)


def aligned(text: str, nlp: Language) -> tuple[Words, Alignment]:
    """A text's words, and which of them its characters are in."""
    doc = nlp.make_doc(text)
    found, indices = doc_words(doc)
    return found, Alignment([(doc[i].idx, doc[i].idx + len(doc[i])) for i in indices])


def write_attribution(
    parts: dict[str, list[Mention]], tags: list[int], links: list[int]
) -> None:
    """Write an attribution, as word ranges by role, into its text's tags and links."""
    cue = parts["cue"][0][0]
    for role, ranges in parts.items():
        begin = ROLE_TAGS.index(f"B-{role}")
        for start, end in ranges:
            if any(tags[start:end]):  # a token belongs to one attribution only
                continue
            for index in range(start, end):
                tags[index] = begin + (index > start)
                links[index] = -1 if role == "cue" else cue


def stanced(
    parts: dict[str, list[Mention]],
    label: StanceLabel | None,
    texts: Sequence[str],
    align: Alignment,
) -> Stanced:
    """The attribution, as word ranges by role, with its label if it has one."""
    source, cue, content = (
        tuple(i for start, end in parts[role] for i in range(start, end))
        for role in ("source", "cue", "content")
    )
    if label is None:
        return Stanced(source, cue, content)
    if label.topic_span:
        topic = tuple(range(*align(*label.topic_span)))
    else:
        topic = _find(label.topic, content, texts)
    return Stanced(source, cue, content, label.stances, label.polarities, topic)


def _find(
    topic: str, members: tuple[int, ...], texts: Sequence[str]
) -> tuple[int, ...]:
    wanted = topic.lower().replace("'s", " 's").replace("’s", " ’s").split()
    lowered = [texts[i].lower() for i in members]
    for at in range(len(lowered) - len(wanted) + 1):
        if wanted and lowered[at : at + len(wanted)] == wanted:
            return members[at : at + len(wanted)]
    return ()


def _silver_layers(
    silver: dict[str, Any] | None, align: Alignment, size: int
) -> tuple[list[int] | None, list[list[Mention]]]:
    if silver is None:
        return None, []
    entities = [0] * size
    for start, end, name in silver["entities"]:
        first, last = align(start, end)
        for index in range(first, last):
            entities[index] = ENTITY_TAGS.index(f"B-{name}") + (index > first)
    chains = [[align(*span) for span in chain] for chain in silver["coreference"]]
    return entities, [[m for m in chain if m[0] < m[1]] for chain in chains]


def treebank(path: Path) -> list[Labelled]:
    """The documents of a gzipped CoNLL-U file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        text = lines.read()
    documents = re.split(r"^# newdoc id = ", text, flags=re.MULTILINE)[1:]
    return [_treebank_document(document) for document in documents]


def _treebank_document(text: str) -> Labelled:
    name, _, body = text.partition("\n")
    columns: dict[str, list[Any]] = defaultdict(list)
    mentions = _Mentions()
    for sentence in body.split("\n\n"):
        paragraph = "# newpar" in sentence
        rows = [line.split("\t") for line in sentence.split("\n") if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        base = len(columns["form"])
        for position, row in enumerate(rows):
            head = int(row[6])
            columns["form"].append(row[1])
            columns["break"].append(2 if paragraph and position == 0 and base else 0)
            columns["lemma"].append(rule(row[1], row[2]))
            columns["upos"].append(row[3])
            columns["xpos"].append(row[4])
            columns["head"].append(base + (head - 1 if head else position))
            columns["relation"].append(row[7])
            columns["start"].append(int(position == 0))
            mentions.read(row[9], base + position)
    return Labelled(
        name,
        words(columns["form"], columns["break"]),
        upos=columns["upos"],
        xpos=columns["xpos"],
        lemmas=columns["lemma"],
        heads=columns["head"],
        relations=columns["relation"],
        starts=columns["start"],
        chains=mentions.chains(),
    )


class _Mentions:
    """GUM's `Entity=` brackets, read word by word into coreference chains."""

    def __init__(self) -> None:
        self._open: dict[str, list[int]] = defaultdict(list)
        self._chains: dict[str, list[Mention]] = defaultdict(list)

    def read(self, misc: str, index: int) -> None:
        value = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
        for mark in re.findall(r"\([^()]+\)?|[^()]+\)", value):
            number = mark.strip("()").split("-")[0]
            if mark.startswith("("):
                self._open[number].append(index)
            if mark.endswith(")") and self._open[number]:
                self._chains[number].append((self._open[number].pop(), index + 1))

    def chains(self) -> list[list[Mention]]:
        return [sorted(chain) for chain in self._chains.values() if len(chain) > 1]


def single_line_ends(document: Labelled) -> Labelled:
    """The document as a copy with single line ends between paragraphs shows it."""
    breaks = [min(gap, 1) for gap in document.words.breaks]
    return replace(document, words=document.words._replace(breaks=breaks))
