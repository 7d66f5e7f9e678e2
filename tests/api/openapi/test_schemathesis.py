"""The OpenAPI document against the server: schemathesis, all checks, in short."""

from tests.fuzz.asking import run


def test_every_operation_keeps_to_its_description() -> None:
    """`make fuzz` asks each a thousand times, and for every bound of its fields."""
    phases = "examples,fuzzing,stateful"
    found = run("--max-examples", "5", "--phases", phases, "--generation-deterministic")
    assert not found.failed, found.output
