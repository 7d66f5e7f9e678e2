"""So many requests a minute, of each caller for itself."""

from pathlib import Path

from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from api.access.rates import MOST_CALLERS, Rates
from api.app import create_app
from api.settings import Settings
from graph.store import Store


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_fills_again() -> None:
    clock = Clock()
    rates = Rates(every=0.5, burst=3, clock=clock)
    assert [rates.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert rates.wait("b") == 0
    clock.now += 0.5
    assert [rates.wait("a") for _ in range(2)] == [0, 0.5]
    clock.now += 100
    assert [rates.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]


def test_callers_with_a_full_bucket_are_forgotten() -> None:
    clock = Clock()
    rates = Rates(every=1, burst=1, clock=clock)
    for number in range(MOST_CALLERS):
        rates.wait(str(number))
    clock.now += 2
    assert rates.wait("one more") == 0
    assert len(rates) == 1


def test_unrestricted_access_to_business_flows(tmp_path: Path) -> None:
    """OWASP API4:2023 and API6:2023: nobody asks without end, and nobody for others."""
    with Store.open(tmp_path / "data") as store:
        keys = Keys(store.path)
        mine, other = (keys.add(name, Role.READ) for name in ("mine", "other"))
        app = create_app(store, Settings(rate=20))
        with TestClient(app) as client:

            def status(key: str) -> int:
                headers = {"authorization": f"Bearer {key}"} if key else {}
                return client.get("/api/stats", headers=headers).status_code

            assert [status(mine) for _ in range(3)] == [200, 200, 429]
            assert status(other) == 200
            # wrong keys and none count for the address that they come from
            assert [status("wrong"), status(""), status("again")] == [401, 200, 429]
            refused = client.get("/api/stats")
            assert refused.headers["content-type"] == "application/problem+json"
            assert 0 < int(refused.headers["retry-after"]) <= 3
            assert client.get("/livez").status_code == 200
