"""The W3C protocol suite against a running server."""

from collections.abc import Iterator

import httpx
import pytest

from api.access.keys import Keys, Role
from graph.store import Store
from tests.api.serving import serving
from tests.api.sparql.protocol_suite import (
    SUITE,
    UPDATE,
    Case,
    Request,
    documents,
)

RAN: set[str] = set()


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    data = tmp_path_factory.mktemp("protocol") / "data"
    Store.open(data).close()
    secret = Keys(data).add("suite", Role.WRITE)
    with (
        serving("--data", str(data), "--write") as (_, address),
        httpx.Client(
            base_url=address,
            headers={"authorization": f"Bearer {secret}"},
            timeout=30,
        ) as client,
    ):
        yield client


@pytest.mark.parametrize("name", SUITE)
def test_case(endpoint: httpx.Client, name: str) -> None:
    case: Case = SUITE[name]
    if case.loaded:
        loaded = documents(*case.loaded)
        answer = endpoint.post(
            "/sparql", content=loaded, headers={"content-type": UPDATE}
        )
        assert answer.status_code == 204, answer.text
    for request in case.requests:
        answer = endpoint.request(
            request.method,
            request.address,
            content=request.body,
            headers=request.headers,
        )
        _assert_as_expected(request, answer)
    RAN.add(name)


def _assert_as_expected(request: Request, answer: httpx.Response) -> None:
    if request.bad:
        assert 400 <= answer.status_code < 500
        assert answer.headers["content-type"] == "application/problem+json"
        return
    assert 200 <= answer.status_code < 300, answer.text
    media = answer.headers.get("content-type", "").partition(";")[0]
    assert request.media is None or media in request.media
    if request.true:
        assert answer.json()["boolean"] is True
    assert request.check is None or request.check(answer.text)


def test_all_34_ran_and_passed() -> None:
    assert len(SUITE) == 34
    assert set(SUITE) == RAN
