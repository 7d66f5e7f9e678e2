"""Who is who once a job is done, found in a process of its own.

Of 100,000 claims it is ten seconds of Python, for which all readers would wait.
"""

from collections.abc import Sequence
from pathlib import Path

from api.ingesting import naming
from api.jobs.side_process import side_process
from graph.identity import step
from graph.storage.embedded import Embedded
from graph.store import Store


def identify(store: Store, topics: Sequence[Path] = ()) -> None:
    """Find which names are one agent's or one topic's, and keep what was found.

    `topics` are the SKOS files that the store was opened with.
    """
    if store.path is None or not isinstance(store.graph, Embedded):
        naming.identify(store)
        return
    with side_process() as process:
        asked = process.submit(_found, store.path, store.iris.base, topics)
        step.keep(store, asked.result())


def _found(path: Path, base: str, topics: Sequence[Path]) -> step.Findings:
    with Store.beside_writer(path, base=base, topics=topics) as store:
        return naming.find(store)
