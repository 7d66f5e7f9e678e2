"""Reading while another process writes."""

import os
import signal
from pathlib import Path

import pytest

from graph.mapping.claims_rdf import to_rdf
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.errors import InUse, NotFound, StoreError
from tests.graph.corpus import talks
from tests.graph.faults import WRITER, start
from tests.graph.stored import dump
from tests.graph.versions import ARTICLES, records


def test_what_is_written_is_read_at_once(tmp_path: Path) -> None:
    with Store.open(tmp_path) as writer:
        writer.put(*talks())
        with Store.beside_writer(tmp_path) as reader:
            assert dump(reader) == dump(writer)
            assert find(reader, ClaimFilter()).total == 2
            with pytest.raises(StoreError, match="read only"):
                reader.remove(talks()[0].id)
            writer.remove(talks()[0].id)
            # the answers follow, the graphs when they are told to
            assert find(reader, ClaimFilter()).total == 0
            assert reader.article(talks()[0].id) == talks()[0]
            reader.refresh()
            with pytest.raises(NotFound):
                reader.article(talks()[0].id)
    assert not list(tmp_path.glob("reader-*"))


def test_what_the_answers_name_is_there(tmp_path: Path) -> None:
    article, claims = talks()
    with Store.open(tmp_path) as writer, Store.beside_writer(tmp_path) as reader:
        writer.put(article, claims)
        assert {each.article.id for each in find(reader, ClaimFilter()).claims} == {
            article.id
        }
        assert reader.article(article.id) == article
        assert reader.recorded(article.id) == claims
        assert dump(reader) == dump(writer)


def test_every_article_is_whole_whenever_it_is_read(tmp_path: Path) -> None:
    versions = [{each[0].id: each for each in records(v)} for v in "123456"]
    writer = start(WRITER, str(tmp_path), "1,2,3,4,5,6")
    assert writer.stdout
    writer.stdout.readline()
    seen: list[int] = []
    while writer.poll() is None and len(seen) < 50:
        with Store.beside_writer(tmp_path) as reader:
            for id in reader.article_ids():
                graph = set(reader.quads(reader.iris.article(id)))
                wholes = (set(to_rdf(*each[id], reader.iris)) for each in versions)
                assert graph in wholes
            seen.append(reader.revision)
    writer.communicate()
    assert seen == sorted(seen)
    with Store.open(tmp_path) as store:
        assert len(store.article_ids()) == ARTICLES


def test_what_a_killed_reader_left_is_removed(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from graph.store import"
        " Store; store = Store.beside_writer(Path(sys.argv[1]));"
        f" os.kill(os.getpid(), {int(signal.SIGKILL)})"
    )
    with Store.open(tmp_path) as writer:
        writer.put(*talks())
        start(code, str(tmp_path)).communicate()
        assert len(list(tmp_path.glob("reader-*"))) == 1
        with Store.beside_writer(tmp_path):
            [own] = tmp_path.glob("reader-*")
            assert own.name.startswith(f"reader-{os.getpid()}-")


def test_a_store_that_cannot_be_copied_is_in_use(tmp_path: Path) -> None:
    with Store.open(tmp_path):
        (tmp_path / "graph" / "CURRENT").unlink()
        with pytest.raises(InUse, match="try again later"):
            Store.beside_writer(tmp_path)
