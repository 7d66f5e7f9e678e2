"""The load run in short: no request fails, whatever is asked."""

from pathlib import Path

from tests.benchmarks.load import figures, fill


def test_mixed_reads_by_several_clients(tmp_path: Path) -> None:
    fill(tmp_path / "at", 1200)
    found = {each.row: each for each in figures(tmp_path / "at", 1200, 3, clients=8)}
    assert found["requests/s"].value > 1
    assert found["memory, % grown"].value < 50
