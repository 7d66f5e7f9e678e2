"""Numbers with their nouns. It imports nothing heavy: `--help` needs it."""


def plural(number: int, noun: str) -> str:
    """The number with its noun.

    >>> plural(1, "claim"), plural(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
