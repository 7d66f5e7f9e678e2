import pytest

from extract.agents.gazetteer import table
from extract.agents.notables import notables
from extract.agents.speakers import speakers
from ontology.claim import Agent, Article
from tests.extract.agents.sentences import attribute, build

ARTICLE = Article(id="a", source="a.txt", text="")


def agent(text: str, source: str) -> Agent:
    doc = attribute(build(text), (source, "said", "it rained"))
    return speakers(doc, ARTICLE)[0].agent


def speaker(text: str, source: str) -> str:
    return agent(text, source).name


def test_a_family_name_alone_is_the_one_a_reader_knows() -> None:
    text = (
        "[PER Modi] said it rained/VBD in [LOC Delhi] . The Indian farmers left/VBD ."
    )
    assert speaker(text, "Modi") == "Narendra Modi"


def test_without_the_country_in_the_article_nobody_is_guessed() -> None:
    assert speaker("[PER Modi] said it rained/VBD in [LOC Rome] .", "Modi") == "Modi"


def test_a_full_name_in_the_article_goes_before() -> None:
    text = (
        "[PER Rita Modi] , a nurse from [LOC India] , left/VBD ."
        " [PER Modi] said it rained/VBD ."
    )
    assert speaker(text, "Modi#2") == "Rita Modi"


def test_a_spelling_leads_to_one_name() -> None:
    text = "[PER Volodymyr Zelenskyy] said it rained/VBD in [LOC Ukraine] ."
    assert speaker(text, "Volodymyr Zelenskyy") == "Volodymyr Zelensky"


@pytest.mark.parametrize(
    ("title", "countries"),
    [("Prime Minister", ["India"]), ("Former Prime Minister", []), ("Mr.", [])],
)
def test_who_is_told_to_hold_the_office_speaks_for_the_country(
    title: str, countries: list[str]
) -> None:
    text = f"{title} [PER Narendra Modi] said it rained/VBD in [LOC Delhi] ."
    told = agent(text, f"{title} Narendra Modi")
    assert [ref.name for ref in told.represents] == countries


def test_every_row_names_a_known_country_or_body() -> None:
    rows = list(table("notables.tsv"))
    assert len(rows) > 100
    known = {notable.name for notable in notables().values()}
    assert [row["name"] for row in rows if row["name"] not in known] == []
