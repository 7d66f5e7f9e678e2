"""The load runs in short: no request fails, whatever is asked, and whoever writes."""

from pathlib import Path

from tests.benchmarks.beside_ingest import beside
from tests.benchmarks.load import Load, fill


def test_mixed_reads_by_several_clients_while_articles_come_in(tmp_path: Path) -> None:
    fill(tmp_path / "at", 1200)
    load = Load(2, clients=8, warm=100)
    found = list(beside(tmp_path / "at", load, 3, "1,200 claims", most=60))
    rates = [each.value for each in found if each.row == "requests/s"]
    assert len(rates) == 2
    assert min(rates) > 0
    assert next(each.value for each in found if "taken in, of" in each.row)
