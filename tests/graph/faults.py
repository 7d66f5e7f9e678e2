"""Programs that the fault tests run beside themselves, and kill."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from graph.store import Store
from tests.graph.test_faults import records
store = Store.open(Path(sys.argv[1]))
for version in sys.argv[2].split(","):
    for article, claims in records(version):
        store.put(article, claims)
        print("put", flush=True)
store.close()
print("done", flush=True)
"""
"""Puts the same articles once in each version, saying so after each."""


def start(program: str, *arguments: str) -> subprocess.Popen[str]:
    """A Python program that runs beside the test, in the project's root."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
