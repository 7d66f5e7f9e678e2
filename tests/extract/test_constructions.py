"""Attributions in the constructions that news is made of, in sentences of our own.

Each case gives the text and, for every attribution expected, its source, cue and
content pieces as written. Known failures are marked, never left out.
"""

import pytest
from spacy.language import Language

from extract.attributions import attributions

Expected = list[tuple[str, str, list[str]]]

CASES: dict[str, tuple[str, Expected]] = {
    "said that": (
        "The health minister said that hospitals would stay open.",
        [("The health minister", "said", ["that hospitals would stay open"])],
    ),
    "inverted": (
        "“We will not sign this contract,” said union leader Marta Brandt.",
        [("union leader Marta Brandt", "said", ["“We will not sign this contract,”"])],
    ),
    "split": (
        "“The dam is safe,” Governor Ade Bello said on Monday. “Nobody has to leave.”",
        [
            (
                "Governor Ade Bello",
                "said",
                ["“The dam is safe,”", "“Nobody has to leave.”"],
            )
        ],
    ),
    "over paragraphs": (
        "“The river will rise,” Mayor Anna Kowalska told the council.\n\n"
        "“We have asked three times.\n\n“I will not wait.”\n\n"
        "Councillor Piotr Zając called the plan “reckless”.",
        [
            (
                "Mayor Anna Kowalska",
                "told",
                [
                    "“The river will rise,”",
                    "“We have asked three times.",
                    "“I will not wait.”",
                ],
            ),
            ("Councillor Piotr Zając", "called", ["the plan “reckless”"]),
        ],
    ),
    "straight quotes": (
        'The mayor told reporters: "We are out of money."',
        [("The mayor", "told", ['"We are out of money."'])],
    ),
    "according to": (
        "According to the central bank, inflation will fall next year.",
        [("the central bank", "According to", ["inflation will fall next year"])],
    ),
    "according to, at the end": (
        "Inflation will fall next year, according to the central bank.",
        [("the central bank", "according to", ["Inflation will fall next year"])],
    ),
    "coordination": (
        "The teachers demanded higher pay and rejected the government's offer.",
        [
            ("The teachers", "demanded", ["higher pay"]),
            ("The teachers", "rejected", ["the government's offer"]),
        ],
    ),
    "intention": (
        "Kenya wants to host the climate summit.",
        [("Kenya", "wants", ["to host the climate summit"])],
    ),
    "promise": (
        "The company promised to rehire all workers by June.",
        [("The company", "promised", ["to rehire all workers by June"])],
    ),
    "negated cue": (
        "The senator did not rule out a run for president.",
        [("The senator", "did not rule out", ["a run for president"])],
    ),
    "accusation": (
        "Opposition leaders accused the president of rigging the vote.",
        [
            (
                "Opposition leaders",
                "accused",
                ["the president of rigging the vote"],
            )
        ],
    ),
    "passive": (
        "The plan was rejected by the country's largest union.",
        [("the country's largest union", "was rejected", ["The plan"])],
    ),
    "nominal cue": (
        "The bishop repeated his call for an end to the strike.",
        [("The bishop", "repeated his call for", ["an end to the strike"])],
    ),
    "relative clause": (
        "Anna Kovacs, who warned that the bridge could collapse, was dismissed.",
        [("who", "warned", ["that the bridge could collapse"])],
    ),
    "no quotation marks": (
        "We have nothing to hide, the director said.",
        [("the director", "said", ["We have nothing to hide"])],
    ),
    "scare quotes": (
        "The so-called “miracle cure” has been on sale since May.",
        [],
    ),
    "plain action": (
        "The minister opened the new bridge on Friday and then left for Paris.",
        [],
    ),
    "belief": (
        "Economists believe the recession is over.",
        [("Economists", "believe", ["the recession is over"])],
    ),
    "headline": (
        "Brazil rejects climate deal\n\nThe talks ended on Sunday.",
        [("Brazil", "rejects", ["climate deal"])],
    ),
}

FAILS = {
    "nominal cue": "'repeated' is the cue, 'his call ...' the content",
}
"""Cases that the present model misses, and how."""


def found(nlp: Language, text: str) -> Expected:
    return [
        (
            a.source[0].text.rstrip(",") if a.source else "",
            a.cue.text,
            [span.text for span in a.content],
        )
        for a in attributions(nlp(text))
    ]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(
            name, marks=pytest.mark.xfail(reason=FAILS[name]) if name in FAILS else ()
        )
        for name in CASES
    ],
)
def test_construction(nlp: Language, name: str) -> None:
    text, expected = CASES[name]
    assert found(nlp, text) == expected


def test_a_missing_quotation_mark_spoils_only_its_paragraph(nlp: Language) -> None:
    text = (
        "“We will appeal, the lawyer said.\n\n"
        "The judge said the case was closed.\n\n"
        "“I am relieved,” said the owner."
    )
    cues = [a.cue.text for a in attributions(nlp(text))]
    assert cues[-2:] == ["said", "said"]
    assert len(cues) == 3


def test_a_quotation_over_paragraphs_keeps_its_speaker(nlp: Language) -> None:
    text = (
        "“The strike goes on,” said Lena Ortiz, who leads the drivers' union. “We have "
        "waited for two years.\n\n“We will wait no longer.”"
    )
    (attribution, *_) = attributions(nlp(text))
    assert attribution.content[-1].text == "“We will wait no longer.”"
