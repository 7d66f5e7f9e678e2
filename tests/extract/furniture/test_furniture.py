"""Page furniture: what is left out of the article, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.furniture import furniture

BODY = "The talks resumed on Monday, the minister said."
LAST = "No date was set for the next round."


def left_out(text: str) -> list[str]:
    return [text[start:end] for start, end in furniture(text)]


LINES = [
    "Read More:",
    "READ MORE",
    "Share",
    "Share this:",
    "Share on Facebook",
    "Share this article",
    "Facebook Twitter WhatsApp Email",
    "Leave A Reply",
    "Leave a comment",
    "Exit mobile version",
    "Source link",
    "-News Feed",
    "COMMENTS",
    "Comments (12)",
    "12 comments",
    "1.2K shares",
    "3 min read",
    "Write a comment ...",
    "Post comment",
    "Cancel",
    "Cancel reply",
    "Your email address will not be published. Required fields are marked *",
    "Advertisement",
    "- Advertisement -",
    "Story continues below advertisement",
    "Continue reading",
    "Related articles",
    "You may also like",
    "Tags: talks, ministers",
    "© 2024 Example News. All rights reserved.",
    "Copyright 2024 Example Media Ltd",
    "We use cookies to improve your experience. By using the site you agree.",
    "Accept all cookies",
    "Privacy Policy",
    "Subscribe to our newsletter for the latest updates",
    "Sign up for our daily briefing.",
    "Get the latest headlines delivered to your inbox.",
    "Follow us on Twitter",
    "Download our app for Android",
    "Click here to read the full report",
    "For more details on the talks, visit Example News.",
    "To learn more about the ministry, click here.",
    "Also read: Minister resigns after a year",
    "This article was originally published on Example.",
    "(With inputs from agencies)",
    "Reporting by Jane Doe; Editing by John Roe",
    "By Jane Doe",
    "By JANE DOE and John Roe, Example News",
    "Posted by admin",
    "Admin",
    "Staff Reporter",
    "Photo: Jane Doe/Example",
    "Image credit: Example Images",
    "Getty Images",
    "Back to top",
    "Next article: Minister resigns",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_furniture(line: str) -> None:
    assert left_out(f"{BODY}\n\n{line}\n\n{LAST}") == [line]
    assert left_out(f"{BODY}\r\n  {line} \r\n{LAST}") == [line]


SENTENCES = [
    BODY,
    "Share prices fell, the bank said.",
    "Cancel the deal, she told them.",
    "Comments by the minister caused anger.",
    "By Monday, the talks had failed.",
    "Related costs will rise, he said.",
    "Follow the law, the court told the ministry.",
    "Subscribers left, the paper said.",
    "Advertisements must say who paid, the court ruled.",
    "The source link was not known, police said.",
    "More than 20 people died, officials said.",
    "Watch what they do, he said.",
    "For more than a year, the visit had been planned.",
    "This article of the treaty was never published, he said.",
    "Photos of the meeting show them smiling.",
    "Sign in to law the new bill, they told the governor.",
    "Copyright law must change, the minister said." + " It is old." * 20,
    "We use force only to defend ourselves, the general said.",
    "President Promises New Jobs",
    "Minister: talks have failed",
    "World leaders meet",
    "“We do not know how it ends...” he said.",
    "MOSCOW: The talks have failed.",
    "SharePoint is down, the firm said.",
    "ReadMore is a firm in Rome.",
]


@pytest.mark.parametrize("line", SENTENCES)
def test_a_line_of_the_article(line: str) -> None:
    assert left_out(line) == []
    assert left_out(f"{line}\n\n{BODY}\n{line}\n{LAST}") == []


@pytest.mark.parametrize(
    ("text", "furniture_in_it"),
    [
        ("CancelRussia rejects the plan, it said.", ["Cancel"]),
        ("Exit mobile versionOfficial backs the plan", ["Exit mobile version"]),
        (
            "Leave A ReplyCancel ReplyTalks resume in Rome",
            ["Leave A ReplyCancel Reply"],
        ),
        ("Skip to contentTalks resume in Rome", ["Skip to content"]),
        ("The talks resumed.Source link", ["Source link"]),
        ("The talks resumed. Read More:", ["Read More:"]),
        ("“The talks resumed.”ShareLeave A Reply", ["ShareLeave A Reply"]),
        ("The talks resumed.AdvertisementNo date was set.", ["Advertisement"]),
        (
            "The minister in Rome (AP Photo/Jane Doe) on Monday.",
            ["(AP Photo/Jane Doe)"],
        ),
        ("The minister in Rome. [Photo: Jane Doe]", ["[Photo: Jane Doe]"]),
        ("SharePoint and CancelCulture are names.", []),
        ("They share. Share", ["Share"]),
    ],
)
def test_what_is_glued_to_a_sentence(text: str, furniture_in_it: list[str]) -> None:
    assert left_out(text) == furniture_in_it


@pytest.mark.parametrize("dots", ["...", "…", "[...]", " [...]", "... Read more"])
def test_a_cut_lead_that_the_next_paragraph_repeats(dots: str) -> None:
    lead = f"The talks resumed on Monday, the min{dots}"
    assert left_out(f"{lead}\n{BODY}") == [lead]
    assert left_out(f"{lead}\n\nRome\n\n{BODY}") == [lead]


def test_a_lead_that_breaks_off_on_its_own_stays() -> None:
    lead = "The talks resumed on Tuesday, and then..."
    assert left_out(f"{lead}\n{BODY}") == []


def test_the_list_under_a_heading() -> None:
    heading, *items = ["Related articles:", "Minister resigns", "Talks fail in Rome"]
    end = "\n".join([BODY, heading, *items])
    assert left_out(end) == [heading, *items]
    text = "\n".join([BODY, heading, *items, "The reaction", LAST])
    assert left_out(text) == [heading, *items]


def test_body_text_under_a_heading_stays() -> None:
    assert left_out(f"{BODY}\nRead more:\n{LAST}") == ["Read more:"]
    assert left_out(f"{BODY}\nRead more:\nThe reaction\n{LAST}") == ["Read more:"]


def test_weak_lines_need_company() -> None:
    jobs = "Example Engineering Jobs"
    assert left_out(f"{BODY}\n{jobs}\nPost comment\nName *") == [
        jobs,
        "Post comment",
        "Name *",
    ]
    assert left_out(f"{jobs}\nShare\n{BODY}") == ["Share"]
    assert left_out(f"{BODY}\n{jobs}\n{LAST}") == []


PIECES = st.sampled_from(
    [*LINES, *SENTENCES, "", "\n", " ", "Cancel" + BODY, BODY + "Source link"]
)


@given(st.lists(PIECES, max_size=10), st.sampled_from(["\n", "\n\n", "\r\n", " "]))
def test_spans_are_in_order_inside_and_disjoint(lines: list[str], gap: str) -> None:
    assert_ordered(gap.join(lines))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert_ordered(text)


def assert_ordered(text: str) -> None:
    position = 0
    for start, end in furniture(text):
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip(" \n\r\t")
        position = end
