"""Quotations that a name signs, in texts of our own."""

import pytest
from spacy.language import Language

from extract.attributions import attributions


def told(nlp: Language, text: str) -> list[tuple[str, str]]:
    """Who says what, a row for each piece."""
    return [
        (own.source[0].text, piece.text)
        for own in attributions(nlp(text))
        for piece in own.content
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The council never asked us.” — Hana Novak, teacher", "Hana Novak, teacher"),
        ('"I pay forty crowns a day to go home." - Petr Dvorak.', "Petr Dvorak"),
        ("“We have waited ten years for this.”― Ida Lund", "Ida Lund"),
        (
            "“We have waited ten years for this.”\n— Ida Lund, Bergen",
            "Ida Lund, Bergen",
        ),
    ],
)
def test_who_signs_a_quotation_speaks(nlp: Language, text: str, expected: str) -> None:
    [(speaker, _)] = told(nlp, f"Readers on the toll\n\n{text}")
    assert speaker == expected


def test_a_signed_quotation_is_nobody_elses(nlp: Language) -> None:
    text = (
        "The mayor, Ana Prado, said: “The toll stays.”\n\n"
        "“The council never asked us.” — Hana Novak\n\n"
        "“My shop will close in May.” — Petr Dvorak"
    )
    assert told(nlp, text)[1:] == [
        ("Hana Novak", "“The council never asked us.”"),
        ("Petr Dvorak", "“My shop will close in May.”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The Long Night” – Ida Lund plays at the Odeon",
        "“A Year in Bergen” – tickets from Monday",
    ],
)
def test_a_title_before_a_dash_is_signed_by_nobody(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []
