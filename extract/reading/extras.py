"""The libraries of the extra `web`: loaded when needed, missed in plain words."""

from importlib import import_module
from types import ModuleType

from extract.reading.decoding import Refused


def web(name: str, purpose: str) -> ModuleType:
    """A module of the extra. Raises Refused, naming the extra, if it is not there."""
    try:
        return import_module(name)
    except ImportError as error:
        missing = error.name or name
        raise Refused(
            f"reading {purpose} needs {missing}: pip install 'onrecord[web]'"
        ) from None
