"""The article's own date: from metadata, a date line or a dateline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates.article_date import article_date
from extract.dates.date_lines import datelines, yearless
from extract.dates.meanings import Calendar

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
    ("Jan. 5, 2024 (Reuters) - The talks resumed.", "2024-01-05"),
    ("New Delhi, Jan 5, 2024 (PTI) The talks resumed.", "2024-01-05"),
    ("MOSCOW, January 5, 2024. /TASS/. The talks resumed.", "2024-01-05"),
    ("SAN JOSE, Calif., Jan. 5, 2024 /PRNewswire/ -- They resumed.", "2024-01-05"),
    ("ANKARA, Türkiye, Jan 5, 2024 (AA) - The talks resumed.", "2024-01-05"),
    ("Geneva/New York, 5 January 2024—The talks resumed.", "2024-01-05"),
    ("Windhoek, 05 JAN 2024 (NAMPA) - The talks resumed.", "2024-01-05"),
    ("São Paulo, 5 January 2024\n\nThe talks resumed.", "2024-01-05"),
    ("Talks\nFor immediate release: 5 January 2024\nThe talks.", "2024-01-05"),
    ("Talks\nIssued on: 25/01/2024 - 11:02\nThe talks resumed.", "2024-01-25"),
    ("Talks\nJane Doe / 5 January 2024\nThe talks resumed.", "2024-01-05"),
    ("Talks\nThursday, 18th September, 2025\nThe talks resumed.", "2025-09-18"),
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
        "Pupils to strike on 5 March 2024 – union\nThe talks resumed.",
        "Strike Set For March 5, 2024 - Union\nThe talks resumed.",
        "Since Monday 5 March 2024\nThe talks resumed.",
        "A\n" * 12 + "Correction:\nIt was not so.\nFriday, March 5, 2024.",
    ],
)
def test_no_other_date_does(text: str) -> None:
    assert article_date(text) is None


def test_metadata_comes_first() -> None:
    text = "Talks\nPublished: 3 May 2024\nBody."
    assert article_date(text, {"date": "2024-05-02T23:00:00Z"}) == "2024-05-02"
    assert article_date(text, {"date": "soon", "published": None}) == "2024-05-03"


LEAD = "GENEVA, Sept 18 (Agency) - Nurses on Thursday rejected a pay deal"


@pytest.mark.parametrize(
    ("metadata", "day"),
    [
        ({"url": "https://news.example/world/2025/talks"}, "2025-09-18"),
        ({"url": "https://news.example/2025/sep/19/talks"}, "2025-09-19"),
        ({"modified": "2025-09-20T08:00:00Z"}, "2025-09-18"),
        ({"modified": "2025-03-20"}, "2024-09-18"),
        ({"url": "https://news.example/talks-12345"}, None),
    ],
)
def test_a_year_left_out_is_that_of_the_address_or_of_a_change(
    metadata: dict[str, str], day: str | None
) -> None:
    assert article_date(f"{LEAD}.", metadata) == day


def test_a_year_left_out_is_no_guess() -> None:
    assert article_date(f"{LEAD} that they signed in 2024.") is None


def test_a_list_of_days_is_nobodys_own() -> None:
    assert yearless("Talks\n18 September\nThey met.") == Calendar(None, 9, 18)
    assert yearless("Talks\n18 September\nThey met.\n19 September\nX.") is None


def test_the_date_of_a_dateline_is_known_as_such() -> None:
    text = "Talks\nMOSCOW, March 17 (Reuters) - On March 16, he said so."
    (span,) = datelines(text)
    assert text[slice(*span)] == "March 17"


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    article_date(text)
    list(datelines(text))
