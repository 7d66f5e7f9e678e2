"""The article's own date: from metadata, a date line or a dateline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.article_date import article_date, datelines

DATED = [
    ("Talks resume\n\nTue 14th Jan, 2025\n\nThe talks resumed.", "2025-01-14"),
    ("Published: 3 May 2024\nThe talks resumed.", "2024-05-03"),
    ("Talks\n\nBy Jane Doe\nMarch 5, 2024 at 10:30 a.m. EST\n\nBody.", "2024-03-05"),
    ("Talks\nJane Doe | 5 March 2024 | 5 min read\nBody.", "2024-03-05"),
    ("Talks\nLast updated on: 2024-03-06T10:00:00Z\nBody.", "2024-03-06"),
    ("Talks\nUpdated 6 March 2024\nPublished 5 March 2024\nBody.", "2024-03-05"),
    (
        "Published: 10:02 GMT, 5 March 2024 | Updated: 11:00 GMT, 6 March 2024\nX.",
        "2024-03-05",
    ),
    ("Talks\nThe talks resumed.\n\nPosted on 03/25/2024", "2024-03-25"),
    ("BEIJING, Jan. 5, 2024 (Xinhua) -- The talks resumed.", "2024-01-05"),
    ("WASHINGTON, D.C. (January 5, 2024) – The talks resumed.", "2024-01-05"),
    ("Geneva, 5 January 2024 – The talks resumed.", "2024-01-05"),
    ("KYIV, Ukraine — July 4, 2024 — The talks resumed.", "2024-07-04"),
    ("London | 5 March 2024\nThe talks resumed.", "2024-03-05"),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_a_date_line_or_dateline_dates_the_article(text: str, day: str) -> None:
    assert article_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On March 5, 2024, the minister said so.",
        "The election of 5 March 2024\nThe talks resumed.",
        "MOSCOW, March 17 (Reuters) - The talks resumed.",
        "BERLIN (AP) — On Monday, the talks resumed.",
        "Talks\n04/05/2024\nThe talks resumed.",
        "March 2024\nThe talks resumed.",
    ],
)
def test_no_other_date_does(text: str) -> None:
    assert article_date(text) is None


def test_metadata_comes_first() -> None:
    text = "Talks\nPublished: 3 May 2024\nBody."
    assert article_date(text, {"date": "2024-05-02T23:00:00Z"}) == "2024-05-02"
    assert article_date(text, {"date": "soon", "published": None}) == "2024-05-03"


def test_the_date_of_a_dateline_is_known_as_such() -> None:
    text = "Talks\nMOSCOW, March 17 (Reuters) - On March 16, he said so."
    (span,) = datelines(text)
    assert text[slice(*span)] == "March 17"


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    article_date(text)
    list(datelines(text))
