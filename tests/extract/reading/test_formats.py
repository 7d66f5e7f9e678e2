"""Every format gives its articles, whatever its file is called."""

import gzip
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from extract.reading import Options, Unreadable, count, read
from extract.reading.sniffing import Kind, kind
from ontology.claim import Article
from tests.extract.reading.samples import (
    MORE,
    WORDS,
    article,
    articles,
    entry,
    html,
    json_ld,
    members,
    pdf,
    reasons,
    record,
    rss,
    write,
    zipped,
)

ROOT = Path(__file__).parents[3]
TEXT = f"{WORDS}\n\n{MORE}"
PAGE = f"Minister wants guarantees\n\n{TEXT}"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (WORDS, Kind.TEXT),
        ("# Title\n\ntext", Kind.TEXT),
        (html(), Kind.PAGE),
        ("\ufeff\n <html><p>We agree.", Kind.PAGE),
        ("<!-- a comment --><body>We agree.", Kind.PAGE),
        (html().encode("utf-16"), Kind.PAGE),
        (rss(), Kind.FEED),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED),
        ('{"text": "We agree."}\n', Kind.LINES),
        ('[\n  {"text": "We agree."}\n]', Kind.LINES),
        ("headline,body,date\n", Kind.TABLE),
        ("date;text\n", Kind.TABLE),
        ("text is what we agree on, said the minister\n", Kind.TEXT),
        ("# ours\nhttps://news.example/a\nhttps://news.example/b\n", Kind.ADDRESSES),
        ("https://news.example/a is where it stands.", Kind.TEXT),
        (pdf("We agree."), Kind.PDF),
        (record("https://news.example/", b""), Kind.WARC),
        (gzip.compress(b""), Kind.GZIP),
        (zipped({"a": "b"}), Kind.ZIP),
    ],
)
def test_content_tells_the_format(data: str | bytes, found: Kind) -> None:
    head = data.encode() if isinstance(data, str) else data
    assert kind(head, ".txt") is found


def test_a_page_is_its_article_without_the_menus(
    tmp_path: Path, options: Options
) -> None:
    found = article(write(tmp_path, "a.txt", html(head=json_ld())), options)
    assert found.text == PAGE
    assert found.title == "Minister wants guarantees"
    assert found.publisher == "Daily Example"
    assert found.author == "Jo Writer; Al Other"
    assert (found.published, found.published_from) == ("2025-03-11", "json-ld")
    assert (found.modified, found.modified_from) == ("2025-03-12", "json-ld")
    assert (found.lang, found.retrieved) == ("en", None)


@pytest.mark.parametrize(
    ("head", "date", "origin"),
    [
        ('<meta property="article:published_time" content="2025-03-11T08:00:00+02:00">',
         "2025-03-11", "open-graph"),
        ('<meta name="date" content="2025-03-11">', "2025-03-11", "meta"),
        ('<link rel="canonical" href="https://news.example/2025/03/11/a">',
         "2025-03-11", "text"),
        ("", None, None),
    ],
)  # fmt: skip
def test_a_page_says_where_its_date_comes_from(
    tmp_path: Path, options: Options, head: str, date: str | None, origin: str | None
) -> None:
    found = article(write(tmp_path, "a.html", html(head=head)), options)
    assert (found.published, found.published_from) == (date, origin)


def test_a_table_has_its_columns_by_name(tmp_path: Path, options: Options) -> None:
    path = write(tmp_path, "a.csv", f'Headline,Body,Date\nOne,"{WORDS}",2025-03-11\n')
    found = article(path, options)
    assert (found.title, found.text, found.published) == ("One", WORDS, "2025-03-11")
    assert (found.source, found.published_from) == (f"{path}:2", "field")


def test_a_table_has_its_columns_by_mapping(tmp_path: Path, options: Options) -> None:
    path = write(tmp_path, "a.csv", "Inhalt;Blatt\nWe agree.;Daily\n;x\n")
    columns = {"text": "Inhalt", "publisher": "Blatt"}
    good, bad = read([path], options=replace(options, columns=columns))
    assert not isinstance(good, Unreadable)
    assert (good.text, good.publisher) == ("We agree.", "Daily")
    assert isinstance(bad, Unreadable)
    assert bad.reason == "text: empty: there is no text in it"
    assert "no column holds the text" in reasons(path, options)[0]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_document_of_json_has_its_objects(
    tmp_path: Path, options: Options, indent: int | None
) -> None:
    given = [{"text": WORDS, "title": "One"}, {"text": MORE}, {"title": "Three"}]
    path = write(tmp_path, "a.json", json.dumps(given, indent=indent))
    one, two, bad = read([path], options=options)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.text, one.title, two.text) == (WORDS, "One", MORE)
    assert bad == Unreadable(
        f"{path}:3", "text: this field is needed", origin=str(path)
    )
    path = write(tmp_path, "b.json", json.dumps(given[0], indent=indent))
    assert article(path, options).text == WORDS


