"""Articles taken in over HTTP: as jobs, by key, each seeing its own."""

import json

from tests.api.jobs.conftest import Ask, over
from tests.extract.fetching.server import serving

SAID = "“We need binding guarantees,” Foreign Minister Ana Brandt said in {}."


def test_an_article_is_read_as_a_job(site: Ask) -> None:
    url = "https://news.example/posted"
    made = site("ann", "POST", "/api/articles",
                json={"text": SAID.format("Arlen"), "url": url})  # fmt: skip
    assert made.status_code == 202, made.text
    assert made.headers["location"] == f"/api/jobs/{made.json()['id']}"
    job = over(site, "ann", made.json()["id"])
    assert job["state"] == "done", job
    assert job["articles"] == {"added": 1}
    claims = site(None, "GET", "/api/claims?text=guarantees").json()["claims"]
    assert url in {claim["article"]["url"] for claim in claims}


def test_files_are_read_and_what_is_not_is_told(site: Ask) -> None:
    files = [
        ("files", ("../../etc/a.txt", SAID.format("Brost").encode())),
        ("files", ("a.txt", SAID.format("Cavel").encode())),
        ("files", ("b.zip", b"PK\x03\x04nonsense")),
    ]
    made = site("ann", "POST", "/api/ingest", files=files).json()
    assert made["inputs"] == ["001-a.txt", "002-a.txt", "003-b.zip"]
    job = over(site, "ann", made["id"])
    assert job["state"] == "done", job
    assert job["articles"] == {"added": 2}, "uploads of one name are two articles"
    ((refused),) = job["refused"]
    assert refused["source"] == f"upload:{made['id']}/003-b.zip"
    assert "zip" in refused["reason"]


def test_a_key_sees_its_own_jobs_and_an_admin_all(site: Ask) -> None:
    made = site("ann", "POST", "/api/articles", json=[{"text": "We agree."}]).json()
    for name, seen in (("ann", True), ("root", True), ("bob", False)):
        listed = site(name, "GET", "/api/jobs").json()["jobs"]
        assert (made["id"] in {job["id"] for job in listed}) == seen
        path = f"/api/jobs/{made['id']}"
        assert site(name, "GET", path).status_code == (200 if seen else 404)
    for method, where in (("POST", f"{path}/cancel"), ("GET", f"{path}/events")):
        assert site("bob", method, where).status_code == 404
    over(site, "ann", made["id"])


def test_writing_takes_a_key_that_may(site: Ask) -> None:
    for name, status in ((None, 401), ("eve", 403)):
        for path in ("/api/articles", "/api/ingest"):
            assert site(name, "POST", path, json={"text": "a"}).status_code == status
        assert site(name, "GET", "/api/jobs").status_code == status


def test_what_cannot_be_a_job_is_refused(site: Ask) -> None:
    for path, more, words in (
        ("/api/ingest", {}, "give files, or a url"),
        ("/api/ingest", {"data": {"url": "file:///etc/passwd"}}, "https?://"),
        ("/api/articles", {"json": {"text": "a", "id": "mine"}}, "id"),
        ("/api/articles", {"json": []}, "at least 1 item"),
    ):
        answer = site("ann", "POST", path, **more)
        assert answer.status_code == 422, answer.text
        assert words in answer.text


def test_no_request_goes_inside(site: Ask) -> None:
    with serving() as server:
        url = server.url("/page")
        made = site("ann", "POST", "/api/ingest", data={"url": url}).json()
        job = over(site, "ann", made["id"])
        assert server.asked == []
    ((refused),) = job["refused"]
    assert "not a public address" in refused["reason"]


def test_progress_is_told_as_it_goes(site: Ask) -> None:
    texts = [{"text": SAID.format(f"town {n}")} for n in range(3)]
    made = site("ann", "POST", "/api/articles", json=texts).json()
    answer = site("ann", "GET", f"/api/jobs/{made['id']}/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    *before, last = [each for each in answer.text.split("\n\n") if each]
    assert all(each.startswith(("event: progress", ": ")) for each in before)
    kind, _, data = last.partition("\n")
    assert kind == "event: end"
    job = json.loads(data.removeprefix("data: "))
    assert job["state"] == "done", job
    assert job["articles"] == {"added": 3}
