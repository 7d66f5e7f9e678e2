"""One article that fails stops no other, and none is read twice for nothing."""

from collections.abc import Iterable, Iterator

import pytest

from api.ingesting.extracting import Extracted, extracted, in_spells
from api.ingesting.journal import Journal
from api.ingesting.run import Run
from api.ingesting.tally import Tally
from extract.pipeline import Extractor
from extract.text_batches import BATCH, batches
from graph.store import Store
from ontology.claim import Article, Claim
from ontology.claim import Extractor as Program
from tests.graph.corpus import article, claim


class Reader(Extractor):
    """Reads one claim in each article, none in one of "boom", two alike in "twice"."""

    program = Program(name="onrecord", version="1")

    def __init__(self) -> None:
        self.read: list[str] = []

    def extract(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        for each in articles:
            if each.text == "boom":
                raise IndexError("list index out of range")
            self.read.append(each.text)
            found = claim(each, "Ann", "seeks", "truce", each.text)
            yield each, (found, found) if each.text == "twice" else (found,)


def texts(found: Iterable[Extracted]) -> list[str]:
    return [each.text for each, _ in found]


def test_an_article_that_fails_is_refused_and_the_others_go_on() -> None:
    tally = Tally()
    given = [article(text, source=f"{text}.txt") for text in ("one", "boom", "two")]
    assert texts(extracted(Reader(), given, tally)) == ["one", "two"]
    [refused] = tally.refused
    assert refused.source == "boom.txt"
    assert "IndexError('list index out of range')" in refused.reason


def test_without_spells_each_comes_before_the_next_is_read() -> None:
    reader, tally = Reader(), Tally()
    given = [article(text) for text in ("one", "boom", "two")]
    found = in_spells(reader, given, tally, seconds=0)
    assert texts([next(found)]) == reader.read == ["one"]
    assert texts(found) == ["two"]
    assert len(tally.refused) == 1


def test_of_a_spell_the_first_comes_at_once_and_the_others_together() -> None:
    reader = Reader()
    given = [article(text) for text in ("one", "two", "three")]
    found = in_spells(reader, given, Tally(), seconds=60)
    assert texts([next(found)]) == reader.read == ["one"]
    assert texts([next(found)]) == ["two"]
    assert reader.read == ["one", "two", "three"]
    assert texts(found) == ["three"]


def test_what_breaks_the_reading_of_inputs_is_no_fault_of_an_article() -> None:
    def broken() -> Iterator[Article]:
        yield article("one")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(extracted(Reader(), broken(), Tally()))


def test_batches_hold_some_characters_and_at_least_one_article() -> None:
    given = [article(str(n) * size) for n, size in enumerate((9, BATCH, BATCH + 5, 3))]
    assert [len(batch) for batch in batches(given)] == [1, 1, 1, 1]
    assert [len(batch) for batch in batches([*given[:1], *given[3:]])] == [2]
    assert list(batches([])) == []


def test_what_the_store_refuses_is_listed_and_the_others_are_stored() -> None:
    given = [article(text, source=f"{text}.txt") for text in ("one", "twice", "two")]
    with Store.open(None) as store, Journal(None, []) as journal:
        tally = Run(store, Reader(), journal).ingest(given)
        assert tally.outcomes == {"added": 2}
        assert [each.source for each in tally.refused] == ["twice.txt"]
        assert "two claims" in tally.refused[0].reason
        assert len(store.article_ids()) == 2


def test_what_was_read_before_is_not_read_again() -> None:
    given = [article(text, source=f"{text}.txt") for text in ("one", "two")]
    reader = Reader()
    with Store.open(None) as store, Journal(None, []) as journal:
        Run(store, reader, journal).ingest(given[:1])
        tally = Run(store, reader, journal).ingest(given)
        assert (tally.outcomes, tally.claims) == ({"unchanged": 1, "added": 1}, 2)
    assert reader.read == ["one", "two"]
