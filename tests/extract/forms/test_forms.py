"""What the form of a sentence or headline tells, in texts of our own.

Some are heard by the encoder, too: what counts is that they are told.
"""

import pytest
from spacy.language import Language

from extract.attributions import attributions
from extract.forms.phrases import speaks, titles
from tests.extract.docs import plain
from tests.extract.lists.tagged import tagged

BODY = "\n\nNurses waited in the rain for three hours."

CASES: dict[str, tuple[str, tuple[str, str, str]]] = {
    "inverted, without quotation marks": (
        "No comment, said Li.",
        ("Li", "said", "No comment"),
    ),
    "one word": (
        "Nonsense, replied the minister.",
        ("the minister", "replied", "Nonsense"),
    ),
    "an inverted headline": (
        f"No deal, says nurses' union{BODY}",
        ("nurses' union", "says", "No deal"),
    ),
    "a headline with a dash": (
        f"Strike 'inevitable' - rail union{BODY}",
        ("rail union", "-", "Strike 'inevitable'"),
    ),
    "a headline with a colon": (
        f"Heatwave deaths could double by 2040: study{BODY}",
        ("study", ":", "Heatwave deaths could double by 2040"),
    ),
    "a speaker before the colon": (
        f"Minister: no deal before May{BODY}",
        ("Minister", ":", "no deal before May"),
    ),
    "a quotation before who acts": (
        f"'We were lied to': flood victims turn on mayor{BODY}",
        ("flood victims", ":", "'We were lied to'"),
    ),
    "a plan": (
        f"Norway to close reefs to trawlers{BODY}",
        ("Norway", "to", "close reefs to trawlers"),
    ),
    "an act in the second clause": (
        f"Port operator shuts pier, sees traffic down in 2031{BODY}",
        ("Port operator", "sees", "traffic down in 2031"),
    ),
    "an act despite something": (
        f"Oslo court clears tunnel plan despite protests{BODY}",
        ("Oslo court", "clears", "tunnel plan"),
    ),
    "an act in a bullet": (
        f"Ferry line cuts outlook\n* CEO rules out sale of docks{BODY}",
        ("CEO", "rules out", "sale of docks"),
    ),
    "an act of another after as": (
        f"Banks close early as Cairo eyes third loan{BODY}",
        ("Cairo", "eyes", "third loan"),
    ),
    "a figure": (
        "The clubs put the loss at $40m and want help.",
        ("The clubs", "put", "the loss at $40m"),
    ),
    "a period of grace": (
        "The regulator has given the airline until Friday to refund passengers.",
        (
            "The regulator",
            "has given",
            "the airline until Friday to refund passengers",
        ),
    ),
    "a period in days": (
        "Traders gave the government 14 days to drop the fee.",
        ("Traders", "gave", "the government 14 days to drop the fee"),
    ),
    "in the words of": (
        "The plan – “a disaster”, in the words of the nurses' union – goes ahead.",
        ("the nurses' union", "in the words of", "“a disaster”"),
    ),
    "in the view of": (
        "In the museum's view, the mask belongs in Benin.",
        ("the museum's", "view", "the mask belongs in Benin"),
    ),
    "an opinion of somebody": (
        "In the opinion of Ida Lund, who runs the kiosk, the pier should stay.",
        ("Ida Lund, who runs the kiosk", "opinion", "the pier should stay"),
    ),
    "a view of a body": (
        "In the view of the regulator, the merger would raise prices.",
        ("the regulator", "view", "the merger would raise prices"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_form_tells(nlp: Language, case: str) -> None:
    text, expected = CASES[case]
    found = [
        (a.source[0].text if a.source else "", a.cue.text, a.content[0].text)
        for a in attributions(nlp(text))
    ]
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        f"Minister resigns over leak - Harbour News{BODY}",
        f"Budget day: all the numbers{BODY}",
        f"How to grow beans on a balcony{BODY}",
        f"Storm clears after flooding three towns{BODY}",
        f"Heat puts off visitors, sees parks empty{BODY}",
        "The clubs put the cups at the door.",
        "The coach gave the players water to drink.",
        "The boat, painted in the colours of the union, sank.",
        "In the centre of town, the bridge is closed.",
        "In the view of the harbour, two boats sank.",
    ],
)
def test_no_form_tells(nlp: Language, text: str) -> None:
    assert attributions(nlp(text)) == ()


def test_titles_end_where_sentences_begin() -> None:
    doc = tagged(
        "Rain/N soon/ADV | More/A rain/N | It/PRON rained/V . | So/ADV there/ADV"
    )
    assert [line.text.strip() for line in titles(doc)] == ["Rain soon", "More rain"]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [("the rail union", True), ("Rail chaos", False), ("a study of bees", True)],
)
def test_who_can_speak_in_a_headline(phrase: str, expected: bool) -> None:
    doc = plain(phrase)
    for token in doc:
        token.pos_ = "ADP" if token.text == "of" else "NOUN"
    assert speaks(doc[:]) is expected
