"""The whole way from text to claims, with the model that ships."""

from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.pipeline import Extractor, load
from extract.segments import LONGEST
from ontology.claim import Article, Claim
from ontology.ids import article_id

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("seeds/*.txt"), *ROOT.glob("tests/gold/articles/*.txt")])

SAYING = "Mayor Ruth Lindqvist said the harbour must stay open. "

PIECES = st.sampled_from(
    ["“We will strike,” ", "said Ana Souza. ", "\n\n", '"', "\u200f", "𝒳 ", "é", SAYING,
     "According to Oslo, ", "he denied it; ", "\ufeff", "Share", "On March 4, ",
     "‘", "She suggested: , ", " , which "]
)  # fmt: skip
"""Fragments that make odd texts: quotation marks astray, wide and invisible marks."""


def article(text: str) -> Article:
    return Article(id=article_id(text), source="test.txt", text=text)


def claims(extractor: Extractor, text: str) -> tuple[Claim, ...]:
    [(_, found)] = extractor.extract([article(text)])
    return found


MARKS = '"”»'
"""What closes a quotation; the stop before it is left out of a readable content."""


def assert_exact(text: str, claim: Claim) -> None:
    """Every quoted string of a claim is the text at its offsets."""
    assert claim.cue.text == text[slice(*claim.cue.spans[0])]
    if claim.source.spans:
        assert claim.speaker.mention in text
    places = [*claim.source.spans, *claim.cue.spans, *claim.content.spans]
    for again in claim.repeats:
        places += [*again.source, *again.cue, *again.content]
    assert all(0 <= start < end <= len(text) for start, end in places)
    words = " ".join(text[start:end] for start, end in claim.content.spans)
    assert all(word.strip(MARKS) in words for word in claim.content.text.split())


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The pilots accused the airline of greed.", "airline"),
        ("The nurses urged the council to cut rents.", "council"),
        ("The board asked the mayor whether fees would rise.", None),
    ],
)
def test_only_what_is_aimed_at_somebody_has_a_target(
    extractor: Extractor, text: str, target: str | None
) -> None:
    (claim,) = claims(extractor, text)
    assert (claim.target and claim.target.name) == target


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_span_is_exact(extractor: Extractor, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    found = claims(extractor, text)
    assert found
    for claim in found:
        assert_exact(text, claim)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(PIECES, min_size=1, max_size=12).map("".join))
def test_odd_texts_come_through_with_exact_spans(
    extractor: Extractor, text: str
) -> None:
    for claim in claims(extractor, text):
        assert_exact(text, claim)


def test_articles_keep_their_order_and_are_read_alike_in_any_company(
    extractor: Extractor,
) -> None:
    articles = [article(file.read_text(encoding="utf-8")) for file in FILES[:4]]
    together = list(extractor.extract(articles))
    assert [own.id for own, _ in together] == [own.id for own in articles]
    alone = [next(iter(extractor.extract([own])))[1] for own in articles]
    assert [[c.id for c in own] for _, own in together] == [
        [c.id for c in own] for own in alone
    ]


def test_ids_are_the_same_in_a_second_run(extractor: Extractor) -> None:
    text = FILES[0].read_text(encoding="utf-8")
    assert claims(extractor, text) == claims(extractor, text)


@pytest.mark.parametrize("text", ["", " \n ", "?", "\ufeff", "Nothing is said here."])
def test_a_text_without_attributions_has_no_claims(
    extractor: Extractor, text: str
) -> None:
    assert claims(extractor, text) == ()


def test_a_very_long_article_is_read_to_its_end(extractor: Extractor) -> None:
    filler = "The ferry left at noon and came back at night.\n"
    text = filler * (LONGEST // len(filler) + 5) + SAYING
    (claim,) = claims(extractor, text)[-1:]
    assert claim.content.text == "the harbour must stay open"
    assert_exact(text, claim)


def test_a_users_own_pipeline_supplies_the_entities(tmp_path: Path) -> None:
    own = spacy.blank("en")
    ruler = own.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ruth Lindqvist"}])  # type: ignore[attr-defined]
    own.to_disk(tmp_path / "own")
    extractor = load(tagger=str(tmp_path / "own"))
    doc = extractor.nlp(SAYING)
    assert [entity.text for entity in doc.ents] == ["Ruth Lindqvist"]
    assert claims(extractor, SAYING)[0].speaker.name == "Ruth Lindqvist"
    assert extractor.program != load().program


def test_a_date_in_the_text_dates_the_article(extractor: Extractor) -> None:
    text = f"OSLO, March 3, 2025 (Agency) - {SAYING}"
    [(dated, found)] = extractor.extract([article(text)])
    assert dated.published == "2025-03-03"
    assert found[0].article.published == "2025-03-03"
