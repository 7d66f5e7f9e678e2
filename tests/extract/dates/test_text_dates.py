"""Dates in a text: what is found, where it stands, and what it comes to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates import text_dates
from ontology.claim import ClaimDate

MONDAY = "2025-03-17"
"""The article's date in these tests, a Monday."""


def only(text: str, published: str | None = MONDAY) -> ClaimDate:
    (found,) = text_dates(text, published)
    return found.date


STATED = [
    ("Tue 14th Jan, 2025", "2025-01-14"),
    ("Tuesday, January 14, 2025", "2025-01-14"),
    ("14 January 2025", "2025-01-14"),
    ("14th of January, 2025", "2025-01-14"),
    ("Jan. 14, 2025", "2025-01-14"),
    ("JANUARY 14, 2025", "2025-01-14"),
    ("14-Jan-2025", "2025-01-14"),
    ("2025-01-14", "2025-01-14"),
    ("2025/01/14", "2025-01-14"),
    ("14/01/2025", "2025-01-14"),
    ("01/14/2025", "2025-01-14"),
    ("11.03.2025", "2025-03-11"),
    ("July 4, 1976", "1976-07-04"),
    ("January 2025", "2025-01"),
    ("the 1990s", "199X"),
    ("spring 2024", "2024-21"),
    ("the summer of 2023", "2023-22"),
    ("winter 2024", "2024-24"),
    ("Q2 2025", "2025-34"),
    ("the first half of 2023", "2023-40"),
    ("the third quarter of 2024", "2024-35"),
    ("early 2022", "2022-01~/2022-04~"),
    ("mid-2022", "2022-05~/2022-08~"),
    ("late March 2025", "2025-03-21~/2025-03-31~"),
    ("the end of 2024", "2024-09~/2024-12~"),
    ("the start of the 1990s", "1990~/1993~"),
    ("March 3-5, 2025", "2025-03-03/2025-03-05"),
    ("3 to 5 March 2025", "2025-03-03/2025-03-05"),
    ("from March 3 to March 5, 2025", "2025-03-03/2025-03-05"),
    ("between 3 and 5 March 2025", "2025-03-03/2025-03-05"),
    ("March 30 – April 2, 2025", "2025-03-30/2025-04-02"),
    ("from January to March 2025", "2025-01/2025-03"),
    ("between 2014 and 2016", "2014/2016"),
    ("2014-2016", "2014/2016"),
    ("2014-16", "2014/2016"),
    ("2014/15", "2014/2015"),
    ("Wed 18 Sept. 2024", "2024-09-18"),
    ("Monday, 15th September, 2025", "2025-09-15"),
    ("Tuesday (September 16, 2025)", "2025-09-16"),
    ("Sept. 18, 2025 (Thursday)", "2025-09-18"),
    ("St Patrick's Day 2024", "2024-03-17"),
    ("since 2022", "2022/.."),
    ("until March 5, 2025", "../2025-03-05"),
    ("from 2022 onwards", "2022/.."),
    ("the winter of 2023-24", "2023-12/2024-02"),
]


@pytest.mark.parametrize(("words", "edtf"), STATED)
def test_a_date_with_its_year_needs_nothing_else(words: str, edtf: str) -> None:
    found = only(f"He went there in {words}.", None)
    assert (found.edtf, found.basis) == (edtf, "stated")
    assert only(f"He went there in {words}.") == found


