"""A server that may write, with keys of each role."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from api.app import create_app
from api.settings import Settings
from graph.store import Store

PATIENCE = 300.0
"""Seconds for a job of a few sentences, on a machine that does much else."""

Ask = Callable[..., Any]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Requests in the name of a key: `site("ann", "GET", "/api/jobs")`."""
    path = tmp_path_factory.mktemp("site")
    with Store.open(path) as store:
        keys = Keys(path)
        roles = {"ann": Role.WRITE, "bob": Role.WRITE, "root": Role.ADMIN,
                 "eve": Role.READ}  # fmt: skip
        secrets = {name: keys.add(name, role) for name, role in roles.items()}
        settings = Settings(contact="me@example.org", delay=0)
        with TestClient(create_app(store, settings)) as client:

            def ask(name: str | None, method: str, path: str, **more: Any) -> Any:  # noqa: ANN401
                secret = secrets.get(name or "")
                headers = {"authorization": f"Bearer {secret}"} if secret else {}
                return client.request(method, path, headers=headers, **more)

            ask(None, "GET", "/livez")  # what the first request makes takes its time
            yield ask


def over(ask: Ask, name: str, id: str) -> dict[str, Any]:
    """The job, once it is over."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        job: dict[str, Any] = ask(name, "GET", f"/api/jobs/{id}").json()
        if job["state"] not in ("waiting", "running"):
            return job
        time.sleep(0.2)
    raise AssertionError(f"the job goes on: {job}")
