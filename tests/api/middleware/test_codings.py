import pytest
from fastapi.testclient import TestClient

LONG = "/api/facets"
"""An answer that is worth packing."""


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("deflate, gzip;q=0.5, br", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip;q=0, *", False),
        ("identity", False),
        ("br", False),
        ("", False),
    ],
)
def test_packed_for_who_takes_it(
    client: TestClient, accepted: str, packed: bool
) -> None:
    answer = client.get(LONG, headers={"accept-encoding": accepted})
    assert answer.headers.get("content-encoding") == ("gzip" if packed else None)
    assert "Accept-Encoding" in answer.headers["vary"]
    assert answer.json()["speaker"]


def test_who_takes_more_has_the_same_answer(client: TestClient) -> None:
    tags = {
        client.get(LONG, headers={"accept-encoding": accepted}).headers["etag"]
        for accepted in ("gzip", "gzip, deflate, br, zstd")
    }
    assert len(tags) == 1
