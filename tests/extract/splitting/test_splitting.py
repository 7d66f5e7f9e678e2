from extract.splitting import items, sentences
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


def test_the_sentences_of_a_quotation_are_told_apart() -> None:
    rows = [
        ("“", "PUNCT", "punct", 3),
        ("We", "PRON", "nsubj", 3),
        ("will", "AUX", "aux", 3),
        ("fight", "VERB", "root", 3),
        (".", "PUNCT", "punct", 3),
        ("Courts", "NOUN", "nsubj", 7),
        ("must", "AUX", "aux", 7),
        ("listen", "VERB", "ccomp", 10),
        (",", "PUNCT", "punct", 10),
        ("”", "PUNCT", "punct", 10),
        ("said", "VERB", "root", 10),
        ("Ana", "PROPN", "nsubj", 10),
    ]
    content = "“ We will fight . Courts must listen , ”"
    told = sentences(attribution(parsed(rows), "said", content))
    assert [one.content[0].text for one in told] == [
        "“ We will fight .", "Courts must listen , ”",
    ]  # fmt: skip


def test_clauses_that_and_that_joins_are_told_apart() -> None:
    rows = [
        ("She", "PRON", "nsubj", 1),
        ("said", "VERB", "root", 1),
        ("that", "SCONJ", "mark", 4),
        ("dams", "NOUN", "nsubj", 4),
        ("leaked", "VERB", "ccomp", 1),
        ("and", "CCONJ", "cc", 8),
        ("that", "SCONJ", "mark", 8),
        ("rain", "NOUN", "nsubj", 8),
        ("helped", "VERB", "conj", 4),
    ]
    whole = attribution(parsed(rows), "said", "that dams leaked and that rain helped")
    assert [one.content[0].text for one in sentences(whole)] == [
        "that dams leaked", "that rain helped",
    ]  # fmt: skip


def test_what_is_held_instead_is_another_statement() -> None:
    rows = [
        ("She", "PRON", "nsubj", 1),
        ("said", "VERB", "root", 1),
        ("it", "PRON", "nsubj", 5),
        ("does", "AUX", "aux", 5),
        ("not", "PART", "advmod", 5),
        ("want", "VERB", "ccomp", 1),
        ("dams", "NOUN", "obj", 5),
        ("but", "CCONJ", "cc", 8),
        ("seeks", "VERB", "conj", 5),
        ("a", "DET", "det", 10),
        ("park", "NOUN", "obj", 8),
    ]
    whole = attribution(parsed(rows), "said", "it does not want dams but seeks a park")
    assert [one.content[0].text for one in sentences(whole)] == [
        "it does not want dams", "seeks a park",
    ]  # fmt: skip


def test_a_quoted_clause_and_a_verb_without_a_subject_are_one() -> None:
    rows = [
        ("“", "PUNCT", "punct", 3),
        ("We", "PRON", "nsubj", 3),
        ("can", "AUX", "aux", 3),
        ("build", "VERB", "root", 3),
        ("faster", "ADV", "advmod", 3),
        ("and", "CCONJ", "cc", 6),
        ("pollute", "VERB", "conj", 3),
        ("less", "ADV", "advmod", 6),
        ("”", "PUNCT", "punct", 3),
    ]
    said = "“ We can build faster and pollute less ”"
    whole = attribution(parsed(rows), "can", said)
    assert items(whole, own_words=True) == [whole]


def test_a_noun_joined_to_a_clause_is_one_in_it() -> None:
    rows = [
        ("They", "PRON", "nsubj", 1),
        ("demand", "VERB", "root", 1),
        ("that", "SCONJ", "mark", 5),
        ("seats", "NOUN", "nsubj", 5),
        ("be", "AUX", "aux", 5),
        ("kept", "VERB", "ccomp", 1),
        ("for", "ADP", "case", 7),
        ("runners", "NOUN", "obl", 5),
        ("and", "CCONJ", "cc", 10),
        ("pole", "NOUN", "compound", 10),
        ("vaulters", "NOUN", "conj", 5),
    ]
    whole = attribution(
        parsed(rows), "demand", "that seats be kept for runners and pole vaulters"
    )
    assert items(whole) == [whole]


def test_all_clauses_that_begin_with_that_are_told_apart() -> None:
    rows = [
        ("Ada", "PROPN", "nsubj", 1),
        ("said", "VERB", "root", 1),
        ("that", "SCONJ", "mark", 4),
        ("tolls", "NOUN", "nsubj", 4),
        ("fell", "VERB", "ccomp", 1),
        (",", "PUNCT", "punct", 8),
        ("that", "SCONJ", "mark", 8),
        ("roads", "NOUN", "nsubj", 8),
        ("closed", "VERB", "advcl", 4),
        ("and", "CCONJ", "cc", 12),
        ("that", "SCONJ", "mark", 12),
        ("trains", "NOUN", "nsubj", 12),
        ("stood", "VERB", "conj", 8),
    ]
    said = "that tolls fell , that roads closed and that trains stood"
    found = sentences(attribution(parsed(rows), "said", said))
    assert [each.content[0].text for each in found] == [
        "that tolls fell", "that roads closed", "that trains stood",
    ]  # fmt: skip


def test_a_capital_after_a_question_begins_a_sentence() -> None:
    rows = [
        ("Do", "AUX", "aux", 2),
        ("you", "PRON", "nsubj", 2),
        ("pay", "VERB", "ccomp", 8),
        ("?", "PUNCT", "punct", 2),
        ("We", "PRON", "nsubj", 5),
        ("do", "VERB", "ccomp", 2),
        ("often", "ADV", "advmod", 5),
        ("Ada", "PROPN", "nsubj", 8),
        ("asked", "VERB", "root", 8),
    ]
    found = sentences(attribution(parsed(rows), "asked", "Do you pay ? We do often"))
    assert [each.content[0].text for each in found] == ["Do you pay ?", "We do often"]
