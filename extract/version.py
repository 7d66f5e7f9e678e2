"""The extractor's version: the program's, the weights', the rules' and the topics'."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from ontology.topics import TopicScheme
from ontology.version import __version__


@cache
def rules() -> str:
    """A digest of the source files of this package that decide what is extracted."""
    folder = Path(__file__).parent
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix in (".py", ".tsv") and "training" not in path.parts
    )
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:8]


def full(weights: str, scheme: TopicScheme) -> str:
    """`0.1.0+<weights>.<rules>.<topics>`: whatever may change a claim changes this."""
    topics = sha256(scheme.model_dump_json().encode()).hexdigest()[:8]
    return f"{__version__}+{weights}.{rules()}.{topics}"
