import sqlite3
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from graph.search.query import find
from ontology.claim import Article, Claim, Topic
from ontology.errors import NotFound
from tests.graph.corpus import agent, article, claim, filled

ONE, TWO = article("One."), article("Two.", published="not a date")
FIRST = claim(ONE, "Arland", "demands", "truce", "first words", "2022-03-01")
SECOND = claim(TWO, "Borland", "opposes", "truce", "second words", "2022-03-02")


MODEL = filled(FIRST, SECOND)


def dump(model: ReadModel) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the tables that hold claims, names of things left out."""
    tables = ("article", "claim", "claim_topic", "represents", "record")
    with model.reading() as db:
        return {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables}


def test_a_second_put_changes_nothing() -> None:
    model = filled(FIRST, SECOND)
    before = dump(model)
    model.put(ONE, [FIRST], 7)
    assert model.revision == 7
    after = dump(model)
    assert {name: len(rows) for name, rows in before.items()} == {
        name: len(rows) for name, rows in after.items()
    }
    assert find(model, ClaimFilter(text="first")).claims == (FIRST,)


def test_a_put_replaces_what_the_article_had() -> None:
    model = filled(FIRST, SECOND)
    changed = FIRST.model_copy(
        update={"topics": (Topic(id="talks", label="talks"),), "confidence": 0.2}
    )
    model.put(ONE, [changed], 3)
    assert find(model, ClaimFilter.of(topic="talks")).claims == (changed,)
    assert find(model, ClaimFilter.of(topic="truce")).claims == (SECOND,)


def test_a_removed_article_leaves_no_claim() -> None:
    model = filled(FIRST, SECOND)
    model.remove(ONE.id, 3)
    assert find(model, ClaimFilter()).claims == (SECOND,)
    assert find(model, ClaimFilter(text="first")).claims == ()
    model.remove("nothing", 4)
    model.remove(TWO.id, 5)
    assert not any(dump(model).values())
    with model.reading() as db:
        counts = db.execute("SELECT sum(claims) FROM agent").fetchone()
        db.execute("INSERT INTO claim_text (claim_text) VALUES ('integrity-check')")
    assert counts == (0,)


def test_a_delegate_counts_only_while_an_article_says_so() -> None:
    minister = claim(ONE, agent("Ann Orlov", "Arland"), "demands", "truce", "a")
    elsewhere = claim(TWO, "Ann Orlov", "asserts", "truce", "b")
    model = filled(minister, elsewhere)
    assert find(model, ClaimFilter.of(speaker="Arland")).total == 2
    model.remove(ONE.id, 3)
    assert find(model, ClaimFilter.of(speaker="Arland")).total == 0


def test_load_gives_the_same_as_one_by_one(tmp_path: Path) -> None:
    one_by_one = filled(FIRST, SECOND)
    model = ReadModel.open(tmp_path / "read.sqlite")
    with model.loading(2) as put:
        for each, claims in ((ONE, [FIRST]), (TWO, [SECOND]), (ONE, [FIRST])):
            put(each, claims)
    assert {name: len(rows) for name, rows in dump(model).items()} == {
        name: len(rows) for name, rows in dump(one_by_one).items()
    }
    assert find(model, ClaimFilter()) == find(one_by_one, ClaimFilter())
    model.close()


def test_a_load_that_fails_leaves_it_as_it_was() -> None:
    model = filled(FIRST)

    def broken() -> None:
        with model.loading(9) as put:
            put(TWO, [SECOND])
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        broken()
    assert find(model, ClaimFilter()).claims == (FIRST,)
    assert model.revision == 1


def test_it_is_there_when_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "read.sqlite"
    model = ReadModel.open(path)
    model.put(ONE, [FIRST], 1)
    model.close()
    again = ReadModel.open(path)
    assert again.claim(FIRST.id) == FIRST
    assert again.revision == 1
    again.close()


@pytest.mark.parametrize("damage", ["garbage", "format", "empty"])
def test_a_file_that_cannot_be_read_is_begun_anew(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "read.sqlite"
    model = ReadModel.open(path)
    model.put(ONE, [FIRST], 1)
    model.close()
    if damage == "format":
        db = sqlite3.connect(path)
        db.execute("UPDATE meta SET value = '0' WHERE name = 'format'")
        db.commit()
        db.close()
    else:
        path.write_bytes(b"no database" * 500 if damage == "garbage" else b"")
    again = ReadModel.open(path)
    assert again.revision == 0
    assert find(again, ClaimFilter()).total == 0
    again.close()


def test_a_refill_leaves_nothing_of_what_was_there() -> None:
    model = filled(FIRST, SECOND)
    changes = model.changes
    model.refill([(ONE, [FIRST])], 7)
    assert model.revision == 7
    assert model.changes > changes
    assert find(model, ClaimFilter()).claims == (FIRST,)
    assert find(model, ClaimFilter(text="second")).total == 0


def test_until_a_refill_is_done_the_old_articles_are_read(tmp_path: Path) -> None:
    model = ReadModel.open(tmp_path / "read.sqlite")
    model.put(ONE, [FIRST], 1)

    def asked_meanwhile() -> Iterator[tuple[Article, list[Claim]]]:
        assert find(model, ClaimFilter()).claims == (FIRST,)
        yield TWO, [SECOND]
        assert find(model, ClaimFilter()).claims == (FIRST,)

    model.refill(asked_meanwhile(), 2)
    assert find(model, ClaimFilter()).claims == (SECOND,)
    model.close()


def test_a_refill_that_fails_changes_nothing(tmp_path: Path) -> None:
    model = ReadModel.open(tmp_path / "read.sqlite")
    model.put(ONE, [FIRST], 1)

    def unreadable() -> Iterator[tuple[Article, list[Claim]]]:
        yield TWO, [SECOND]
        raise ValueError("a graph that cannot be read")

    with pytest.raises(ValueError, match="cannot be read"):
        model.refill(unreadable(), 2)
    assert find(model, ClaimFilter()).claims == (FIRST,)
    assert model.revision == 1
    model.close()


def test_of_several_who_ask_at_once_one_makes_the_answer(tmp_path: Path) -> None:
    model = ReadModel.open(tmp_path / "read.sqlite")
    asked, made = threading.Barrier(4), list[int]()

    def answer() -> int:
        time.sleep(0.05)  # the others ask meanwhile
        made.append(model.changes)
        return model.changes

    def ask(_: int) -> int:
        asked.wait()
        return model.remembered("how often", answer)

    with ThreadPoolExecutor(4) as pool:
        for revision in (1, 2):
            model.put(ONE, [FIRST], revision)
            assert set(pool.map(ask, range(4))) == {model.changes}
            assert made.count(model.changes) == 1
    model.close()


def test_unknown_claims_are_named() -> None:
    with pytest.raises(NotFound, match="abc"):
        filled(FIRST).claim("abc")


def test_readers_in_threads_see_whole_articles(tmp_path: Path) -> None:
    model = ReadModel.open(tmp_path / "read.sqlite")
    several = [
        claim(ONE, "Arland", "demands", "truce", f"words {n}", "2022-03-01")
        for n in range(5)
    ]
    seen: set[int] = set()

    def read() -> None:
        seen.update(find(model, ClaimFilter()).total for _ in range(50))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for revision in range(20):
        model.put(ONE, several if revision % 2 else [], revision)
    for thread in threads:
        thread.join()
    model.close()
    assert seen <= {0, 5}


@settings(deadline=None)
@given(st.text(min_size=1))
def test_any_name_can_be_asked_for(name: str) -> None:
    for field in ("speaker", "topic", "outlet", "text", "role", "addressee"):
        find(MODEL, ClaimFilter.of(**{field: name}))
