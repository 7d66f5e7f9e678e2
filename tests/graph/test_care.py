from pathlib import Path

import pytest

from graph.backups import backup, restore
from graph.care import check, compact, overview, reindex, stats
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.errors import StoreError
from tests.graph.corpus import talks
from tests.graph.stored import dump


def test_stats_count_what_is_there(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put(*talks())
        found = stats(store)
        assert (found.articles, found.claims, found.reviews) == (1, 2, 0)
        assert found.revision == 1
        assert found.quads == len(store.graph)
        assert found.graph_size > found.read_model_size > 0
    with Store.open(None) as store:
        assert stats(store).graph_size == 0


def test_what_answers_are_made_of_is_known_at_once() -> None:
    with Store.open(None) as store:
        store.put(*talks())
        found = overview(store)
        assert (found.articles, found.claims, found.revision) == (1, 2, 1)


def test_check_names_what_does_not_fit(tmp_path: Path) -> None:
    first, second = talks(), talks("“Stop,” he said. We will. talks")
    with Store.open(tmp_path) as store:
        store.put(*first)
        assert check(store) == ()
        store.read_model.put(first[0], (), 1)
        store.read_model.put(*second, 2)
        assert check(store) == (
            "the read model is at revision 2, the store at 1",
            f"article {second[0].id} is in the read model only",
            f"article {first[0].id} has other claims in the read model",
        )
        reindex(store)
        assert check(store) == ()


def test_compacting_loses_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put(*talks())
        before = dump(store)
        compact(store)
        assert dump(store) == before
        assert find(store, ClaimFilter()).total == 2


def test_a_backup_can_be_restored(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copies" / "monday"
    with Store.open(data) as store:
        store.put(*talks())
        before = dump(store)
        backup(store, copy)
        store.put(*talks("“Stop,” he said. We will. talks"))
    restore(copy, tmp_path / "new")
    restore(copy, data, replace=True)
    for place in (data, tmp_path / "new", copy):
        with Store.open(place) as store:
            assert dump(store) == before
            assert check(store) == ()
    assert {entry.name for entry in tmp_path.iterdir()} == {"data", "copies", "new"}


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy"
    with Store.open(data) as store:
        store.put(*talks())
        copy.mkdir()
        with pytest.raises(StoreError, match="exists; name a new folder"):
            backup(store, copy)
        with pytest.raises(StoreError, match="in use by"):
            restore(data, data, replace=True)
    with pytest.raises(StoreError, match="holds data"):
        restore(data, data)
    with pytest.raises(StoreError, match="not a backup"):
        restore(copy, tmp_path / "new")
    with Store.open(None) as store, pytest.raises(StoreError, match="export it"):
        backup(store, tmp_path / "other")