RELATIVE = [
    ("yesterday", "2025-03-16"),
    ("yesterday evening", "2025-03-16"),
    ("today", "2025-03-17"),
    ("tomorrow", "2025-03-18"),
    ("the day after tomorrow", "2025-03-19"),
    ("the day before yesterday", "2025-03-15"),
    ("earlier today", "2025-03-17"),
    ("this morning", "2025-03-17"),
    ("last night", "2025-03-16"),
    ("overnight", "2025-03-16/2025-03-17"),
    ("on Monday", "2025-03-17"),
    ("on Thursday", "2025-03-13"),
    ("late on Thursday night", "2025-03-13"),
    ("last Monday", "2025-03-10"),
    ("last Thursday", "2025-03-13"),
    ("this past Thursday", "2025-03-13"),
    ("next Monday", "2025-03-24"),
    ("next Thursday", "2025-03-20"),
    ("this Thursday", "2025-03-20"),
    ("Thursday last week", "2025-03-13"),
    ("Thursday of next week", "2025-03-27"),
    ("from Thursday to Sunday", "2025-03-13/2025-03-16"),
    ("Sunday to Tuesday", "2025-03-09/2025-03-11"),
    ("over the weekend", "2025-03-15/2025-03-16"),
    ("last weekend", "2025-03-15/2025-03-16"),
    ("next weekend", "2025-03-22/2025-03-23"),
    ("two days ago", "2025-03-15"),
    ("14 days ago", "2025-03-03"),
    ("two weeks ago", "2025-03-03~"),
    ("a month ago", "2025-02"),
    ("three years ago", "2022"),
    ("twenty-two years ago", "2003"),
    ("thirty days ago", "2025-02-15"),
    ("a few days ago", "2025-03-11~/2025-03-15~"),
    ("this week", "2025-03-17/2025-03-23"),
    ("last week", "2025-03-10/2025-03-16"),
    ("next month", "2025-04"),
    ("last month", "2025-02"),
    ("last year", "2024"),
    ("late last year", "2024-09~/2024-12~"),
    ("earlier this month", "2025-03/2025-03-17"),
    ("earlier this year", "2025/2025-03-17"),
    ("later this year", "2025-03-17/2025"),
    ("last August", "2024-08"),
    ("this August", "2025-08"),
    ("next January", "2026-01"),
    ("August last year", "2024-08"),
    ("March 3 last year", "2024-03-03"),
    ("last summer", "2024-22"),
    ("over the past two weeks", "2025-03-03~/2025-03-17~"),
    ("in the last year", "2024-03-17~/2025-03-17~"),
    ("in the first quarter of last year", "2024-33"),
    ("years ago", None),
    ("on the 3rd", "2025-03-03"),
    ("on the 20th", "2025-02-20"),
    ("on the 3rd of last month", "2025-02-03"),
    ("on the 28th of this month", "2025-03-28"),
    ("on Monday the 10th", "2025-03-10"),
    ("on Friday 7th", "2025-03-07"),
    ("on Friday last", "2025-03-14"),
    ("on Monday next", "2025-03-24"),
    ("on Friday week", "2025-03-28"),
    ("a week on Friday", "2025-03-28"),
    ("a week last Friday", "2025-03-07"),
    ("a week ago on Friday", "2025-03-07"),
    ("last week Thursday", "2025-03-13"),
    ("next week on Tuesday", "2025-03-25"),
    ("a fortnight ago", "2025-03-03~"),
    ("over the past fortnight", "2025-03-03~/2025-03-17~"),
    ("a week ago today", "2025-03-10"),
    ("a year ago today", "2024-03-17"),
    ("this time last week", "2025-03-10~"),
    ("this time last year", "2024-03"),
    ("last Lady Day", "2024-03-25"),
    ("next Lady Day", "2025-03-25"),
    ("by the end of the month", "2025-03-21~/2025-03-31~"),
    ("at the end of next year", "2026-09~/2026-12~"),
    ("in Q4 last year", "2024-36"),
    ("in the early hours of Friday", "2025-03-14"),
    ("at 1 p.m. Tuesday", "2025-03-11"),
    ("earlier in the week", "2025-03-17/2025-03-17"),
    ("as recently as last week", "2025-03-10/2025-03-16"),
]


@pytest.mark.parametrize(("words", "edtf"), RELATIVE)
def test_relative_dates_count_from_the_article(words: str, edtf: str | None) -> None:
    found = only(f"He went there {words}.")
    assert (found.edtf, found.basis) == (edtf, "relative")


@pytest.mark.parametrize("words", [words for words, _ in RELATIVE])
def test_without_the_article_they_stay_unresolved(words: str) -> None:
    found = only(f"He went there {words}.", None)
    assert found.basis == "relative"
    assert (found.earliest, found.latest) == (None, None)
    assert found.edtf is None or found.edtf.startswith("XXXX-")
    assert found.text


