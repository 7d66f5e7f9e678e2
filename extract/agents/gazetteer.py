"""Countries, their people and seats of government, and organizations.

Facts in `countries.tsv` and `organizations.tsv`; the countries' official names
come from pycountry (ISO 3166).
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property, lru_cache
from pathlib import Path

import pycountry

from ontology.claim import AgentKind, AgentRef
from ontology.ids import slug

FOLDER = Path(__file__).parent


class Sense(Enum):
    """How a name points at its entry."""

    NAME = "name"
    CAPITAL = "capital"
    """The capital: a place, unless it speaks or is spoken to."""
    SEAT = "seat"
    """A seat of government, such as a palace: likewise, and in titles as well."""
    DEMONYM = "demonym"
    """The adjective, or one of the people."""
    PEOPLE = "people"
    """The people, in the plural."""
    SHARED = "shared"
    """A name that other countries have for a body of theirs, too: Congress."""


@dataclass(frozen=True)
class Entry:
    """A country or an organization that the tables know."""

    name: str
    kind: AgentKind
    wikidata: str | None
    code: str | None = None
    """Of a country, its ISO 3166 code; of a body of a state, its country's."""

    @cached_property
    def ref(self) -> AgentRef:
        """The entry by id and name."""
        return AgentRef(id=slug(self.name), name=self.name)


@dataclass(frozen=True)
class Gazetteer:
    """Entries by sense and name; look-ups take any apostrophe, accent or case.

    A name of three letters or fewer counts only in capitals: US is not us.
    """

    names: Mapping[str, Mapping[Sense, Entry]]
    countries: Mapping[str, Entry]
    longest: int
    """Words in the longest name."""
    openings: frozenset[str]
    """What names begin with, up to a blank or mark: most words begin none."""

    def find(self, text: str, *senses: Sense) -> Entry | None:
        """The entry that `text` names in one of these senses, tried in this order.

        >>> gazetteer().find("the Kremlin", Sense.SEAT).name
        'Russia'
        """
        name = normal(text)
        known = self.names.get(name)
        if known is None:
            return None
        if len(name.replace(".", "")) <= ACRONYM and not text.isupper():
            return None
        return next((known[sense] for sense in senses if sense in known), None)

    def can_begin(self, word: str) -> bool:
        """Whether a name can begin with this word."""
        return opening(word) in self.openings or word.lower() == "the"

    def country(self, code: str | None) -> Entry | None:
        """The country with this ISO 3166 code."""
        return self.countries.get(code or "")


ACRONYM = 3
"""Letters up to which a name must stand in capitals (WHO, IMF, US, but not who)."""


@lru_cache(maxsize=50_000)
def normal(text: str) -> str:
    """A name for comparison: no case, accents, curly apostrophes or leading article.

    >>> normal("The Élysée"), normal("Côte d’Ivoire")
    ('elysee', "cote d'ivoire")
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return plain.removeprefix("the ").strip()


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of the tables that ship."""
    countries = {row["code"]: _country(row) for row in table("countries.tsv")}
    triples = [*_country_names(countries), *_organization_names()]
    names: dict[str, dict[Sense, Entry]] = {}
    for text, sense, entry in triples:
        names.setdefault(normal(text), {}).setdefault(sense, entry)
    longest = max(len(name.split()) for name in names)
    return Gazetteer(names, countries, longest, frozenset(map(opening, names)))


@lru_cache(maxsize=50_000)
def opening(name: str) -> str:
    """The letters before the first blank or mark of a name, for comparison.

    >>> opening("Guinea-Bissau"), opening("Côte")
    ('guinea', 'cote')
    """
    return re.split(r"\W", normal(name), maxsplit=1)[0]


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table that ships beside this module, by column."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        rows = (line for line in lines if not line.startswith("#"))
        yield from csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)


def _country(row: Mapping[str, str]) -> Entry:
    return Entry(row["name"], AgentKind.COUNTRY, row["wikidata"], row["code"])


def _country_names(
    countries: Mapping[str, Entry],
) -> Iterator[tuple[str, Sense, Entry]]:
    for row in table("countries.tsv"):
        entry = countries[row["code"]]
        for text in [row["name"], *_values(row["other_names"]), *_official(entry)]:
            yield text, Sense.NAME, entry
        for text in _values(row["capitals"]):
            yield text, Sense.CAPITAL, entry
        for text in _values(row["seats"]):
            yield text, Sense.SEAT, entry
        for text in _values(row["demonyms"]):
            yield text, Sense.DEMONYM, entry
            yield from ((form, Sense.PEOPLE, entry) for form in _plurals(text))


def _official(entry: Entry) -> Iterator[str]:
    """The names that ISO 3166 gives, without those turned round at a comma."""
    country = pycountry.countries.get(alpha_2=entry.code)
    fields = ("name", "common_name", "official_name")
    texts = (getattr(country, field, None) for field in fields)
    yield from (text for text in texts if text and "," not in text)


def _plurals(demonym: str) -> Iterable[str]:
    """The people's names in the plural: Russians, but the French, the Chinese."""
    if demonym.isupper() or demonym.endswith("."):
        return ()
    if demonym.endswith(UNCHANGED):
        return (demonym,)
    return (demonym + "s",)


UNCHANGED = ("sh", "ch", "ese", "ss", "ois", "men", "s")
"""Endings of demonyms that name the people as they stand."""


def _organization_names() -> Iterator[tuple[str, Sense, Entry]]:
    for row in table("organizations.tsv"):
        code = row["acts_for"] or None
        wikidata = row["wikidata"] or None
        entry = Entry(row["name"], AgentKind.ORGANIZATION, wikidata, code)
        for text in [row["name"], *_values(row["other_names"])]:
            yield text, Sense.NAME, entry
        for text in _values(row["shared_names"]):
            yield text, Sense.SHARED, entry
        for text in _values(row["members"]):
            yield text, Sense.DEMONYM, entry
            yield text + "s", Sense.PEOPLE, entry


def _values(cell: str) -> list[str]:
    return [value for value in cell.split(";") if value]
