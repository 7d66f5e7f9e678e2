"""`onrecord ingest` and `extract`, with the real extractor."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import rdflib
from typer.testing import Result

from ontology.claim import Claim

Run = Callable[..., Result]

ROOT = Path(__file__).parents[3]

TEXT = (
    "“We need binding guarantees,” Foreign Minister Ana Brandt said on 11 March 2025."
)


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_what_is_ingested_can_be_asked(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    first = run("ingest", path)
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith("1 article: 1 added, 0 unchanged, 0 replaced; ")
    again = run("ingest", path)
    assert "0 added, 1 unchanged" in again.stdout
    lines = run("claims", "--format", "jsonl").stdout.splitlines()
    claims = [Claim.model_validate_json(line) for line in lines]
    assert any("binding guarantees" in claim.content.text for claim in claims)
    for claim in claims:
        for start, end in claim.cue.spans:
            assert TEXT[start:end] in claim.cue.text


def test_one_broken_file_among_ten_is_listed(run: Run, tmp_path: Path) -> None:
    for number in range(9):
        write(tmp_path, f"in/{number}.txt", f"{number}: {TEXT}")
    write(tmp_path, "in/5b.txt", b"\xff\xfe\x00")
    write(tmp_path, "in/photo.jpg", b"\xff")
    result = run("ingest", "in")
    assert result.exit_code == 1
    assert result.stdout.startswith("9 articles: 9 added")
    assert "refused: 1 item\n  in/5b.txt: looks like UTF-16" in result.stderr
    assert "passed over: 1 item\n  in/photo.jpg" in result.stderr


def test_published_dates_what_has_no_date(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    assert run("ingest", path, "--published", "2025-03-12").exit_code == 0
    lines = run("claims", "--format", "jsonl").stdout.splitlines()
    assert {json.loads(line)["article"]["published"] for line in lines} == {
        "2025-03-12"
    }


def test_nothing_is_stored_where_all_is_refused(run: Run, tmp_path: Path) -> None:
    result = run("ingest", write(tmp_path, "a.txt", b""), "none.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("0 articles")
    assert "a.txt: empty" in result.stderr
    assert "none.txt: no such file or folder" in result.stderr


def test_extract_stores_nothing(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    records = run("extract", path, "--format", "jsonl").stdout.splitlines()
    claims = [Claim.model_validate_json(record) for record in records]
    assert claims
    table = run("extract", path).stdout
    assert TEXT in " ".join(table.split())
    turtle = run("extract", path, "--format", "ttl").stdout_bytes
    assert len(rdflib.Graph().parse(data=turtle, format="turtle")) > 20
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_extract_takes_a_pipe(run: Run) -> None:
    line = json.dumps({"text": TEXT, "url": "https://news.example/a"}) + "\n{oops\n"
    result = run("extract", "-", "--format", "jsonl", input=line)
    assert result.exit_code == 1
    source = json.loads(result.stdout.splitlines()[0])["article"]["source"]
    assert source == "https://news.example/a"
    assert "  -:2: not JSON" in result.stderr


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_on_a_terminal_alone(tmp_path: Path, terminal: bool) -> None:
    path = write(tmp_path, "a.txt", "Nothing is said here.")
    main, other = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", "from api.cli import main; main()", "ingest", str(path),
         "--data", str(tmp_path / "data")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=other if terminal else subprocess.PIPE,
        env={**os.environ, "TERM": "xterm"},
    )  # fmt: skip
    os.close(other)
    on_terminal = b"".join(written(main))
    out, error = process.communicate()
    os.close(main)
    assert process.returncode == 0
    assert out.startswith(b"1 article: 1 added")
    assert (b"1/1" in on_terminal) == terminal
    assert not error


def written(terminal: int) -> Iterator[bytes]:
    """What a process writes to a terminal, until it ends."""
    with suppress(OSError):  # how Linux tells that nobody writes there any more
        while data := os.read(terminal, 10_000):
            yield data
