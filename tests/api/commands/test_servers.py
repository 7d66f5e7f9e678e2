"""`--store` opens a store on a server, by any command that has a data directory."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import Result

from api.cli import app
from graph.storage.remote.address import address
from graph.store import Store
from tests.api.conftest import fill
from tests.graph.servers import oxigraph

Run = Callable[..., Result]


def test_commands_ask_and_change_a_store_on_a_server(run: Run, tmp_path: Path) -> None:
    with oxigraph(tmp_path) as server:
        with Store.open(None, server=address(server.given, {})) as store:
            fill(store)
        there = ("--store", server.given, "--data", tmp_path / "here")
        assert '"claims": 6' in run("stats", "--format", "json", *there).stdout
        found = run("find", "speaker:Brandt", "--format", "json", *there)
        assert "Ana Brandt" in found.stdout, found.output
        relate = run("relate", *there)
        assert relate.exit_code == 0, relate.output
        checked = run("check", *there)
        assert checked.stdout == "articles: 3, faults: 0\n", checked.output
        # without the option the folder is another store's
        mixed = run("find", "", "--data", tmp_path / "here")
        assert "belongs to the store at" in mixed.output


def test_an_address_with_a_password_is_refused(run: Run) -> None:
    result = run("find", "", "--store", "sparql+https://ann:secret@host/query")
    assert result.exit_code == 2
    assert "ONRECORD_STORE_PASSWORD" in result.output
    assert "secret" not in result.output


@pytest.mark.parametrize("name", ["ingest", "find", "serve", "export", "reindex"])
def test_commands_with_a_data_directory_have_it(name: str) -> None:
    command = getattr(get_command(app), "commands")[name]  # noqa: B009
    assert "store" in {option.name for option in command.params}
