"""Reading: what comes in as an article, and what is refused with which words."""

import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading import Unreadable, count, read, text_article
from extract.reading.decoding import MAX_BYTES
from ontology.claim import Article
from ontology.errors import BadInput
from ontology.ids import article_id

TEXT = "A ceasefire does not suit us, said the minister."


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(path: Path | str) -> Article | Unreadable:
    (item,) = read([path])
    return item


def article(path: Path | str) -> Article:
    item = only(path)
    assert isinstance(item, Article), item
    return item


def reason(path: Path | str) -> str:
    item = only(path)
    assert isinstance(item, Unreadable), item
    return item.reason


def test_a_text_file_is_stored_as_it_is(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", TEXT)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    assert article(path) == Article(
        id=article_id(TEXT),
        source=str(path),
        text=TEXT,
        raw_sha256=digest,
        text_sha256=digest,
    )


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_offsets_hold_in_the_users_own_file(text: str) -> None:
    data = ("x" + text).encode()
    assert text_article("a.txt", data).text == data.decode("utf-8")


@pytest.mark.parametrize("text", ["\ufeffWe agree.", "One.\r\nTwo.\r", " \n lead"])
def test_marks_line_ends_and_margins_are_kept(tmp_path: Path, text: str) -> None:
    assert article(write(tmp_path, "a.txt", text)).text == text


def test_a_headline_is_the_title(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"\ufeffTalks resume\r\n\r\n{TEXT}")
    assert article(path).title == "Talks resume"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"abc\x00def", "binary: a NUL byte at offset 3"),
        (
            "Gr\u00fc\u00dfe".encode("latin-1"),
            "not UTF-8: byte 0xfc at offset 2 (line 1)",
        ),
        (b"one\ntwo \xff", "byte 0xff at offset 8 (line 2)"),
        ("text".encode("utf-16"), "looks like UTF-16"),
        (b"%PDF-1.7 ...", "looks like a PDF"),
        (b"PK\x03\x04...", "zip archive"),
        (b"x" * (MAX_BYTES + 1), "larger than 20 MB"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    assert words in reason(write(tmp_path, "a.txt", data))


def test_a_huge_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000_000)  # sparse: reading it whole would fail
    assert "larger than 20 MB" in reason(path)


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    assert reason(tmp_path / "none.txt") == "no such file or folder"


def test_content_decides_and_not_the_name(tmp_path: Path) -> None:
    assert article(write(tmp_path, "a.html", TEXT)).text == TEXT


def test_a_name_that_is_not_utf8_is_read(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    path.write_text(TEXT)
    assert article(path).source.endswith("caf\ufffd.txt")


def test_lines_bring_their_fields(tmp_path: Path) -> None:
    fields = {
        "title": "T",
        "url": "https://example.org/a",
        "published": "2025-03-11",
        "publisher": "P",
        "author": "A",
        "lang": "en",
    }
    line = json.dumps({"text": TEXT, **fields, "other": 1})
    found = article(write(tmp_path, "a.jsonl", f"\ufeff{line}\n\n"))
    assert found.model_dump(include=set(fields)) == fields
    assert (found.source, found.text) == (fields["url"], TEXT)


def test_a_line_without_url_is_named_by_number(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '\n{"text": "We agree."}\r\n')
    assert article(path).source == f"{path}:2"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"text": "a"', "not JSON: "),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "not JSON"),
        ('{"title": "a"}', "text: this field is needed"),
        ('{"text": 1}', "text: a string is accepted, not 1"),
        ('{"text": "  "}', "text: empty"),
        (r'{"text": "a\u0000"}', "text: binary"),
        (r'{"text": "\ud83d"}', "text: half a surrogate pair"),
        (r'{"text": "a", "title": "\ud83d"}', "title: half a surrogate pair"),
        ('{"text": "a", "author": ["b"]}', "author: a string is accepted"),
        ('{"text": "a", "published": "March"}', "published: 'March' is not a date"),
        (b'{"text": "\xff"}', "not UTF-8: byte 0xff at offset 118"),
    ],
)
def test_malformed_line_seven_is_named(
    tmp_path: Path, line: str | bytes, words: str
) -> None:
    good = [json.dumps({"text": f"No {n}."}).encode() for n in range(10)]
    bad = line.encode() if isinstance(line, str) else line
    lines = [*good[:6], bad, *good[6:]]
    path = write(tmp_path, "a.jsonl", b"\n".join(lines))
    items = list(read([path]))
    refused = [item for item in items if isinstance(item, Unreadable)]
    assert [item.source for item in refused] == [f"{path}:7"]
    assert words in refused[0].reason
    assert len(items) == 11


def test_one_broken_file_among_ten_stops_no_other(tmp_path: Path) -> None:
    for number in range(9):
        write(tmp_path, f"sub/{number}.txt", f"{TEXT} {number}")
    bad = write(tmp_path, "sub/5b.txt", b"\xff\x00")
    items = list(read([tmp_path]))
    assert [i.source for i in items if isinstance(i, Unreadable)] == [str(bad)]
    assert sum(isinstance(item, Article) for item in items) == 9
    assert [item.source for item in items] == sorted(item.source for item in items)


def test_a_folder_passes_over_other_kinds_and_hidden_files(tmp_path: Path) -> None:
    write(tmp_path, ".hidden/a.txt", b"\xff")
    write(tmp_path, ".DS_Store", b"\0")
    write(tmp_path, "photo.jpg", b"\xff")
    write(tmp_path, "B.TXT", TEXT)
    first, second = read([tmp_path])
    assert isinstance(first, Article)
    assert isinstance(second, Unreadable)
    assert second.ignored


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    assert reason(tmp_path) == "the folder holds no files"


@pytest.mark.parametrize(
    ("given_bytes", "texts"),
    [
        (TEXT.encode(), [TEXT]),
        (b'{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        (b'"We agree," she said.\n', ['"We agree," she said.\n']),
    ],
)
def test_standard_input_is_text_or_lines(
    monkeypatch: pytest.MonkeyPatch, given_bytes: bytes, texts: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given_bytes)))
    assert [i.text for i in read(["-"]) if isinstance(i, Article)] == texts


def test_published_is_for_those_that_bring_none(tmp_path: Path) -> None:
    lines = '{"text": "a", "published": "2024-02-29T10:00:00+02:00"}\n{"text": "b"}\n'
    path = write(tmp_path, "a.jsonl", lines)
    dates = [item.published for item in read([path], published="2025-03-11")
             if isinstance(item, Article)]  # fmt: skip
    assert dates == ["2024-02-29", "2025-03-11"]


def test_a_published_that_is_no_date_is_refused() -> None:
    with pytest.raises(BadInput, match="accepted: YYYY-MM-DD"):
        list(read([], published="11 March"))


def test_count_tells_how_many_items_come(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.jsonl", '{"text": "a"}\n\n{"text": "b"}')
    assert count([tmp_path]) == 3
    assert count([tmp_path, "-"]) is None
    assert count([tmp_path / "none.jsonl"]) == 1
