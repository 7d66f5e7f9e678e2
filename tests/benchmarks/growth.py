"""How the figures grow with the number of claims, as a plot."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from tests.benchmarks.figures import Figure

PANELS = (
    ("storage", "first load, minutes of CPU time", "First load, CPU minutes"),
    ("storage", "store, bytes a claim", "Store, bytes a claim"),
    ("storage", "read model, bytes a claim", "Read model, bytes a claim"),
    ("storage", "projection, MB", "Graph of agents and topics, MB"),
    ("questions", "filtered claims, newest", "Filtered claims, ms"),
    ("questions", "full text, by relevance", "Full text, ms"),
    ("questions", "two compared", "Two actors compared, ms"),
    ("questions", "5 shortest paths", "Five shortest paths, ms"),
)
"""Table, row and title of each panel."""


def plot(figures: Sequence[Figure], path: Path) -> None:
    """Write the plot as SVG. Raises ImportError where matplotlib is not installed."""
    matplotlib = import_module("matplotlib")
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "onrecord"  # the same figures, the same file
    pyplot = import_module("matplotlib.pyplot")
    picture, axes = pyplot.subplots(2, 4, figsize=(14, 6), layout="constrained")
    for axis, (table, row, title) in zip(axes.flat, PANELS, strict=True):
        for name, points in series(figures, table, row).items():
            axis.plot(*zip(*points, strict=True), marker="o", label=name)
        axis.set(xscale="log", title=title, xlabel="claims")
        axis.set_ylim(bottom=0)
        if axis.lines and table == "questions":
            axis.legend()
    picture.savefig(path, metadata={"Date": None})


def series(
    figures: Sequence[Figure], table: str, row: str
) -> dict[str, list[tuple[int, float]]]:
    """Points by size, for each name after the size in the column: median, p95."""
    found: dict[str, list[tuple[int, float]]] = {}
    for figure in figures:
        if (figure.table, figure.row) == (table, row):
            size, _, name = figure.column.replace(" claims", "").partition(", ")
            point = int(size.replace(",", "")), figure.value
            found.setdefault(name, []).append(point)
    return {name: sorted(points) for name, points in found.items()}
