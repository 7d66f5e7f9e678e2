"""Lists of which only the first items were tagged."""

from spacy.tokens import Doc

from extract.linking.running_lists import with_whole_list
from tests.extract.docs import Row, attribution, parsed

LIST: list[Row] = [
    ("They", "PRON", "nsubj", 1),
    ("want", "VERB", "root", 1),
    ("a", "DET", "det", 3),
    ("cap", "NOUN", "obj", 1),
    (",", "PUNCT", "punct", 6),
    ("monthly", "ADJ", "amod", 6),
    ("reports", "NOUN", "obj", 1),
    ("and", "CCONJ", "cc", 9),
    ("free", "ADJ", "amod", 9),
    ("meals", "NOUN", "conj", 6),
]


def content(doc: Doc, said: str, free: set[int]) -> str:
    found = with_whole_list(attribution(doc, "want", said), free)
    return found.content[0].text


def test_a_list_runs_to_its_last_item() -> None:
    doc = parsed(LIST)
    said = content(doc, "a cap", set(range(len(doc))))
    assert said == "a cap , monthly reports and free meals"


def test_a_list_ends_where_others_speak() -> None:
    doc = parsed(LIST)
    assert content(doc, "a cap", set(range(8))) == "a cap"


def test_a_clause_after_the_comma_is_no_item() -> None:
    doc = parsed(LIST)
    doc[6].pos_, doc[6].tag_ = "VERB", "VBD"
    assert content(doc, "a cap", set(range(len(doc)))) == "a cap"


def test_what_stands_before_the_cue_stays() -> None:
    doc = parsed([(word, tag, dep, head) for word, tag, dep, head in LIST])
    found = attribution(doc, "want", "They")
    assert with_whole_list(found, set(range(len(doc)))) == found
