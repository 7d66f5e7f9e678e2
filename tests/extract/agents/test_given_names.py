import pytest

from extract.agents.given_names import gender_by_name
from extract.agents.lexicon import Gender


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Akosua Nyarko", Gender.FEMALE),
        ("José Cardoso", Gender.MALE),
        ("Robin Hale", None),
        ("Grace", None),
    ],
)
def test_gender_by_the_given_name_of_a_full_name(
    name: str, expected: Gender | None
) -> None:
    assert gender_by_name(name) is expected