INFERRED = [
    ("on March 11", "XXXX-03-11", "2025-03-11"),
    ("on 11 March", "XXXX-03-11", "2025-03-11"),
    ("on March 18", "XXXX-03-18", "2025-03-18"),
    ("on December 20", "XXXX-12-20", "2024-12-20"),
    ("on Feb. 29", "XXXX-02-29", "2024-02-29"),
    ("on Christmas Eve", "XXXX-12-24", "2024-12-24"),
    ("on 18 Sept.", "XXXX-09-18", "2024-09-18"),
    ("on the 18th of September", "XXXX-09-18", "2024-09-18"),
    ("on Feb. 20, Thursday", "XXXX-02-20", "2025-02-20"),
    ("on Sunday (9 March)", "XXXX-03-09", "2025-03-09"),
    ("on Halloween", "XXXX-10-31", "2024-10-31"),
    ("on the last Sunday of March", "XXXX-03", "2025-03"),
    ("on the weekend of March 8", "XXXX-03-08", "2025-03-08"),
    ("as early as November", "XXXX-11", "2024-11"),
    ("in March", "XXXX-03", "2025-03"),
    ("in November", "XXXX-11", "2024-11"),
    ("on Saturday, March 11", "XXXX-03-11", "2023-03-11"),
]


@pytest.mark.parametrize(("words", "alone", "inferred"), INFERRED)
def test_a_year_left_out_is_inferred_or_stays_open(
    words: str, alone: str, inferred: str
) -> None:
    text = f"He went there {words}."
    found = only(text)
    assert (found.edtf, found.basis) == (inferred, "inferred-year")
    assert found.earliest
    found = only(text, None)
    assert (found.edtf, found.basis) == (alone, "stated")
    assert (found.earliest, found.latest) == (None, None)


def test_what_is_to_come_lies_ahead() -> None:
    assert only("The vote is due on November 8.").edtf == "2025-11-08"
    assert only("He will travel there on Thursday.").edtf == "2025-03-20"
    assert only("He will speak on Monday.").edtf == MONDAY
    assert only("He will speak on the 20th.").edtf == "2025-03-20"
    assert only("He will speak on Monday next week.").edtf == "2025-03-24"


def test_a_day_nearly_a_year_ago_is_the_coming_one() -> None:
    assert only("It concerns the vote on 8 May.").edtf == "2025-05-08"
    assert only("It concerns the vote on 8 June.").edtf == "2024-06-08"


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert only("It opened on 31 February.").edtf is None
    assert only("It must be signed by Friday.").edtf == "2025-03-21"


def test_an_ambiguous_date_by_number_keeps_both_readings() -> None:
    found = only("Seen on 11/03/2024.", None)
    assert found.edtf == "[2024-03-11,2024-11-03]"
    assert (found.earliest, found.latest) == ("2024-03-11", "2024-11-03")


def test_an_ambiguous_date_by_number_is_told_by_its_neighbours() -> None:
    assert only("Seen on 11/03/2025.").edtf == "2025-03-11"
    *_, last = text_dates("On 25/12/2024 and on 11/03/2024.", None)
    assert last.date.edtf == "2024-03-11"
    *_, last = text_dates("On 12/25/2024 and on 11/03/2024.", None)
    assert last.date.edtf == "2024-11-03"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on 3 May 2024. The following day, he left.", "2024-05-04"),
        ("They met on 3 May 2024. A day earlier, he had left.", "2024-05-02"),
        ("They met on 3 May 2024. Two days later, he left.", "2024-05-05"),
        ("They met on 3 May 2024. He left on the same day.", "2024-05-03"),
        ("They met on 3 May 2024.\n\nThe next day, he left.", "2024-05-04"),
        ("They met on 3 May 2024. He left the week after.", "2024-05-06/2024-05-12"),
        ("They met on 3 May 2024. On May 9, he left.", "2024-05-09"),
        ("They met on 3 May 2024. The following Monday, he left.", "2024-05-06"),
        ("They met on 3 May 2024. He left the previous Friday.", "2024-04-26"),
        ("They met on 3 May 2024. A fortnight later, he left.", "2024-05-17~"),
        ("They met on 3 May 2024. On the 5th, he left.", "2024-05-05"),
        ("They met on 28 February 2024. On the 3rd, he left.", "2024-03-03"),
        ("They met on 3 May 2024. The night before, he left.", "2024-05-02"),
        ("On the 5th, he left.", None),
        ("They met in 2007. Two years later, he left.", "2009"),
        ("They met in June 2012. He left that month.", "2012-06"),
        ("They met in June 2012. The following year, he left.", "2013"),
        ("They met in 2007. Two months later, he left.", None),
        ("They met in 2007. The next day, he left.", None),
        ("They met on 30 December 2024. On January 2, he left.", "2025-01-02"),
        ("They met on May 3. A day earlier, he had left.", "XXXX-05-02"),
        ("They met on March 1. A day earlier, he had left.", None),
        ("They met from October to November. A day earlier, he left.", None),
        ("The following day, he left.", None),
    ],
)
def test_counting_from_the_date_told_before(text: str, edtf: str | None) -> None:
    assert text_dates(text, None)[-1].date.edtf == edtf


