"""Hostile and broken inputs end in a named refusal, and the rest is read."""

import gzip
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.reading import Options, Unreadable, read
from extract.reading.decoding import Refused
from extract.reading.pages import page
from extract.reading.sandbox import Sandbox
from tests.extract.reading.samples import (
    MORE,
    WORDS,
    article,
    entry,
    html,
    pdf,
    reasons,
    record,
    rss,
    write,
    zipped,
)

ROOT = Path(__file__).parents[3]
MB = 1_000_000


def nested(depth: int) -> bytes:
    data = zipped({"a.txt": WORDS})
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("a.txt", "w") as stream,
    ):
        for _ in range(110):
            stream.write(b" " * MB)
    return out.getvalue()


def lying_zip() -> bytes:
    """Declares 9 bytes where there are 99,999."""
    data = zipped({"a.txt": b"x" * 99_999})
    return data.replace((99_999).to_bytes(4, "little"), (9).to_bytes(4, "little"))


def broken_lzma() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", WORDS)
    data = bytearray(out.getvalue())
    data[60:90] = bytes(30)
    return bytes(data)


def changed_zip(place: int, value: int) -> bytes:
    """A zip with another byte so far into both headers of its file."""
    data = bytearray(zipped({"a.txt": WORDS}))
    for mark, offset in ((b"PK\x03\x04", 4), (b"PK\x01\x02", 6)):
        data[data.index(mark) + offset + place] = value
    return bytes(data)


def locked_pdf() -> bytes:
    from pypdf import PdfReader, PdfWriter

    out, writer = io.BytesIO(), PdfWriter(PdfReader(io.BytesIO(pdf("We agree."))))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()


BAD: dict[str, tuple[Callable[[], bytes | str], str]] = {
    "nested": (lambda: html(body="<div>" * 100_000), "nested or filled beyond"),
    "elements": (lambda: html(body="<i>a</i>" * 210_000), "more than 200,000 elements"),
    "huge page": (lambda: html(body="x" * 10 * MB), "larger than 10 MB"),
    "no article": (lambda: "<html><nav><a href='/'>Home</a></nav>", "no article in"),
    "no element": (lambda: "<!doctype html>", "in this page"),
    "zip bomb": (zip_bomb, "a zip bomb"),
    "lying zip": (lying_zip, "cannot be unpacked"),
    "broken zip": (lambda: zipped({"a.txt": WORDS})[:-30], "looks like a zip archive"),
    "broken lzma": (broken_lzma, "cannot be unpacked"),
    "locked zip": (lambda: changed_zip(2, 1), "cannot be unpacked: File"),
    "unknown packing": (lambda: changed_zip(4, 9), "method is not supported"),
    "nested zips": (lambda: nested(6), "more than 3 archives"),
    "empty zip": (lambda: zipped({}), "holds no files"),
    "office": (lambda: zipped({"[Content_Types].xml": ""}), "an office document"),
    "gzip bomb": (lambda: gzip.compress(b" " * 30 * MB, 1), "larger than 20 MB"),
    "broken gzip": (lambda: gzip.compress(WORDS.encode())[:-20], "cannot be unpacked"),
    "scan": (lambda: pdf(""), "without a text layer"),
    "broken pdf": (lambda: pdf(WORDS)[:90], "looks like a PDF, a broken one"),
    "locked pdf": (locked_pdf, "a PDF under a password"),
    "binary": (lambda: b"We agree\0", "binary: a NUL byte"),
    "rtf": (lambda: "{\\rtf1\\ansi We agree.}", "looks like RTF"),
    "broken json": (lambda: '[{"text": "We agree."},\n{"text"]', "not JSON: Expecting"),
    "json bomb": (lambda: "[{}" + ",{}" * MB + "]", "more than 1,000,000 objects"),
    "deep json": (lambda: '[{"a": ' + "[" * 200_000, "too deep or too long"),
    "entities": (
        lambda: '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "b">]><rss/>',
        "declares entities",
    ),
    "empty feed": (rss, "a feed without entries"),
    "no feed": (
        lambda: '<?xml version="1.0"?><book><chapter/></book>',
        "XML that is no feed",
    ),
    "broken warc": (lambda: b"WARC/1.0\r\nnonsense", "no article in it"),
    "huge record": (
        lambda: record("https://a.example/", b"").replace(
            b"Content-Length: ", b"Content-Length: 99999999999"
        ),
        "beyond all measure",
    ),
    "open quote": (lambda: 'title,text\na,"' + "x\n" * 3 * MB, "a row is longer than"),
    "long row": (lambda: "title,text\n" + '"a\n",' * 2 * MB, "a row is longer than"),
}


@pytest.mark.parametrize("name", BAD)
def test_it_ends_in_a_named_refusal(
    tmp_path: Path, options: Options, name: str
) -> None:
    make, words = BAD[name]
    found = reasons(write(tmp_path, "input", make()), options)
    assert len(found) == 1, found
    assert words in found[0]


