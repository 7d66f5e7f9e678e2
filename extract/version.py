"""The extractor's version: the program's, the rules' and the weights'."""

from functools import cache
from hashlib import sha256
from pathlib import Path

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


def full(weights: str) -> str:
    """`0.1.0+<weights>.<rules>`: whatever may change a claim changes this."""
    return f"{__version__}+{weights}.{rules()}"
