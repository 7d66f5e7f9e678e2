from pathlib import Path
from random import Random

import pytest

from graph.curation.curation import AGENTS, TOPICS
from graph.curation.reviews import Status
from graph.decisions import merge, nest, rename
from graph.derivation import RELATIONS, relate
from graph.dumps.reading import load
from graph.export import export
from graph.mapping.iris import DEFAULT_BASE
from graph.outcome import Outcome
from graph.review import review
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.errors import BadInput
from tests.graph.dispute import ARTICLES, ECHO, PRISONERS, store
from tests.graph.newsroom import DECISION

NOON = "2025-03-11T12:00:00Z"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    path = tmp_path / "dump.nq"
    with store() as filled:
        review(filled, PRISONERS.id, Status.REJECTED, by="Ada", at=NOON)
        export(filled, "nq", path)
    return path


@pytest.mark.parametrize("base", [DEFAULT_BASE, "https://news.example/"])
def test_a_dump_brings_back_the_same_records(dump: Path, base: str) -> None:
    with Store.open(None, base=base) as other:
        found = load(other, dump)
        assert (found.outcomes, found.reviews) == ({Outcome.ADDED: 3}, 1)
        assert found.refused == ()
        for article, claims in ARTICLES.items():
            assert other.article(article.id) == article
            assert set(other.recorded(article.id)) == set(claims)
        assert PRISONERS not in other.claims_of(ECHO.id)


def test_a_file_whose_graphs_are_mixed_is_read_too(dump: Path) -> None:
    lines = dump.read_text().splitlines(keepends=True)
    Random(1).shuffle(lines)
    dump.write_text("".join(lines))
    with Store.open(None) as other:
        assert load(other, dump).outcomes == {Outcome.ADDED: 3}
        assert set(other.recorded(ECHO.id)) == set(ARTICLES[ECHO])


@pytest.mark.parametrize("base", [DEFAULT_BASE, "https://news.example/"])
def test_what_persons_decided_and_what_was_derived_comes_along(
    tmp_path: Path, base: str
) -> None:
    with store() as filled:
        merge(filled, AGENTS, "Arland", "Cerland", DECISION)
        merge(filled, TOPICS, "neutrality", "constitution", DECISION)
        rename(filled, "truce", "cease-fire", DECISION)
        nest(filled, "prisoners", "truce", DECISION)
        derived = relate(filled)
        export(filled, "nq", tmp_path / "dump.nq")
        answers = find(filled, ClaimFilter(), limit=1000).claims
    with Store.open(None, base=base) as other:
        found = load(other, tmp_path / "dump.nq")
        assert (found.names, found.relations) == (3, derived.total())
        assert set(find(other, ClaimFilter(), limit=1000).claims) == set(answers)
        assert find(other, ClaimFilter.of(topic="truce", speaker="Cerland")).total > 0
        assert any(other.quads(other.iris.graph(RELATIONS)))
        makers = {each.by for each in other.curation.changes.decisions.values()}
        assert makers == {DECISION.by}
        assert load(other, tmp_path / "dump.nq").names == 0


def test_the_store_s_own_labels_hold(tmp_path: Path) -> None:
    with store() as filled:
        rename(filled, "truce", "cease-fire", DECISION)
        export(filled, "nq", tmp_path / "dump.nq")
    with store() as other:
        rename(other, "truce", "armistice", DECISION)
        assert load(other, tmp_path / "dump.nq").names == 0
        assert other.curation.changes.labels == {"truce": "armistice"}


def test_a_second_load_changes_nothing(dump: Path) -> None:
    with Store.open(None) as other:
        load(other, dump)
        revision = other.revision
        assert load(other, dump).outcomes == {Outcome.UNCHANGED: 3}
        assert other.revision == revision


def test_a_line_that_is_torn_is_named(dump: Path) -> None:
    dump.write_text(dump.read_text() + "<https://x.example/> <")
    with Store.open(None) as other, pytest.raises(BadInput, match=r"dump\.nq: .*line"):
        load(other, dump)
