from extract.splitting import items
from tests.extract.docs import attribution, parsed

LIST = [
    ("They", "PRON", "nsubj", 1),
    ("demand", "VERB", "root", 1),
    ("higher", "ADJ", "amod", 3),
    ("pay", "NOUN", "obj", 1),
    (",", "PUNCT", "punct", 6),
    ("shorter", "ADJ", "amod", 6),
    ("shifts", "NOUN", "conj", 3),
    ("and", "CCONJ", "cc", 9),
    ("free", "ADJ", "amod", 9),
    ("meals", "NOUN", "conj", 3),
]


def contents(cue: str, content: str) -> list[str]:
    found = items(attribution(parsed(LIST), cue, content))
    return [span.text for item in found for span in item.content]


def test_each_item_of_a_list_is_a_content() -> None:
    assert contents("demand", "higher pay , shorter shifts and free meals") == [
        "higher pay", "shorter shifts", "free meals",
    ]  # fmt: skip


def test_a_content_without_coordination_stays_whole() -> None:
    assert contents("demand", "higher pay") == ["higher pay"]


def test_single_words_are_one_demand() -> None:
    rows = [
        ("They", "PRON", "nsubj", 1),
        ("demand", "VERB", "root", 1),
        ("land", "NOUN", "obj", 1),
        ("and", "CCONJ", "cc", 4),
        ("water", "NOUN", "conj", 2),
    ]
    found = items(attribution(parsed(rows), "demand", "land and water"))
    assert [item.content[0].text for item in found] == ["land and water"]


def test_a_content_in_pieces_stays_whole() -> None:
    whole = attribution(parsed(LIST), "demand", "higher pay", "free meals")
    assert items(whole) == [whole]
