"""A server of our own that plays every bad role."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

PAGE = b"<html><p>We agree.</p></html>"
ROBOTS = b"User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private\n"


@dataclass
class Site:
    """What the server was asked, in order, and where it is."""

    port: int = 0
    robots: tuple[int, bytes] = (200, ROBOTS)
    asked: list[tuple[str, dict[str, str], float]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    site: ClassVar[Site]
    protocol_version = "HTTP/1.0"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.site.asked.append((self.path, dict(self.headers), time.monotonic()))
        name = self.path.strip("/").partition("/")[0].replace(".", "_")
        play = getattr(self, f"play_{name}", self.play_page)
        with suppress(ConnectionError):
            play()

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def play_page(self) -> None:
        if self.headers.get("If-None-Match") == '"1"':
            return self.reply(304)
        self.reply(200, PAGE, Content_Type="text/html; charset=utf-8", ETag='"1"')

    def play_robots_txt(self) -> None:
        self.reply(*self.site.robots)

    def play_feed(self) -> None:
        """A feed of two pages, itself and one that is missing."""
        if self.headers.get("If-None-Match") == '"2"':
            return self.reply(304)
        paths = ("/page/1", "/feed", "/page/2", "/missing")
        items = "".join(
            f"<item><title>{path}</title><link>{self.site.url(path)}</link>"
            "<pubDate>Tue, 11 Mar 2025 08:00:00 GMT</pubDate></item>"
            for path in paths
        )
        feed = (
            f'<rss version="2.0"><channel><title>Daily</title>{items}</channel></rss>'
        )
        self.reply(200, feed.encode(), ETag='"2"')

    def play_missing(self) -> None:
        self.reply(404, PAGE)

    def play_loop(self) -> None:
        self.reply(302, Location=f"{self.path}/x")

    def play_moved(self) -> None:
        self.reply(301, Location="/page")

    def play_away(self) -> None:
        self.reply(302, Location=f"http://127.0.0.2:{self.site.port}/page")

    def play_file(self) -> None:
        self.reply(302, Location="file:///etc/passwd")

    def play_nowhere(self) -> None:
        self.reply(302, Location="http://[::bad/")

    def play_inward(self) -> None:
        self.reply(302, Location="/private/a")

    def play_huge(self) -> None:
        self.reply(200, PAGE, Content_Length="99999999999")

    def play_endless(self) -> None:
        self.reply(200)
        while True:
            self.wfile.write(b"x" * 65536)

    def play_bomb(self) -> None:
        self.reply(200, gzip.compress(b" " * 20_000_000, 1), Content_Encoding="gzip")

    def play_brokengzip(self) -> None:
        self.reply(200, b"\x1f\x8bnonsense", Content_Encoding="gzip")

    def play_short(self) -> None:
        self.reply(200, PAGE, Content_Length="500")

    def play_drip(self) -> None:
        self.reply(200, Content_Length="1000")
        self.drip()

    def play_driphead(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        self.drip()

    def drip(self) -> None:
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def play_gated(self) -> None:
        """A page that comes once the gate is opened."""
        self.site.gate.wait(60)
        self.play_page()

    def play_silent(self) -> None:
        time.sleep(3)

    def play_nonsense(self) -> None:
        self.wfile.write(b"\0\xffthis is not HTTP\r\n\r\n")

    def play_manyheaders(self) -> None:
        self.send_response(200)
        with suppress(ConnectionError):
            for number in range(20_000):
                self.wfile.write(b"X-%d: %s\r\n" % (number, b"y" * 50))

    def play_busy(self) -> None:
        if self.site.paths().count(self.path) > 1:
            return self.play_page()
        self.reply(503, Retry_After="0")

    def play_closed(self) -> None:
        self.reply(429, Retry_After="3600")


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port of the loopback interface."""
    site = Site()
    handler = type("OfSite", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
