import pytest

from graph.read_model.rows import alias


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Moscow", "moscow"),
        ("the Kremlin", "kremlin"),
        ("The G7", "g7"),
        ("the minister", None),
        ("He", None),
        ("two diplomats", None),
        ("", None),
    ],
)
def test_alias(mention: str, expected: str | None) -> None:
    assert alias(mention) == expected
