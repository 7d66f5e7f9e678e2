"""The command line as a whole: its help, its speed, and how it fails."""

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import Result

from api.cli import PANELS, app
from api.commands.export import Format
from api.commands.relate import SAID
from api.terminal import choices
from graph.dates import Precision
from graph.export import FORMATS
from graph.features.exclusives import Sameness
from graph.network.centrality import Measure
from graph.network.path_query import Direction, Mode
from graph.relations import Kind
from graph.review import SETTINGS
from graph.search import timeline
from graph.search.facets import Field
from graph.search.query import Order
from graph.search.query_language import FIELDS
from graph.store import Store
from ontology.claim import Modality, QuoteType
from tests.api.conftest import fill

Run = Callable[..., Result]


def commands(group: Any, *before: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Every command of a group and of the groups in it, by its words."""
    for name, command in group.commands.items():
        words = (*before, name)
        if hasattr(command, "commands"):
            yield from commands(command, *words)
        else:
            yield " ".join(words), command


COMMANDS = dict(commands(typer.main.get_command(app)))

ASKING = [panel for panel in PANELS if panel.startswith(("Find", "Ask", "See"))]
"""The panels whose commands answer questions."""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    for option in command.params:
        assert getattr(option, "help", None), f"{name} {option.name}"


def test_the_commands_of_the_issues_are_there() -> None:
    expected = (
        "ingest claims serve extract sparql export validate find ask positions shifts"
        " compare answers first paths neighbours relate review backup restore compact"
        " stats check reindex load timeline"
    )
    assert set(expected.split()) <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_shown_for_each_command(run: Run, name: str) -> None:
    result = run(*name.split(), "--help")
    assert result.exit_code == 0
    assert COMMANDS[name].help.splitlines()[0].split()[0] in result.stdout


@pytest.mark.parametrize("panel", ASKING)
def test_answers_are_printed_for_programs_too(panel: str) -> None:
    for name in {each.__name__ for each in PANELS[panel]} - {"serve", "export"}:
        assert "format" in {option.name for option in COMMANDS[name].params}, name


@pytest.mark.parametrize(
    ("quick", "real"),
    [
        (choices.Quoted, QuoteType),
        (choices.Reality, Modality),
        (choices.Dated, Precision),
        (choices.Sorting, Order),
        (choices.Counted, Field),
        (choices.Width, timeline.Width),
        (choices.Split, timeline.Split),
        (choices.Mode, Mode),
        (choices.Direction, Direction),
        (choices.Sameness, Sameness),
        (choices.Measure, Measure),
        (Format, FORMATS),
        (SAID, Kind),
    ],
)
def test_the_quick_lists_are_the_real_ones(
    quick: Iterable[str], real: Iterable[str]
) -> None:
    assert list(map(str, quick)) == list(map(str, real))


def test_help_names_all_that_a_review_can_set() -> None:
    option = next(each for each in COMMANDS["review"].params if each.name == "settings")
    for name in SETTINGS:
        assert name in option.help, name


def test_help_names_all_fields_of_a_query() -> None:
    for name in FIELDS:
        assert name in COMMANDS["find"].help, name


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
    assert not modules("paths", "Li", "bridge", "--data", str(data)) & heavy


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["claims", "--stance", "shouts"], 2, "'--stance': 'shouts' is not one of"),
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
