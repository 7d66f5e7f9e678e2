from extract.encoding.words import SHAPES, break_before, words


def _lowered(text: str) -> set[str]:
    """The words with a capital whose shape is that of a word without one."""
    texts, breaks, end = [], [], 0
    for word in text.split():
        start = text.index(word, end)
        breaks.append(break_before(text[end:start]))
        texts.append(word)
        end = start + len(word)
    found = words(texts, breaks)
    lower = SHAPES.index("lower")
    pairs = zip(found.texts, found.shapes, strict=True)
    return {word for word, shape in pairs if shape == lower and not word.islower()}


BODY = "\n\nThe mayor , Rose Banks , said that the river banks near her street rose ."


def test_words_of_a_headline_are_lower_that_the_text_has_so() -> None:
    found = _lowered(f"River Near The Mayor Slams Police{BODY}")

    assert found == {"Near", "The", "Mayor"}


def test_a_name_of_the_text_keeps_its_capital_in_the_headline() -> None:
    assert not {"Rose", "Banks"} & _lowered(f"Mayor Rose Banks Slams Police{BODY}")


def test_a_headline_in_plain_case_and_a_byline_stay_as_they_are() -> None:
    assert _lowered(f"River Banks flooded , says Mayor{BODY}") == set()
    assert _lowered(f"By Street Banks{BODY}") == set()


def test_a_word_that_is_seldom_a_name_is_lower() -> None:
    streets = " They closed the street ." * 5
    text = f"Mayor Closes Flooded Street Again{BODY} It is in Front Street .{streets}"

    assert _lowered(text) == {"Street"}
