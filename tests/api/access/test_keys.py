"""Keys: told once, kept as hashes, gone at once when revoked."""

from pathlib import Path

import pytest

from api.access.keys import Keys, Role
from graph.store import Store
from ontology.errors import BadInput, NotFound, StoreError


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    Store.open(tmp_path / "data").close()
    return Keys(tmp_path / "data")


def test_a_key_opens_until_it_is_revoked(keys: Keys, tmp_path: Path) -> None:
    secret = keys.add("desk", Role.WRITE)
    other = Keys(tmp_path / "data")  # as a server that runs meanwhile
    found = other.of(secret)
    assert found
    assert (found.name, found.role) == ("desk", Role.WRITE)
    assert other.of(secret[:-1]) is None
    keys.revoke("desk")
    assert other.of(secret) is None
    assert [key.revoked is None for key in other.all()] == [False]


def test_the_file_holds_no_secret_and_is_its_owners_alone(
    keys: Keys, tmp_path: Path
) -> None:
    secret = keys.add("desk", Role.READ)
    path = tmp_path / "data" / "keys.json"
    assert secret not in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600


def test_names_are_plain_and_each_has_one_key(keys: Keys) -> None:
    keys.add("desk", Role.READ)
    for name in ("desk", "", "a b", "a\n", "x" * 65):
        with pytest.raises(BadInput, match="name"):
            keys.add(name, Role.READ)
    keys.revoke("desk")
    keys.add("desk", Role.ADMIN)
    with pytest.raises(NotFound):
        keys.revoke("nobody")


def test_roles_are_told(keys: Keys) -> None:
    assert Role.named("admin") > Role.named("write") > Role.named("read")
    assert str(Role.WRITE) == "write"
    with pytest.raises(BadInput, match="read, write, admin"):
        Role.named("root")


def test_keys_need_a_data_directory_that_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="ingest first"):
        Keys(tmp_path).add("desk", Role.READ)
    assert Keys(None).of("x") is None
    (tmp_path / "keys.json").write_text("[{")
    with pytest.raises(StoreError, match="cannot be read"):
        Keys(tmp_path).all()
