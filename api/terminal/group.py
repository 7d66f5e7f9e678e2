"""How the command line fails: one line on standard error, and a status.

0: done. 1: something was refused or failed. 2: the command was not understood.
"""

import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from api.showing.printing import one_line
from ontology.errors import OnRecordError

CHECKER = "Value error, "
"""What the checker of options puts before its own words."""


class OneLineErrors(TyperGroup):
    """A group of commands whose expected errors show no traceback."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,  # noqa: ANN401 - as Typer has it
    ) -> Any:  # noqa: ANN401 - as Typer has it
        """Run, and exit with the status; return it where not `standalone_mode`."""
        try:
            status = super().main(
                args,
                prog_name,
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
        except (typer.TyperException, typer.Abort, OnRecordError, OSError) as error:
            status = _told(error)
        if standalone_mode:
            sys.exit(status or 0)
        return status


def _told(error: Exception) -> int:
    """Say it on standard error; the exit status that goes with it."""
    if isinstance(error, typer.TyperException):
        hint = " (see --help)" if error.exit_code == 2 else ""
        complain(error.format_message().replace(CHECKER, "") + hint)
        return error.exit_code
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        complain(place + error.strerror.lower())
    else:
        complain(str(error) or "stopped")
    return 1


def complain(message: str) -> None:
    """One line on standard error, with the name of the program before it."""
    typer.echo(f"onrecord: {one_line(message)}", err=True)
