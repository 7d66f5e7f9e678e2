import pytest

from extract.stance_rules import rule


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("Why did nobody call the fire brigade?", "question"),
        ("that the ferry must run in winter", "obligation"),
        ("“Parents have to be asked first,”", "obligation"),
        ("that Chad would be insisting on a ceasefire", "insistence"),
        ("the union was open to a shorter week", "readiness"),
    ],
)
def test_the_first_rule_that_fits_decides(content: str, name: str) -> None:
    found = rule("said", content)
    assert found is not None
    assert found[0].name == name
    assert found[1] in content


@pytest.mark.parametrize("content", ["that rents rose", "she opened the door to him"])
def test_other_words_are_left_to_the_model(content: str) -> None:
    assert rule("said", content) is None


@pytest.mark.parametrize(
    "cue", ["did not rule out", "hasn't rejected", "would never publicly oppose"]
)
def test_a_negated_cue_of_opposition_is_turned_over(cue: str) -> None:
    found = rule(cue, "a tax on ferries")
    assert found is not None
    assert found[0].stance == "accepts"


@pytest.mark.parametrize("cue", ["ruled out", "not only rejected", "did not mention"])
def test_another_cue_is_not(cue: str) -> None:
    assert rule(cue, "a tax on ferries") is None
