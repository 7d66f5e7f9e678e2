from pathlib import Path

import pytest

from graph.dumps import load
from graph.export import export
from graph.iris import DEFAULT_BASE
from graph.outcome import Outcome
from graph.review import review
from graph.reviews import Status
from graph.store import Store
from ontology.errors import BadInput
from tests.graph.dispute import ARTICLES, ECHO, PRISONERS, store

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