def test_a_row_with_more_cells_than_the_heading_is_told(
    tmp_path: Path, options: Options
) -> None:
    path = write(tmp_path, "a.csv", "title,text\nOne,We agree, he said\nTwo,Yes.,,\n")
    cut, whole = read([path], options=options)
    assert isinstance(cut, Unreadable)
    assert cut.reason.startswith("more cells than the heading")
    assert isinstance(whole, Article)


def test_a_pdf_is_its_text_layer(tmp_path: Path, options: Options) -> None:
    path = write(
        tmp_path, "a", pdf("The talks re-\nsumed on Monday,\nsaid Ana Brandt.")
    )
    assert (
        article(path, options).text == "The talks resumed on Monday, said Ana Brandt."
    )


def test_a_feed_gives_the_texts_that_it_carries(
    tmp_path: Path, options: Options
) -> None:
    feed = rss(entry("https://a.example/1"), entry("https://a.example/1"), entry(""))
    first, second = articles(
        list(read([write(tmp_path, "feed.xml", feed)], options=options))
    )
    assert (first.source, first.url) == ("https://a.example/1",) * 2
    assert first.text == TEXT
    assert (first.published, first.published_from) == ("2025-03-11", "feed")
    assert first.publisher == "Daily Example"
    assert second.source.endswith("feed.xml:2")


def test_an_archive_of_the_web_gives_its_pages(
    tmp_path: Path, options: Options
) -> None:
    page = record("https://a.example/1", html(head=json_ld()).encode())
    image = record("https://a.example/p", b"\xff\xd8", "image/jpeg")
    missing = record("https://a.example/2", b"<p>Not found", status="404")
    for name, data in {
        "a.warc": page + image + missing,
        "b.warc.gz": members(page, image, missing),
    }.items():
        found = article(write(tmp_path, name, data), options)
        assert (found.text, found.url) == (PAGE, "https://a.example/1")
        assert found.retrieved == "2025-03-12T10:00:00Z"


@pytest.mark.parametrize(
    ("url", "outlet"),
    [("https://www.a.example:80/1", "a.example"), ("http://[::bad/", None)],
)
def test_a_page_that_names_no_outlet_is_its_hosts(
    tmp_path: Path, options: Options, url: str, outlet: str | None
) -> None:
    path = write(tmp_path, "a.warc", record(url, html().encode()))
    assert article(path, options).publisher == outlet


def test_a_zip_gives_what_it_holds(tmp_path: Path, options: Options) -> None:
    inner = zipped({"b.html": html()})
    files: dict[str, bytes | str] = {
        "a.txt": WORDS,
        "z/inner.zip": inner,
        "c.jpg": b"\xff",
        ".x": "x",
    }
    path = write(tmp_path, "a.zip", zipped(files))
    one, photo, two = read([path], options=options)
    assert not isinstance(one, Unreadable)
    assert not isinstance(two, Unreadable)
    assert (one.source, two.source) == (f"{path}!a.txt", f"{path}!z/inner.zip!b.html")
    assert isinstance(photo, Unreadable)
    assert photo.ignored
    assert photo.origin == str(path)


def test_gzip_is_seen_through(tmp_path: Path, options: Options) -> None:
    line = b'{"text": "We agree."}\n'
    found = articles(
        list(read([write(tmp_path, "a.gz", gzip.compress(line * 2))], options=options))
    )
    assert [item.text for item in found] == ["We agree."] * 2


def test_urls_are_told_where_nothing_may_be_fetched(
    tmp_path: Path, options: Options
) -> None:
    path = write(tmp_path, "list.txt", "https://a.example/1\nftp://b.example\n")
    items = list(read([path, "https://a.example/2"], options=options))
    assert [item.source for item in items] == ["https://a.example/1", "ftp://b.example",
                                               "https://a.example/2"]  # fmt: skip
    assert count([path, "https://a.example/2"]) is None


def test_another_language_is_told_and_not_read(
    tmp_path: Path, options: Options
) -> None:
    german = "Der Minister sagte am Dienstag, dass seine Regierung Garantien braucht. "
    (item,) = read([write(tmp_path, "a.txt", german * 6)], options=options)
    assert isinstance(item, Unreadable)
    assert (item.reason, item.ignored) == ("in another language than English: de", True)


def test_items_keep_their_order(tmp_path: Path, options: Options) -> None:
    for number in range(6):
        data = html() if number % 2 else WORDS
        write(tmp_path, f"{number}.txt", data.replace("Ana", f"Ana {number}"))
    found = articles(list(read([tmp_path], options=Options(workers=2))))
    assert [Path(item.source).name for item in found] == [f"{n}.txt" for n in range(6)]


def test_the_callers_script_is_not_run_again(tmp_path: Path) -> None:
    """As `multiprocessing` would, whose children import the script that starts them."""
    script = "import sys\nfrom extract.reading import read\nprint(*read([sys.argv[1]]))"
    done = subprocess.run(
        [sys.executable, "-", str(write(tmp_path, "a", html()))],
        input=script, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "Ana Brandt" in done.stdout
    assert done.stderr == ""
