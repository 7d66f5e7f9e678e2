"""The gender that a given name tells."""

from functools import cache

from extract.agents.gazetteer import normal, table
from extract.agents.lexicon import Gender


@cache
def _genders() -> dict[str, Gender]:
    return {
        normal(name): Gender(row["gender"])
        for row in table("given_names.tsv")
        for name in row["names"].split()
    }


def gender_by_name(name: str) -> Gender | None:
    """The gender of a full name's first word, where nearly all who bear it have it.

    >>> gender_by_name("Denise Tolliver"), gender_by_name("Robin Tolliver")
    (<Gender.FEMALE: 'f'>, None)
    """
    first, _, rest = name.partition(" ")
    return _genders().get(normal(first)) if rest else None


def is_given_name(name: str) -> bool:
    """Whether a name is a given name that tells a gender.

    >>> is_given_name("Denise"), is_given_name("Tolliver")
    (True, False)
    """
    return normal(name) in _genders()
