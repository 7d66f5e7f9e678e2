"""Figures as tables in Markdown."""

from collections.abc import Iterable, Mapping, Sequence

from tests.benchmarks.figures import Figure

TITLES: Mapping[str, str] = {
    "extraction": "Extraction",
    "rooms": "Rooms of extraction, our gold articles",
    "ingest": "Ingest, end to end",
    "pages": "Web pages, beside their plain texts",
    "storage": "Storage",
    "questions": "Questions to the read model, CPU ms",
    "SPARQL": "The same in SPARQL, CPU ms",
    "HTTP": "Over HTTP, by the clock",
    "servers": "Storage on a SPARQL server of this machine",
    "cluster": "Two local workers of Dask",
    "scale": "A million articles a day, reckoned from the rows named",
    "run": "The parts of this run, by the clock",
}
"""The tables in order, with their titles."""


def markdown(figures: Sequence[Figure]) -> str:
    """One table for each name in `TITLES`; what misses its target is bold."""
    parts = []
    for table, title in TITLES.items():
        own = [figure for figure in figures if figure.table == table]
        if own:
            parts.append(f"## {title}\n\n{_table(own)}")
    return "\n".join(parts)


def _table(figures: Sequence[Figure]) -> str:
    columns = list(dict.fromkeys(figure.column for figure in figures))
    targets = any(figure.target is not None for figure in figures)
    heads = [*columns, *(["target"] if targets else [])]
    lines = [_line(["", *heads]), _line(["---"] + ["---:"] * len(heads))]
    rows: dict[str, list[Figure]] = {}
    for figure in figures:
        rows.setdefault(figure.row, []).append(figure)
    for row, several in rows.items():
        by_column = {figure.column: figure for figure in several}
        cells = [_cell(by_column.get(column)) for column in columns]
        lines.append(_line([row, *cells, *([_target(several)] if targets else [])]))
    return "\n".join(lines) + "\n"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    shown = number(figure.value)
    return f"**{shown}**" if figure.missed else shown


def _target(figures: Iterable[Figure]) -> str:
    for figure in figures:
        if figure.target is not None:
            return f"{'≥' if figure.least else '≤'} {figure.target:g}"
    return ""


def number(value: float) -> str:
    """A number as people read it: three digits that count.

    >>> number(1234567.8), number(12.345), number(0.04567)
    ('1,234,568', '12.3', '0.0457')
    """
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"
