"""Numbers that a question may not exceed."""

from ontology.errors import BadInput


def check_within(name: str, value: int, least: int, most: int, where: str = "") -> None:
    """Raise BadInput, naming the bounds, for a number beyond them.

    `where` says in which case they hold, if not always.
    """
    if not least <= value <= most:
        raise BadInput(f"{name}: {value} is not from {least} to {most}{where}")
