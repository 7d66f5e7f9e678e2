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


def test_a_verb_cut_off_from_its_subject_is_no_item() -> None:
    rows = [
        ("It", "PRON", "nsubj", 1),
        ("promised", "VERB", "root", 1),
        ("Oslo", "PROPN", "nsubj", 4),
        ("would", "AUX", "aux", 4),
        ("wait", "VERB", "ccomp", 1),
        ("and", "CCONJ", "cc", 6),
        ("had", "VERB", "conj", 4),
        ("doses", "NOUN", "obj", 6),
    ]
    doc = parsed(rows)
    doc[6].tag_ = "VBD"
    whole = attribution(doc, "promised", "Oslo would wait and had doses")
    assert items(whole) == [whole]
