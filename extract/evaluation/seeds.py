"""The claims found in articles against what a careful reader finds there.

A gold claim is an `anchor` (words of its content) with the acceptable speakers,
stances and topics, and its date where the text dates it.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.pipeline import Extractor
from ontology import topics as schemes
from ontology.claim import Article, Claim, Span
from ontology.ids import article_id

ASPECTS = ("speaker", "stance", "topic", "date", "quote")
"""What of a found claim is compared; an aspect that the gold leaves out is not."""


@dataclass
class Score:
    """How many gold claims were found, and of those how many right, by aspect."""

    gold: int = 0
    found: int = 0
    extracted: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    furniture: int = 0
    misses: list[str] = field(default_factory=list)
    """What was not found or not right, in words."""


def score(
    extractor: Extractor, gold: Path, folder: Path, *, half: str | None = None
) -> Score:
    """The score of the articles in `folder` that the gold file (or its half) names."""
    rows = json.loads(gold.read_text(encoding="utf-8"))
    wanted = [row for row in rows if half in (None, row.get("half"))]
    result = Score()
    articles = [_article(folder / f"{row['id']}.txt") for row in wanted]
    for row, (article, claims) in zip(wanted, extractor.extract(articles), strict=True):
        _score_article(article, claims, row, result)
    return result


def _article(path: Path) -> Article:
    text = path.read_text(encoding="utf-8")
    return Article(id=article_id(text), source=str(path), text=text)


def _score_article(
    article: Article, claims: Sequence[Claim], row: dict[str, Any], result: Score
) -> None:
    result.extracted += len(claims)
    for wanted in row["claims"]:
        result.gold += 1
        places = _places(article.text, wanted)
        candidates = [c for c in claims if _covers(article.text, c, places)]
        if not candidates:
            result.misses.append(f"{row['id'][:3]} not found: {wanted['anchor']}")
            continue
        result.found += 1
        verdicts = [dict(_verdicts(claim, wanted)) for claim in candidates]
        best = max(verdicts, key=lambda verdict: sum(verdict.values()))
        for aspect, right in best.items():
            result.asked[aspect] += 1
            result.right[aspect] += right
        wrong = [aspect for aspect, right in best.items() if not right]
        if wrong:
            shown = candidates[verdicts.index(best)]
            result.misses.append(
                f"{row['id'][:3]} {wrong}: {wanted['anchor']} | {_shown(shown)}"
                f" | gold {', '.join(str(wanted[aspect]) for aspect in wrong)}"
            )
    for unwanted in row["not"]:
        places = _places(article.text, unwanted)
        result.furniture += any(_covers(article.text, c, places) for c in claims)


def _shown(claim: Claim) -> str:
    topics = ", ".join(topic.label for topic in claim.topics)
    date = claim.date.edtf
    return f"{claim.speaker.name} {claim.stance} [{topics}] {date} {claim.quote}"


def _covers(text: str, claim: Claim, places: Sequence[range]) -> bool:
    """Whether cue and content hold the anchor, at least in part in the content."""
    content = _characters(claim.content.spans)
    for again in claim.repeats:
        content |= _characters(again.content)
    everything = content | _characters(claim.cue.spans)
    return any(
        all(i in everything or not text[i].isalnum() for i in place)
        and any(i in content for i in place)
        for place in places
    )


def _characters(spans: Sequence[Span]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _places(text: str, gold: dict[str, Any]) -> list[range]:
    """Where the anchor stands: at its span, or wherever its words are."""
    if "span" in gold:
        return [range(*gold["span"])]
    words = re.escape(gold["anchor"])
    return [range(*m.span()) for m in re.finditer(words, text, re.IGNORECASE)]


def _verdicts(claim: Claim, wanted: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    names = {claim.speaker.name, *(agent.name for agent in claim.speaker.represents)}
    accepted = {_bare(name) for name in wanted["speaker"]}
    yield "speaker", bool({_bare(name) for name in names} & accepted)
    yield "stance", claim.stance in wanted["stance"]
    if "topic" in wanted:
        yield "topic", any(_same_topic(claim, name) for name in wanted["topic"])
    if "date" in wanted:
        yield "date", _same_date(claim, wanted["date"])
    if "quote" in wanted:
        yield "quote", claim.quote == wanted["quote"]


def _bare(name: str) -> str:
    """The name in lower case, with plain apostrophes, without its article: "the
    nurses’ union" is "nurses' union"."""
    return re.sub(r"^(?:the|an?) ", "", name.lower().replace("’", "'"))


def _same_topic(claim: Claim, name: str) -> bool:
    """The named concept or one below it; of a minted topic, all of the name's words,
    in the singular or the plural."""
    scheme = schemes.load()
    concept = scheme.named(name)
    accepted = scheme.narrower(concept.id) if concept else frozenset[str]()
    words = _words(name)
    return any(
        topic.id in accepted or words <= _words(topic.label) for topic in claim.topics
    )


def _words(label: str) -> set[str]:
    return {word.removesuffix("s") for word in label.lower().split()}


def _same_date(claim: Claim, date: str) -> bool:
    """By its words, or as EDTF; `--03-04` is that day of whatever year."""
    edtf = claim.date.edtf or ""
    if date.startswith("--"):
        return edtf.endswith(date[1:])
    return edtf == date or date.lower() in (claim.date.text or "").lower()


def report(result: Score) -> str:
    """The figures, then every miss."""
    rows = [("claims found", result.found, result.gold)]
    rows += [(aspect, result.right[aspect], result.asked[aspect]) for aspect in ASPECTS]
    lines = [
        f"{name:<14}{right:>4}/{asked:<4}{100 * right / max(asked, 1):6.1f} %"
        for name, right, asked in rows
    ]
    lines.append(f"from furniture {result.furniture}; extracted {result.extracted}")
    return "\n".join([*lines, "", *result.misses])
