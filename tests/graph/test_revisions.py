"""An article that changed is kept twice and counts once."""

import io
from pathlib import Path

import pytest

from graph.care import check, reindex
from graph.dumps.reading import load
from graph.export import export
from graph.features.revised import revised
from graph.revisions import current, next_revision, revisions
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from graph.validate import validate
from ontology.errors import NotFound
from tests.graph.corpus import article, claim
from tests.graph.one_page import page, put, sentences


def answers(store: Store) -> set[str]:
    return {claim.content.text for claim in find(store, ClaimFilter()).claims}


def test_what_changed_is_a_revision_and_the_old_one_is_kept(store: Store) -> None:
    first, second = put(store, page("One. Two.")), put(store, page("Two. Three."))
    assert second.revision_of == first.id
    assert revisions(store, first.id) == revisions(store, second.id) == (first, second)
    assert answers(store) == {"Two", "Three"}
    old = store.claims_of(first.id)
    assert [store.claim(each.id) for each in old] == list(old)
    assert store.sparql(
        f"ASK {{ <{store.iris.article(second.id).value}> prov:wasRevisionOf"
        f" <{store.iris.article(first.id).value}> }}"
    )
    assert check(store) == ()
    assert validate(store).conforms


def test_the_same_text_is_the_same_article(store: Store) -> None:
    first = put(store, page("One."))
    second = put(store, page("Two."))
    assert next_revision(store, page("Two.", title="Now with a title")) == (
        second.model_copy(update={"title": "Now with a title"})
    )
    assert current(store, page("anything")) == second
    assert current(store, page("Two.", url="https://news.example/b")) is None
    assert first != second


def test_a_text_that_comes_back_is_a_third_revision(store: Store) -> None:
    found = [put(store, page(text)) for text in ("One.", "Two.", "One.", "Two.")]
    assert len({each.id for each in found}) == 4
    assert revisions(store, found[1].id) == tuple(found)
    assert answers(store) == {"Two"}
    assert next_revision(store, page("Two.")) == found[3]


def test_an_archive_of_versions_read_again_brings_nothing_back(store: Store) -> None:
    archive = [
        page(text, retrieved=f"2025-03-{day}T08:00:00Z", raw_sha256=text)
        for day, text in ((11, "One."), (12, "Two."), (13, "One."))
    ]
    one, two, restored = (put(store, each) for each in archive)
    again = [next_revision(store, each).id for each in archive]
    assert again == [restored.id, two.id, restored.id] != [one.id, two.id, restored.id]
    later = archive[1].model_copy(update={"retrieved": "2025-03-14T08:00:00Z"})
    assert next_revision(store, later).revision_of == restored.id


@pytest.mark.parametrize(
    ("url", "source"),
    [
        (None, "-"),
        (None, "lines.jsonl:3"),
        ("https://news.example/", "https://news.example/"),
    ],
)
def test_what_is_no_place_has_no_revisions(
    store: Store, url: str | None, source: str
) -> None:
    for text in ("One.", "Two."):
        put(store, article(text, url=url, source=source))
    assert answers(store) == {"One", "Two"}


def test_a_file_that_changed_is_revised(store: Store) -> None:
    for text in ("One.", "Two."):
        put(store, article(text, source="notes/a.txt"))
    assert answers(store) == {"Two"}


def test_it_counts_the_same_however_it_is_built(store: Store, tmp_path: Path) -> None:
    for text in ("One. Two.", "Two. Three.", "Three. Four."):
        put(store, page(text))
    expected = answers(store)
    assert expected == {"Three", "Four"}
    reindex(store)
    assert answers(store) == expected
    out = io.BytesIO()
    export(store, "nq", out)
    (tmp_path / "dump.nq").write_bytes(out.getvalue())
    for first in ([], [article("Other.")]):  # in bulk, and one by one
        with Store.open(None) as other:
            for each in first:
                other.put(each, ())
            load(other, tmp_path / "dump.nq")
            assert answers(other) == expected
            assert check(other) == ()


def test_a_revision_taken_out_leaves_the_one_before(store: Store) -> None:
    one, two, three = (put(store, page(text)) for text in ("One.", "Two.", "Three."))
    store.remove(two.id)
    assert answers(store) == {"Three"}
    assert [each.id for each in revisions(store, one.id)] == [one.id, three.id]
    store.remove(three.id)
    assert answers(store) == {"One"}
    assert check(store) == ()
    with pytest.raises(NotFound):
        revisions(store, three.id)


def test_statements_that_came_went_and_changed_are_told() -> None:
    before, after = page("One. Two. Three."), page("Zero. Two. Three. Four.")
    old, new = sentences(before), sentences(after)
    new[2] = claim(after, "Borland", "opposes", "truce", "Three")
    found = revised(old, new)
    assert [each.content.text for each in found.added] == ["Zero", "Four"]
    assert [each.content.text for each in found.removed] == ["One"]
    ((changed),) = found.changed
    assert changed.fields == ("speaker", "stance", "polarity")
