"""For whom an officer speaks whose title names no body."""

import pytest
from spacy.language import Language

from extract.agents.speakers import speakers
from ontology.claim import Article
from ontology.ids import article_id


def _represented(nlp: Language, text: str, words: str) -> list[str]:
    """Whom the speaker of the claim represents whose cue follows these words."""
    doc = nlp(text)
    found = speakers(doc, Article(id=article_id(text), source="a.txt", text=text))
    mentioned = [one.agent for one in found if words in one.agent.mention]
    return [ref.name for ref in mentioned[0].represents]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "The Rail Safety Board welcomed the verdict. Chairwoman Ines Falk said "
            "the rules would change.",
            "Ines Falk",
            ["Rail Safety Board"],
        ),
        (
            "Norland's central bank kept rates at 3%. The vote was close. Governor "
            "Ida Roe said inflation was falling.",
            "Ida Roe",
            ["Norland's central bank"],
        ),
        (
            "The Harbour Trust rejected the figures. A spokesman said they were old.",
            "spokesman",
            ["Harbour Trust"],
        ),
        (
            "The Harbour Trust rejected the figures, Mayor Ida Roe said. A spokesman "
            "said they were old.",
            "spokesman",
            [],
        ),
        (
            "Latvia's beekeepers' federation has asked for help. The winter was long "
            'and the hives are empty. "Half are dead," federation head Olga Berzina '
            "said.",
            "Berzina",
            ["Latvia's beekeepers' federation"],
        ),
        (
            "The Egg Federation met the Poultry Federation. The winter was long. "
            '"Half are dead," federation head Olga Berzina said.',
            "Berzina",
            [],
        ),
        (
            "Jonas Bekele, the UN Humanitarian Coordinator for Ghana, said the camps "
            "were full.",
            "Bekele",
            ["United Nations"],
        ),
        (
            "A spokeswoman for the fisheries ministry said the quota would stay.",
            "spokeswoman",
            ["fisheries ministry"],
        ),
        (
            "Cheese chief wants a levy\n\nKenya's dairy board plans to raise prices "
            "after a dry spring in the Rift Valley, its director said on Friday.",
            "its director",
            ["Kenya's dairy board"],
        ),
        (
            "The bookmaker Kestobet, founded in Malta in 2014, sponsors nine clubs. "
            "Its head of marketing, Joan Pell, said the deal would stand.",
            "Pell",
            ["Kestobet"],
        ),
        (
            "Denmark and Iceland back the pact. Italy does not: its delegate, Paolo "
            "Neri, said it was weak.",
            "Neri",
            ["Italy"],
        ),
        (
            "Ghana asked for a truce on Monday. Togo rejected the map. The parties "
            "agreed to meet in May.",
            "The parties",
            ["Ghana", "Togo"],
        ),
        (
            "Ghana asked for a truce on Monday. Togo rejected the map. Mali welcomed "
            "it. The parties agreed to meet in May.",
            "The parties",
            [],
        ),
    ],
)
def test_whom_an_officer_represents(
    nlp: Language, text: str, words: str, names: list[str]
) -> None:
    assert _represented(nlp, text, words) == names
