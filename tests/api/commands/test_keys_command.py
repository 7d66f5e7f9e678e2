"""`onrecord keys`: add, list, revoke."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from api.access.keys import Keys, Role
from graph.store import Store


def test_keys_are_added_listed_and_revoked(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    data = tmp_path / "data"
    Store.open(data).close()
    made = run("keys", "add", "desk", "--role", "write", "--data", data)
    key = Keys(data).of(made.output.strip())
    assert key
    assert key.role is Role.WRITE
    listed = run("keys", "list", "--data", data).output
    assert listed.startswith("desk  write  20")
    assert made.output.strip() not in listed
    assert run("keys", "revoke", "desk", "--data", data).exit_code == 0
    assert "revoked" in run("keys", "list", "--data", data).output
    assert Keys(data).of(made.output.strip()) is None


def test_what_is_wrong_is_told(run: Callable[..., Result], tmp_path: Path) -> None:
    Store.open(tmp_path / "data").close()
    wrong = run("keys", "add", "desk", "--role", "root", "--data", tmp_path / "data")
    assert (wrong.exit_code, "read, write, admin" in wrong.output) == (1, True)
    assert run("keys", "revoke", "no", "--data", tmp_path / "data").exit_code == 1
    assert run("keys", "add", "a", "--data", tmp_path / "none").exit_code == 1
