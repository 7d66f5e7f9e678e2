"""Updates that may say one thing to the guard, and another to Oxigraph.

`python -m tests.fuzz.disguises --seconds 60 --seed 1`. What the guard lets through runs
where the kernel gives no sockets: it may want none, and write to no graph but to those
that the guard has told.
"""

import errno
import os
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pyoxigraph as ox

from api.sparql.guard import targets
from api.sparql.isolation import without_sockets
from api.sparql.update import lenient
from graph.mapping.terms import PREFIXES
from ontology.errors import BadInput
from tests.fuzz import command
from tests.fuzz.command import Fault

BASE = "https://onrecord.example/sparql"
RECORD = "https://onrecord.example/article/1"
FOLDER = RECORD.removesuffix("1")
PORT = "http://127.0.0.1:9999/"

IRIS = (FOLDER, "http://x/", "https://onrecord.example/art", "article/", RECORD,
        "../article/", "http://x/#", f"{RECORD[:-5]}\\u0063le/")  # fmt: skip

DECLARED = ("BASE", "PREFIX a:", "PREFIX b:", "PREFIX :", "PREFIX GRAPHa:",
            "PREFIX graph:", "PREFIX prefix:", "prefix localname:")  # fmt: skip

NAMES = ("<http://n/>", f"<{RECORD}>", "a:1", "b:1", ":1", "<1>", "<./article/1>",
         "a:icle\\/1", "GRAPHa:1", "graph:1", "b:", "DEFAULT", "a:%31", "a:\\u0031",
         "prefix:1", "localname:1", "?g", "GRAPH a:1", "<../article/1>")  # fmt: skip

WORDS = ('"\\u0022"', '"\\\\u0022"', '"x"', "'\\u0027'", '"""a"\\u0022"""', '"\\\\"',
         "'''\\u005c'''", '"\\u005c"', '"\\""', '"\\U00000022"', '""', '"""\r"""',
         '"\\\\\\u0022"', "''' ' \\' '''", '"\\u000a"', '"# not"@en')  # fmt: skip

BETWEEN = ("", "", "", " ", "# c\n", "# \r", "# \u2028\n", "# \\u000A \n", '# "\n',
           "# '''\r", "#<\r\n")  # fmt: skip

OPERATIONS = (
    "INSERT DATA {{ GRAPH {name} {{ {note} }} }}",
    "INSERT DATA {{ {note} }}",
    "LOAD <{port}> INTO GRAPH {name}",
    "INSERT {{ GRAPH {name} {{ ?s ?p ?o }} }}"
    " WHERE {{ {gap} SERVICE {gap} <{port}> {{ ?s ?p ?o }} }}",
    "COPY {gap} <http://n/> TO {gap} {name}",
    "MOVE {name} TO <http://n/>",
    "WITH {name} INSERT {{ {note} }} WHERE {{}}",
    "DROP GRAPH {name}",
    "INSERT {{ GRAPH{gap}{name} {{ {note} }} }} WHERE {{ FILTER({word} != {word}) }}",
)

SPOILS = ("\r", '"', "'", "\\u0022", "\\", "#", "<", ">", "\n", "{", "}", "a:", "", ";")


def update(random: Random) -> str:
    """An update out of parts that two readers may read in two ways."""
    declared = "".join(
        f"{random.choice(DECLARED)} <{random.choice(IRIS)}> {random.choice(BETWEEN)} "
        for _ in range(random.randrange(4))
    )
    several = [_operation(random) for _ in range(random.randrange(1, 4))]
    letters = list(declared + f" {random.choice(BETWEEN)} ; ".join(several))
    for _ in range(random.choice((0, 0, 0, 1, 2))):
        at = random.randrange(len(letters))
        letters[at : at + random.randrange(2)] = random.choice(SPOILS)
    return "".join(letters)


def _operation(random: Random) -> str:
    word, gap = random.choice(WORDS), random.choice(BETWEEN)
    note = f"{gap}<http://a/> <http://b/> {word}{gap}"
    return random.choice(OPERATIONS).format(
        name=random.choice(NAMES), note=note, gap=gap, word=word, port=PORT
    )


def outcome(text: str) -> str:
    """Whether it was refused, not read, failed, or ran as was told. Raises Fault."""
    try:
        written = targets(text, prefixes=PREFIXES, base=BASE)
    except BadInput:
        return "refused"
    store = ox.Store()
    for name in (RECORD, "http://n/"):
        store.update(f"INSERT DATA {{ GRAPH <{name}> {{ <{name}> <{name}> 1 }} }}")
    before = _graphs(store)
    try:
        store.update(lenient(text), base_iri=BASE, prefixes=PREFIXES)
    except (SyntaxError, ValueError):
        return "not read"
    except (OSError, RuntimeError) as error:
        if os.strerror(errno.EACCES) in str(error):  # to a socket
            raise Fault(f"{error}: reached out by {text!r}") from error
        return "failed"
    after = _graphs(store)
    changed = {
        each for each in {*before, *after} if before.get(each) != after.get(each)
    }
    if not written & {"ALL", "NAMED", "?"} and changed - written:
        raise Fault(f"{changed - written} changed, not only {written}, by {text!r}")
    return "ran"


def _graphs(store: ox.Store) -> dict[str, set[str]]:
    """The quads of each graph; those of the default graph have no name."""
    found: dict[str, set[str]] = {}
    for quad in store:
        if isinstance(quad.graph_name, ox.NamedNode):
            found.setdefault(quad.graph_name.value, set()).add(str(quad))
    return found


def fuzz(*, seconds: float, seed: int) -> Counter[str]:
    """How often each outcome came. Raises Fault."""
    random, end = Random(seed), time.monotonic() + seconds

    def work() -> Counter[str]:
        counted = Counter[str]()
        while time.monotonic() < end:
            counted[outcome(update(random))] += 1
        return counted

    with ThreadPoolExecutor(1, initializer=without_sockets) as pool:
        return pool.submit(work).result()


if __name__ == "__main__":
    command.run(fuzz, of="updates", description=__doc__)
