"""Inputs of every format, made here."""

import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from extract.reading import Item, Options, Unreadable, read
from ontology.claim import Article

WORDS = (
    "The foreign minister, Ana Brandt, said on Tuesday that her government needs"
    " binding guarantees before it signs anything, and that a pause of thirty days"
    " would serve only those who want to win time. “We have waited long enough,”"
    " she told reporters in the capital."
)
MORE = (
    "A spokesman for the other side, Karl Voss, rejected the demand and called for"
    " talks without conditions. He added that the ministers would meet again within"
    " a week, and that nobody had ruled out a wider agreement by the end of the year."
)
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Site"},
        {
            "@type": "NewsArticle",
            "headline": "Minister wants guarantees",
            "datePublished": "2025-03-11T08:00:00Z",
            "dateModified": "2025-03-12T09:30:00Z",
            "author": [{"name": "Jo Writer"}, {"name": "Al Other"}],
            "publisher": {"@type": "Organization", "name": "Daily Example"},
        },
    ],
}


def html(*, head: str = "", body: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Guarantees | Site</title>"
        f"{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article><h1>Minister wants guarantees</h1><p>{WORDS}</p><p>{MORE}</p>"
        "</article>"
        f"{body}<footer>Share this. Read more. All rights reserved.</footer></body>"
        "</html>"
    )


def json_ld() -> str:
    return f'<script type="application/ld+json">{json.dumps(LD)}</script>'


def rss(*items: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Daily Example</title>{''.join(items)}</channel></rss>"
    )


def entry(link: str, *, text: str = f"<p>{WORDS}</p><p>{MORE}</p>") -> str:
    return (
        f"<item><title>Minister wants guarantees</title><link>{link}</link>"
        "<pubDate>Tue, 11 Mar 2025 08:00:00 GMT</pubDate>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )


def pdf(text: str) -> bytes:
    """A PDF of one page, whose lines are these."""
    lines = "".join(f"({line}) Tj T* " for line in text.splitlines())
    content = f"BT /F1 12 Tf 72 720 Td 14 TL {lines}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\n" % table
    return out + end + b"startxref\n%d\n%%%%EOF" % len(out)


def record(
    url: str, body: bytes, media: str = "text/html", status: str = "200"
) -> bytes:
    """A WARC record of an HTTP response."""
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {media}\r\n\r\n".encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2025-03-12T10:00:00Z\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def members(*records: bytes) -> bytes:
    """Each record a gzip member of its own, as WARC files have them."""
    return b"".join(map(gzip.compress, records))


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def articles(items: list[Item]) -> list[Article]:
    assert not [item for item in items if isinstance(item, Unreadable)], items
    return [item for item in items if isinstance(item, Article)]


def article(path: Path, options: Options) -> Article:
    (found,) = articles(list(read([path], options=options)))
    return found


def reasons(path: Path, options: Options) -> list[str]:
    items = read([path], options=options)
    return [item.reason for item in items if isinstance(item, Unreadable)]
