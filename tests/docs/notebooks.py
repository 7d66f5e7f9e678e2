"""Notebooks run as they stand: their cells, one after the other, in plain Python.

python -m tests.docs.notebooks docs/analyses.ipynb     # writes what they print
"""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any


def printed(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Each code cell with what it prints; an error in one is raised."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            out = io.StringIO()
            with redirect_stdout(out):
                exec(compile("".join(cell["source"]), str(path), "exec"), names)
            yield cell, out.getvalue()


def refresh(path: Path) -> None:
    """Write what the cells print beneath them."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    outputs = [text for _, text in printed(path)]
    codes = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, (cell, text) in enumerate(zip(codes, outputs, strict=True), start=1):
        lines = text.splitlines(keepends=True)
        stream = {"name": "stdout", "output_type": "stream", "text": lines}
        cell |= {"execution_count": number, "outputs": [stream] if lines else []}
    written = json.dumps(notebook, indent=1, ensure_ascii=False)
    path.write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    refresh(Path(sys.argv[1]))
