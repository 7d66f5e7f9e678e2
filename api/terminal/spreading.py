"""Options that go together: one frozen dataclass of them as a parameter of a command.

Typer makes an option of each parameter of a function. `spread` shows it the fields of
the dataclass instead, each with its type and default, and puts them together again.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import wraps


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """The command as Typer is to see it: with an option for each field."""
    signature = inspect.signature(command)
    groups = {name: _fields(each) for name, each in signature.parameters.items()}

    @wraps(command)
    def run(**given: object) -> None:
        for name, fields in groups.items():
            if fields:
                group = signature.parameters[name].annotation
                given[name] = group(**{field: given.pop(field) for field in fields})
        command(**given)

    parameters = [
        own
        for each in signature.parameters.values()
        for own in groups[each.name].values() or [each]
    ]
    shown = signature.replace(parameters=parameters)
    run.__signature__ = shown  # type: ignore[attr-defined] # what Typer reads
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run


def _fields(parameter: inspect.Parameter) -> Mapping[str, inspect.Parameter]:
    """The fields of a parameter's dataclass; none where it has another type."""
    group = parameter.annotation
    if not (isinstance(group, type) and is_dataclass(group)):
        return {}
    fields = inspect.signature(group).parameters
    keyword = inspect.Parameter.KEYWORD_ONLY
    return {name: each.replace(kind=keyword) for name, each in fields.items()}
