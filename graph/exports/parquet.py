"""Claims as Parquet: in one file, or in a folder with a file for each month."""

import shutil
from collections.abc import Iterable
from importlib import import_module
from itertools import groupby
from pathlib import Path
from tempfile import mkdtemp
from typing import IO, Any

from graph.batches import batched
from graph.exports.selection import Selection
from graph.exports.tables import COLUMNS, flat
from ontology.claim import Claim
from ontology.errors import BadInput

ROWS = 10_000
"""Rows of a row group: what is held in memory at a time."""

UNDATED = "__HIVE_DEFAULT_PARTITION__"
"""Where readers of Hive partitions look for rows without a value."""


def write(selection: Selection, out: IO[bytes]) -> None:
    """Write claims as one Parquet file. Raises BadInput without pyarrow."""
    arrow, parquet = _pyarrow()
    _write(selection.claims(), out, arrow, parquet)


def write_by_month(selection: Selection, folder: Path) -> None:
    """Write claims into `month=YYYY-MM/claims.parquet`, by their first possible day.

    pyarrow, DuckDB, Spark and others read such a folder as one table, and of it only
    the months that are asked for. It takes its name when it is whole. Raises BadInput
    if there is something under that name, or without pyarrow.
    """
    if folder.exists():
        raise BadInput(f"{folder} exists; name a new folder")
    arrow, parquet = _pyarrow()
    made = Path(mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for month, claims in groupby(selection.claims_by_day(), key=_month):
            target = made / f"month={month}" / "claims.parquet"
            target.parent.mkdir()
            with target.open("wb") as out:
                _write(claims, out, arrow, parquet)
        made.chmod(0o755)
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made)
        raise


def _month(claim: Claim) -> str:
    day = claim.date.earliest or claim.date.latest
    return day[:7] if day else UNDATED


def _pyarrow() -> tuple[Any, Any]:
    """By name: an extra, which type checkers need not find."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        raise BadInput("Parquet needs pyarrow: install onrecord[parquet]") from None


def _write(
    claims: Iterable[Claim],
    out: IO[bytes],
    arrow: Any,  # noqa: ANN401 - a module
    parquet: Any,  # noqa: ANN401 - a module
) -> None:
    schema = arrow.schema([(name, arrow.string()) for name in COLUMNS])
    with parquet.ParquetWriter(out, schema) as writer:
        for rows in batched(map(flat, claims), ROWS):
            columns = [arrow.array(column) for column in zip(*rows, strict=True)]
            writer.write_table(arrow.table(columns, schema=schema))
