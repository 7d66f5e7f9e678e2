"""`onrecord ingest` in processes to be killed: a program that runs beside the test.

Each line that it is given is the words of a command, as JSON. For each it makes a
process, which is there at once, since all is imported, and tells its id; then,
once it is gone, its status: negative if a signal ended it.
"""

import json
import os
import sys

from api.cli import app
from api.ingesting import run  # noqa: F401 - imported once, for all
from extract import pipeline, text_batches
from extract.reading import languages
from ontology.claim import Article

SMALL = 300
"""Characters of a batch, so that a few short articles are several."""


def main() -> None:
    """Run the commands until there are no more."""
    text_batches.BATCH = SMALL
    article = Article(id="1", source="a.txt", text="“We agree,” Ana Brandt said.")
    list(pipeline.load(threads=1).extract([article]))  # what it reads once is there
    languages.language(article.text * 10)
    for line in sys.stdin:
        process = os.fork()
        if not process:
            sys.stdout = sys.stderr  # the other is for what is told here
            ingest(json.loads(line))
        tell(process)
        _, status = os.waitpid(process, 0)
        tell(os.waitstatus_to_exitcode(status))


def ingest(words: list[str]) -> None:
    """Run a command, and end."""
    status = app(words, standalone_mode=False)
    os._exit(status)  # not the interpreter's end, which waits for the parent's threads


def tell(number: int) -> None:
    """Say a number to the test."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()
