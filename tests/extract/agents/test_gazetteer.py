import re

import pycountry
import pytest

from extract.agents.gazetteer import Sense, gazetteer, normal, table
from ontology.ids import slug


@pytest.mark.parametrize(
    ("text", "sense", "name"),
    [
        ("U.S.", Sense.NAME, "United States"),
        ("UAE", Sense.NAME, "United Arab Emirates"),
        ("Hellenic Republic", Sense.NAME, "Greece"),
        ("Burma", Sense.NAME, "Myanmar"),
        ("Kiev", Sense.CAPITAL, "Ukraine"),
        ("Kyiv", Sense.CAPITAL, "Ukraine"),
        ("Washington", Sense.CAPITAL, "United States"),
        ("the White House", Sense.SEAT, "United States"),
        ("the Élysée", Sense.SEAT, "France"),
        ("Elysee", Sense.SEAT, "France"),
        ("Downing Street", Sense.SEAT, "United Kingdom"),
        ("British", Sense.DEMONYM, "United Kingdom"),
        ("Brits", Sense.PEOPLE, "United Kingdom"),
        ("Iraqis", Sense.PEOPLE, "Iraq"),
        ("the Chinese", Sense.PEOPLE, "China"),
        ("Nato", Sense.NAME, "NATO"),
        ("I.M.F.", Sense.NAME, "International Monetary Fund"),
        ("the African Union", Sense.NAME, "African Union"),
        ("Democrats", Sense.PEOPLE, "Democratic Party"),
    ],
)
def test_names(text: str, sense: Sense, name: str) -> None:
    entry = gazetteer().find(text, sense)

    assert entry is not None
    assert entry.name == name


@pytest.mark.parametrize("word", ["us", "who", "it", "au", "un", "Narnia", ""])
def test_common_words_are_no_names(word: str) -> None:
    assert gazetteer().find(word, *Sense) is None


def test_every_country_is_one_of_iso() -> None:
    rows = list(table("countries.tsv"))

    codes = {row["code"] for row in rows}
    national = {code for code in codes if "-" not in code} - {"XK"}  # Kosovo has none
    assert len(codes) == len(rows) == 209
    assert all(pycountry.countries.get(alpha_2=code) for code in national)
    assert all(re.fullmatch(r"Q[1-9]\d*", row["wikidata"]) for row in rows)


def test_ids_are_distinct() -> None:
    rows = [*table("countries.tsv"), *table("organizations.tsv")]

    items = [row["wikidata"] for row in rows if row["wikidata"]]
    assert len({slug(row["name"]) for row in rows}) == len(rows)
    assert len(set(items)) == len(items)


def test_organizations_point_at_countries() -> None:
    codes = {row["code"] for row in table("countries.tsv")}

    assert {row["acts_for"] for row in table("organizations.tsv")} <= codes | {""}


def test_normal_is_stable() -> None:
    assert normal(normal("The Côte d’Ivoire")) == normal("Côte d'Ivoire")
