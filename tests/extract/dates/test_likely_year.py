"""The likely year of a day given without one: by its weekday and the years told."""

import pytest

from extract.dates.date_lines import yearless
from extract.dates.likely_year import likely_day

DATELINE = "GENEVA, Sept 18 (Agency) - "


def likely(text: str) -> str | None:
    own = yearless(text)
    assert own is not None
    day = likely_day(own, text)
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Nurses on Thursday rejected a deal of 2024.", "2025-09-18"),
        ("Nurses rejected a deal late Thursday, as they did in 2022.", "2025-09-18"),
        ("Nurses struck on Thursday.\n\nPay has not risen since 2023.", "2025-09-18"),
        ("Nurses on Thursday rejected a deal that will end in 2026.", None),
        ("Nurses on Thursday rejected a deal signed in 2017.", None),
        ("Nurses on Thursday, and doctors on Monday, did so as in 2024.", None),
        ("Nurses will strike from Thursday, as they did in 2024.", None),
        ("Nurses on Thursday rejected a deal.", None),
        ("Nurses rejected a deal, as they did in 2024.", None),
    ],
)
def test_a_weekday_soon_after_a_year_told_points_to_one(
    lead: str, day: str | None
) -> None:
    assert likely(f"{DATELINE}{lead}") == day


def test_the_weekday_of_a_date_line_does_so_too() -> None:
    text = "Talks\nThursday, September 18\nThe deal was signed in 2024."
    assert likely(text) == "2025-09-18"
    assert likely(text.replace("Thursday, ", "")) is None
