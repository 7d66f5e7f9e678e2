"""The command line as a whole: its help, its speed, and how it fails."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.testing import Result

from api.cli import app
from api.commands.claims import Quoted, Sorting
from api.commands.export import Format
from graph.export import FORMATS
from graph.query import Order
from graph.store import Store
from ontology.claim import QuoteType
from tests.api.conftest import fill

Run = Callable[..., Result]

COMMANDS = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    for option in command.params:
        assert getattr(option, "help", None), f"{name} {option.name}"


def test_the_commands_are_those_of_the_issue() -> None:
    expected = "ingest claims serve extract sparql export validate"
    assert list(COMMANDS) == expected.split()


def test_the_quick_enumerations_are_the_real_ones() -> None:
    assert [*Quoted] == [*QuoteType]
    assert [*Sorting] == [*Order]
    assert [*Format] == [*FORMATS]


def test_help_and_claims_load_nothing_heavy(data: Path) -> None:
    program = (
        "import sys; from api.cli import app\n"
        "try: app(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )

    def modules(*words: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", program, *words],
            capture_output=True,
            check=True,
            text=True,
        )
        return set(done.stderr.split())

    heavy = {"spacy", "onnxruntime", "fastapi", "uvicorn", "pyshacl"}
    assert not modules("--help") & (heavy | {"pyoxigraph", "rdflib", "pydantic"})
    assert not modules("claims", "--data", str(data)) & heavy


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["claims", "--stance", "shouts"], 2, "'shouts'"),
        (["claims", "--stance", "shouts"], 2, "'demands', 'proposes'"),
        (
            ["claims", "--from", "March"],
            2,
            "from: 'March' is not known; accepted: YYYY",
        ),
        (["claims", "--to", "2025-02-30"], 2, "to: '2025-02-30'"),
        (["claims", "--from", "2025", "--to", "2024"], 2, "is after to: '2024'"),
        (["claims", "--limit", "0"], 2, "'--limit'"),
        (["claims", "--format", "xls"], 2, "'xls'"),
        (["claims", "--base", "nonsense"], 2, "base IRI: 'nonsense'"),
        (["claims"], 1, "onrecord-data"),
        (["shout"], 2, "'shout'"),
        (["sparql"], 2, "either QUERY or --file"),
        (["sparql", "-f", "none.rq"], 1, "none.rq: no such file"),
        (["export", "out.xls"], 2, "accepted: ttl, trig, nt, nq, jsonld, rdfxml"),
        (["ingest", "a.txt", "--published", "11 March"], 2, "accepted: YYYY-MM-DD"),
        (["serve", "--port", "70000"], 2, "'--port'"),
    ],
)
def test_a_mistake_is_told_in_one_line(
    run: Run, words: list[str], status: int, told: str
) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert told in result.stderr
    assert result.stderr.startswith("onrecord: ")
    assert result.stderr.count("\n") == 1


def test_settings_come_from_the_environment(run: Run, data: Path) -> None:
    result = run("claims", "--format", "jsonl", env={"ONRECORD_DATA": str(data)})
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 6


def test_users_bring_their_own_topics(run: Run, tmp_path: Path) -> None:
    scheme = tmp_path / "topics.ttl"
    scheme.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@prefix t: <https://news.example/topics/> .\n"
        't:port a skos:Concept ; skos:prefLabel "port"@en .\n'
        't:toll a skos:Concept ; skos:prefLabel "toll"@en ; skos:broader t:port .\n'
    )
    with Store.open(tmp_path / "onrecord-data", topics=[scheme]) as store:
        fill(store)
    words = ["claims", "--topic", "port", "--format", "jsonl"]
    assert "opposes" in run(*words, "--scheme", scheme).stdout
    assert run(*words, env={"ONRECORD_SCHEME": str(scheme)}).stdout.count("\n") == 1
    assert "none.ttl" in run(*words, "--scheme", "none.ttl").stderr
