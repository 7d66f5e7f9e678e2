import json
from pathlib import Path

import pytest

from tests.docs.notebooks import printed

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    "path", sorted(DOCS.glob("*.ipynb")), ids=lambda path: path.name
)
def test_every_cell_runs_and_each_analysis_tells_something(path: Path) -> None:
    assert all(text.strip() for cell, text in list(printed(path))[1:])


def test_the_notebook_shows_five_analyses() -> None:
    cells = json.loads((DOCS / "analyses.ipynb").read_text())["cells"]
    titles = [cell["source"][0] for cell in cells if cell["cell_type"] == "markdown"]
    assert [title[:5] for title in titles[1:]] == [f"## {n}." for n in range(1, 6)]
