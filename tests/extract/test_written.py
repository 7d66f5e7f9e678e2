from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from extract.encoding.labels import ROLE_TAGS
from extract.training.corpora import Labelled
from extract.training.written import ARTICLES, PASSAGES, articles, passages, unmarked
from ontology.stances import Polarity, Stance

NLP = spacy.blank("en")

TEXT = """\
=== first
[1 Nurses] {1 demands+ demand} <1 beds>

<2 “We won’t sign,”> [2 Asha Rao] {2 opposes- told} a rally, <2 “not today.”>
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "own.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize(("path", "read"), [(ARTICLES, articles), (PASSAGES, passages)])
def test_every_text_that_ships_can_be_learned_from(
    path: Path, read: Callable[[Path, Language], list[Labelled]]
) -> None:
    documents = read(path, NLP)
    assert len(documents) > 200
    assert len({document.id for document in documents}) == len(documents)
    for document in documents:
        assert document.stances, document.id
        for own in document.stances:
            assert own.stances[0] in set(Stance), document.id
            assert own.polarities[0] in set(Polarity), document.id


def test_marks_become_words(file: Path) -> None:
    (document,) = articles(file, NLP)
    _, own = document.stances

    def texts(rows: tuple[int, ...]) -> list[str]:
        return [document.words.texts[i] for i in rows]

    assert texts(own.source) == ["Asha", "Rao"]
    assert texts(own.cue) == ["told"]
    assert texts(own.content)[-4:] == ["not", "today", ".", "”"]
    assert (own.stances, own.polarities) == (("opposes",), ("-",))


def test_every_word_of_an_article_has_its_tag_and_its_cue(file: Path) -> None:
    (document,) = articles(file, NLP)
    assert document.tags is not None
    assert document.links is not None
    assert [ROLE_TAGS[tag] for tag in document.tags[:4]] == [
        "B-source",
        "B-cue",
        "B-content",
        "B-content",
    ]
    assert document.links[:3] == [1, -1, 1]
    outside = document.words.texts.index("rally")
    assert ROLE_TAGS[document.tags[outside]] == "O"
    assert document.links[outside] == -1


def test_of_a_passage_only_the_stances_are_known(file: Path) -> None:
    (document,) = passages(file, NLP)
    assert document.tags is None
    assert document.links is None
    assert len(document.stances) == 2


def test_the_text_has_no_marks_left() -> None:
    text, parts = unmarked("<1 “No,”> [1 she] {1 opposes- said}.")
    assert text == "“No,” she said."
    assert [text[p.start : p.end] for p in parts] == ["“No,”", "she", "said"]


@pytest.mark.parametrize(
    "text", ["{1 asserts0 said}", "<1 yes>", "{1 asks0 a} {1 asks0 b} <1 c>"]
)
def test_a_text_without_its_parts_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.txt"
    file.write_text(f"=== third\n{text}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="own:third: attribution 1"):
        articles(file, NLP)


@pytest.mark.parametrize("text", ["<1 [1 she]>", "she]"])
def test_marks_that_nest_or_close_nothing_are_told(text: str) -> None:
    with pytest.raises(ValueError, match="nests, or closes nothing"):
        unmarked(text)
