"""The Python client against a server that runs."""

import threading
import time
from collections.abc import Iterator

import httpx
import pandas
import pytest
import uvicorn

from api.app import create_app
from api.client import Client, NotAllowed, ServerFailed, TryLater, Unreachable
from api.settings import Settings
from graph.search.timeline import Split
from graph.store import Store
from ontology.errors import BadInput, NotFound
from ontology.stances import Stance
from tests.api.conftest import fill, harbour

ARTICLE, CLAIMS = harbour()


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with Store.open(None) as store:
        fill(store)
        app = create_app(store, Settings())
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        with Client(f"http://127.0.0.1:{port}", seconds=120) as client:
            yield client
        server.should_exit = True
        thread.join()


def test_claims_come_page_by_page(client: Client) -> None:
    found = client.claims(page=2)
    assert found.total == 6
    assert len({claim.id for claim in found}) == 6
    assert len(found.first(3)) == 3
    assert set(client.claims(speaker=["Norland", "Harbour Union"])) == set(CLAIMS)


def test_claims_are_the_record_itself(client: Client) -> None:
    [demand] = client.claims(stance=Stance.DEMANDS, since="2025-03", until="2025")
    assert demand == CLAIMS[0] == client.claim(demand.id)
    whole = client.article(demand.article.id)
    assert whole.article == ARTICLE
    assert set(whole.claims) == set(CLAIMS)


def test_questions(client: Client) -> None:
    assert client.suggest("harb").agents[0].id == "harbour-union"
    assert next(client.agents("harbour")).claims == 2
    assert len({agent.id for agent in client.agents(page=1)}) == 4
    assert client.agent("Ana Brandt").months.buckets[0].counts == {"+": 1}
    assert next(client.topics("delay")).claims == 2
    assert len({topic.id for topic in client.topics(page=2)}) == 5
    assert client.topic("delay").speakers[0].claims == 1
    assert client.positions(speaker="Li")[0].claim.topics[0].id == "bridge"
    assert client.shifts("Norland") == client.shifts(speaker="Li") == ()
    assert client.claims(q="speaker:Norland -stance:demands").total == 1


def test_questions_of_two_and_of_time(client: Client) -> None:
    compared = client.compare("Norland", "Harbour Union")
    assert [each.topic.label for each in compared.only_second] == ["toll"]
    [demand] = client.answers(unanswered=True)
    assert (demand.demand, demand.days) == (CLAIMS[0], None)
    [month] = client.timeline(split=Split.STANCE, speaker="Norland").buckets
    assert month.counts == {"demands": 1}
    path, *_ = client.paths("Ana Brandt", "Harbour Union").paths
    assert all(hop.claims for hop in path.hops)
    assert "delay" in {each.id for each in client.neighbours("Ana Brandt").nodes}


def test_a_table_of_claims(client: Client) -> None:
    frame = client.claims(speaker="Norland").to_dataframe()
    assert list(frame["content"]) == [
        "We need binding guarantees",
        "the union hopes for a delay",
    ]
    assert frame["earliest"][0] == pandas.Timestamp("2025-03-11")
    assert pandas.isna(frame["earliest"][1])
    assert frame["confidence"].mean() == pytest.approx(0.9)
    assert len(client.claims().to_dataframe(most=4)) == 4
    assert client.claims(speaker="nobody").to_dataframe().empty


def test_a_notebook_shows_text_and_never_markup(client: Client) -> None:
    shown = client.claims()._repr_html_()
    assert "6 of 6 claims" in shown
    assert "https://news.example/harbour" in shown
    [hostile] = client.claims(stance="accuses")
    for html in (shown, hostile._repr_html_()):
        assert "<script" not in html
        assert "<img" not in html
        assert "javascript:" not in html
        assert "&lt;img" in html


def test_errors_have_types(client: Client) -> None:
    with pytest.raises(NotFound, match="no claim has the id 'x'"):
        client.claim("x")
    with pytest.raises(NotFound):
        client.claim("../stats")
    with pytest.raises(BadInput, match="stance"):
        client.claims(stance="mood").first(1)
    with (
        Client("http://127.0.0.1:1") as nobody,
        pytest.raises(Unreachable, match=r"127\.0\.0\.1:1"),
    ):
        nobody.claim("x")


@pytest.mark.parametrize(
    ("status", "error"),
    [(401, NotAllowed), (403, NotAllowed), (429, TryLater), (503, TryLater),
     (500, ServerFailed), (302, ServerFailed), (200, ServerFailed)],
)  # fmt: skip
def test_what_is_no_answer_is_an_error(status: int, error: type[Exception]) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == "Bearer k"
        return httpx.Response(status, headers={"retry-after": "7"}, text="[]")

    with (
        Client(key="k", transport=httpx.MockTransport(answer)) as client,
        pytest.raises(error) as raised,
    ):
        client.claim("x")
    assert getattr(raised.value, "seconds", 7) == 7
