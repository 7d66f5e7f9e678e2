"""Who is a person and who a body, of names that were labelled as persons'."""

import pytest

from extract.agents.tokens import tokens
from tests.extract.agents.sentences import build


def _label(text: str, name: str) -> str:
    """The label of a name's first place."""
    doc = tokens(build(text))
    return next(label for *at, label in doc.entities if doc.text(*at) == name)


@pytest.mark.parametrize(
    "text",
    [
        "[PER Orvana] , Norway 's largest phone maker , said it rained/VBD .",
        "[PER Orvana] , [LOC Peru] 's biggest gold producer , said it rained/VBD .",
        "Their employer , [PER Orvana] , hired/VBD nurses .",
        "Shares in [PER Orvana] fell/VBD .",
        "Investors in [PER Orvana] left/VBD .",
        "[PER Orvana] , based/VBN in [LOC Oslo] , hired/VBD nurses .",
        "[PER Orvana] said it disagreed/VBD .",
        "[PER Orvana] , a family 's , said on Friday it would/MD not/RB pay/VB .",
        "[PER Orvana] denied/VBD that and said it would/MD take/VB the case there .",
        "[PER Orvana] hired/VBD nurses . Its lawyer wept/VBD .",
        "[PER Orvana] hired/VBD nurses . ¶ The company fired/VBD them .",
        "[PER Orvana] hired/VBD nurses . It denied/VBD that .",
        "[PER Minera Alta] said it disagreed/VBD . The company left/VBD .",
        "[PER Ana Roe] told [PER Orvana] that it rained/VBD .",
    ],
)
def test_who_is_an_it_is_a_body(text: str) -> None:
    name = "Minera Alta" if "Minera" in text else "Orvana"
    assert _label(text, name) == "ORGANIZATION"


@pytest.mark.parametrize(
    "text",
    [
        "[PER Orvana] said it rained/VBD .",
        "[PER Orvana] said it would/MD help/VB farmers .",
        "[PER Orvana] said it would/MD take/VB years .",
        "[PER Orvana] said [ORG Acme] had/VBD asked/VBN if it agreed/VBD .",
        "[PER Orvana] praised/VBD the bank . Its lawyer wept/VBD .",
        "[PER Orvana] read/VBD the report . It denied/VBD that .",
        "[PER Orvana] sang/VBD in [LOC Oslo] . Its lawyer wept/VBD .",
        "[PER Orvana] said it disagreed/VBD , and he left/VBD .",
        "[PER Orvana] left/VBD . She wept/VBD . [PER Orvana] said it disagreed/VBD .",
        "[PER Orvana] , 41 , said it disagreed/VBD .",
        "[PER Orvana] , a nurse , left/VBD . [PER Orvana] said it disagreed/VBD .",
        "Judge [PER Orvana] left/VBD . [PER Orvana] said it disagreed/VBD .",
        "[PER Modi] said it disagreed/VBD .",
        "[PER Minera Alta] said it disagreed/VBD .",
        "[PER Orvana] left/VBD . She told [PER Orvana] that it rained/VBD .",
    ],
)
def test_without_a_sign_or_with_one_of_a_person_the_label_stays(text: str) -> None:
    assert {label for _, _, label in tokens(build(text)).entities} & {"PERSON"}


def test_a_secretary_of_state_is_a_person() -> None:
    text = "Secretary of state [PER Orvana Roe] left/VBD ."
    assert _label(text, "Orvana Roe") == "PERSON"


def test_who_is_later_told_by_family_name_is_a_person() -> None:
    text = "A group [PER Orvana Roe] led/VBD won/VBD . [PER Roe] left/VBD ."
    assert _label(text, "Orvana Roe") == "PERSON"
