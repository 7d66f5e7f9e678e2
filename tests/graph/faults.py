"""Programs that the fault tests run beside themselves, and kill."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]

WRITER = """
import sys
from pathlib import Path
from graph.store import Store
from tests.graph.versions import records
store = Store.open(Path(sys.argv[1]))
for version in sys.argv[2].split(","):
    for article, claims in records(version):
        store.put(article, claims)
        print("put", flush=True)
store.close()
print("done", flush=True)
"""
"""Puts the same articles once in each version, saying so after each."""


WRITERS = """
import os, sys
from pathlib import Path
from graph.store import Store
from tests.graph.versions import records
Store.open(None).close()
for line in sys.stdin:
    path, version = line.split()
    writer = os.fork()
    if not writer:
        store = Store.open(Path(path))
        for article, claims in records(version):
            store.put(article, claims)
            print("put", flush=True)
        os._exit(0)
    print(writer, flush=True)
    os.waitpid(writer, 0)
    print("gone", flush=True)
"""
"""For each line a writer of its own, which is there at once: all is imported.
Tells its process, each article it has put, and that it is gone."""


def start(program: str, *arguments: str) -> subprocess.Popen[str]:
    """A Python program that runs beside the test, in the project's root."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def small_disk(path: Path, size: str) -> Iterator[bool]:
    """A file system of so many bytes at the path; False where none may be mounted."""
    path.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs"]
    mounted = not subprocess.run(
        ["mount", *options, path], stderr=subprocess.DEVNULL
    ).returncode
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", path], check=True)


def make_room(path: Path, size: str) -> None:
    """Let a mounted file system hold more."""
    subprocess.run(["mount", "-o", f"remount,size={size}", path], check=True)