def test_the_rest_of_the_batch_goes_on(tmp_path: Path, options: Options) -> None:
    for name in ("nested", "scan", "lying zip", "broken warc"):
        write(tmp_path, f"in/{name}", BAD[name][0]())
    write(tmp_path, "in/z.txt", WORDS)
    *bad, good = read([tmp_path / "in"], options=options)
    assert all(isinstance(item, Unreadable) for item in bad)
    assert len(bad) == 4
    assert not isinstance(good, Unreadable)
    assert good.text == WORDS


def test_a_file_without_a_name_in_a_zip_is_read(
    tmp_path: Path, options: Options
) -> None:
    data = zipped({"a.txt": WORDS}).replace(b"a.txt", b"\0.txt")
    assert article(write(tmp_path, "a.zip", data), options).text == WORDS


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        ("Côte d’Ivoire “agrees”", "cp1252", "utf-8"),
        ("Côte d’Ivoire “agrees”", "utf-8", "iso-8859-1"),
        ("Côte d’Ivoire “agrees”", "cp1252", "no-such-charset"),
        ("Côte d’Ivoire “agrees”", "cp1252", "unicode_escape"),
        ("Łódź agrees", "iso-8859-2", "iso-8859-2"),
        ("Côte d’Ivoire “agrees”", "utf-16", "utf-8"),
    ],
)
def test_a_false_charset_does_no_harm(text: str, encoding: str, declared: str) -> None:
    head = f'<meta charset="{declared}">'
    data = html(head=head).replace("The foreign", f"{text}. The foreign")
    words = WORDS if encoding != "iso-8859-2" else WORDS.translate({8220: 34, 8221: 34})
    data = data.replace(WORDS, words)
    assert f"{text}. The foreign minister" in page(data.encode(encoding)).text


def test_mixed_encodings_are_both_read() -> None:
    data = html().replace("Ana Brandt", "Ana Brändt").encode()
    found = page(data.replace(b"Karl Voss", "Karl Vöß".encode("cp1252")))
    assert "Ana Brändt" in found.text
    assert "Karl Vöß" in found.text


def test_signs_that_are_not_seen_stay_in_plain_text(
    tmp_path: Path, options: Options
) -> None:
    words = "He said \u200bthat \u202eשלום\u202c is\u200d near."
    path = write(tmp_path, "a.html", html().replace("</h1>", f"</h1><p>{words}</p>\0"))
    assert "He said that שלום is near." in article(path, options).text
    path = write(tmp_path, "a.txt", words)
    assert article(path, options).text == words


def test_a_line_of_a_megabyte_is_read(tmp_path: Path, options: Options) -> None:
    text = f"{WORDS} " * (MB // len(WORDS))
    line = json.dumps({"text": text})
    assert article(write(tmp_path, "a.jsonl", line), options).text == text
    assert article(write(tmp_path, "a.txt", text), options).text == text


def test_a_feed_that_names_itself_is_left(tmp_path: Path, options: Options) -> None:
    path = write(tmp_path, "a.xml", rss(*[entry("https://a.example/", text="")] * 99))
    assert reasons(path, options) == ["an entry without text"]


def test_what_takes_too_long_is_ended() -> None:
    sandbox = Sandbox(seconds=0.05)
    data = html(body="<p>We agree that this is so.</p>" * 40_000).encode()
    with pytest.raises(Refused, match="took longer than"):
        sandbox.parse("page", data, None, None)
    sandbox.close()


def test_what_needs_too_much_memory_is_ended() -> None:
    sandbox = Sandbox(memory=150 * 1024 * 1024, seconds=10)
    data = html(body="<p>We agree that this is so.</p>" * 60_000).encode()
    # parsers that catch the error try again and again, until their time is up
    with pytest.raises(Refused, match=r"memory|broke the program|cannot|took longer"):
        sandbox.parse("page", data, None, None)
    sandbox.close()


MEASURE = """
import resource, sys
from pathlib import Path
from extract.reading import read
print(sum(1 for _ in read([sys.argv[1]])))
status = Path("/proc/self/status").read_text()  # getrusage counts what started us too
print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def test_memory_stays_under_a_gigabyte(tmp_path: Path) -> None:
    many = [
        "nested", "elements", "zip bomb", "gzip bomb", "json bomb", "long row", "scan",
    ]  # fmt: skip
    for name in many:
        write(tmp_path, f"in/{name}", BAD[name][0]())
    # on one element, so many would only take until the time is up
    attributes = " ".join(f"a{n}='{MORE[:10]}'" for n in range(350))
    write(tmp_path, "in/attributes", html(body=f"<p {attributes}>a</p>" * 1000))
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path / "in")],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    items, here, parser = map(int, done.stdout.split())
    assert items == len(many) + 1
    assert here + parser < 1_000
