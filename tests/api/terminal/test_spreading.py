"""Options that go together, as one parameter of a command."""

from dataclasses import dataclass
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from api.terminal.spreading import spread


@dataclass(frozen=True)
class Place:
    """Where."""

    town: Annotated[str, typer.Option(help="Which town.")] = "Basel"
    streets: Annotated[list[str] | None, typer.Option("--street")] = None


@pytest.fixture
def app() -> typer.Typer:
    app = typer.Typer()

    @app.command()
    @spread
    def go(
        who: Annotated[str, typer.Argument()], *, fast: bool = False, to: Place
    ) -> None:
        """Send somebody somewhere."""
        typer.echo(f"{who} {fast} {to}")

    return app


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ana", "Ana False Place(town='Basel', streets=None)"),
        ("Ana --fast --town Bern", "Ana True Place(town='Bern', streets=None)"),
        (
            "Ana --street A --street B",
            "Ana False Place(town='Basel', streets=['A', 'B'])",
        ),
    ],
)
def test_fields_are_options(app: typer.Typer, words: str, told: str) -> None:
    assert CliRunner().invoke(app, words.split()).stdout.strip() == told


def test_help_has_each_field_and_the_docstring_of_the_command(app: typer.Typer) -> None:
    help = CliRunner().invoke(app, ["--help"]).stdout
    assert "Send somebody somewhere" in help
    assert "--town" in help
    assert "Which town." in help
    assert "--street" in help
