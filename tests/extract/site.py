"""A web site of our own making, on this machine."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.extract.pages import Story, page


@dataclass(frozen=True)
class Site:
    """Where it is, and what it has by path; more may be added."""

    address: str
    pages: dict[str, bytes]

    def url(self, story: Story) -> str:
        """The address of a story's page."""
        return f"{self.address}{story.path}"


@contextmanager
def site(told: Iterable[Story]) -> Iterator[Site]:
    """A server with the pages of these stories."""
    pages = {story.path: page(story).encode() for story in told}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield Site(f"http://127.0.0.1:{server.server_address[1]}", pages)
    finally:
        server.shutdown()
        server.server_close()
