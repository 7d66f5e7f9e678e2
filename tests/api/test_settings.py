"""Settings: frozen, and checked when made."""

import dataclasses

import pytest

from api.settings import DEFAULT_BASE, Settings
from graph.mapping import iris
from ontology.errors import BadInput


@pytest.mark.parametrize(
    "base",
    [
        "",
        "data/",
        "ftp://a.example/",
        "https://a.example/data",
        "https:///",
        "http://a b/",
    ],
)
def test_a_base_that_is_no_iri_is_refused(base: str) -> None:
    with pytest.raises(BadInput, match="accepted: an absolute"):
        Settings(base=base)


def test_the_base_is_the_stores() -> None:
    assert DEFAULT_BASE == iris.DEFAULT_BASE


def test_settings_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().port = 1  # type: ignore[misc]