def test_a_life_or_an_event_is_no_context() -> None:
    text = "He was born on July 4, 1946. On March 11, he left."
    assert text_dates(text, None)[-1].date.edtf == "XXXX-03-11"


@pytest.mark.parametrize(
    "text",
    [
        "This may be so, and they march on.",
        "May said so.",
        "On Black Friday the shops were full.",
        "She told the Sunday Times so.",
        "She told USA Today so.",
        "A USA TODAY poll said so.",
        "It is open 24/7 and costs 2,021 dollars.",
        "March 11,000 people did not.",
        "Some 2000 soldiers came, 1999 of them on foot.",
        "The first half was better.",
        "He ran 10.5 km in 3:45.",
        "At 10.30 a.m. it rained; 5 percent fell.",
        "They had 3/4 of it on 30 February 2025's page 12-14.",
        "The sun sat low.",
        "He lives on the second floor, the last of a few.",
        "He lives on the 3rd floor, on the 5th Street.",
        "Half a year ago and a year and a half ago are no dates.",
        "Good Friday and Ash Wednesday move.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert [each.date.edtf for each in text_dates(text, MONDAY) if each.date.edtf] == []


def test_months_and_years_alone_need_words_before_them() -> None:
    assert only("In May 2016, May said so.").text == "May 2016"
    assert only("In May, May said so.").text == "May"
    assert only("It was the 2016 election.").edtf == "2016"


def test_the_words_are_the_text_between_the_offsets() -> None:
    text = "“Ça alors” – on the evening of Thursday, 13 March 2025, it rained."
    (found,) = text_dates(text, None)
    start, end = found.span
    assert text[start:end] == found.date.text == "Thursday, 13 March 2025"


_WORDS = (
    "on in since from to the last next this past a two few days weeks ago earlier"
    " Monday March May Sept. 3 14th 31 2025 29 February 11/03/2025 2025-13-45 early"
    " late mid end of week weekend yesterday overnight summer Q3 year years Today \n"
    " before after following between and - , . — 0 99999 said he"
)
WORDS = st.sampled_from(_WORDS.split(" "))


@given(st.lists(WORDS, max_size=14), st.sampled_from([None, MONDAY, "2024-02-29", "x"]))
def test_spans_are_exact_and_bounds_in_order(
    words: list[str], published: str | None
) -> None:
    text = " ".join(words)
    position = 0
    for found in text_dates(text, published):
        start, end = found.span
        assert position <= start < end <= len(text)
        assert found.date.text == text[start:end]
        earliest, latest = found.date.earliest, found.date.latest
        if earliest and latest:
            assert date.fromisoformat(earliest) <= date.fromisoformat(latest)
        position = end


@given(st.text(max_size=60), st.text(max_size=12))
def test_any_text_is_read(text: str, published: str) -> None:
    text_dates(text, published)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(0, 3))
def test_a_day_written_comes_back(when: date, form: int) -> None:
    month = when.strftime("%B")
    written = [
        f"{month} {when.day}, {when.year}",
        f"{when.day} {month} {when.year}",
        f"{when.strftime('%a')} {when.day:02} {month[:3]} {when.year}",
        when.isoformat(),
    ][form]
    assert only(f"Seen on {written}.", None).earliest == when.isoformat()
