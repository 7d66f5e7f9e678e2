"""A name and a password, as a SPARQL server asks for them."""

from collections.abc import Generator

import httpx

from graph.storage.remote.address import Address


class Credentials(httpx.Auth):
    """A name and a password, sent as the server asks: Basic, or Digest (RFC 7616)."""

    def __init__(self, address: Address) -> None:
        self._pair = address.user, address.password
        self._chosen: httpx.Auth | None = None

    def auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        """The request as it is; from the first challenge on, with credentials."""
        if self._chosen is None:
            response = yield request
            if response.status_code != 401:
                return
            asked = response.headers.get("www-authenticate", "").lower()
            digest = asked.startswith("digest")
            kind = httpx.DigestAuth if digest else httpx.BasicAuth
            self._chosen = kind(*self._pair)
        yield from self._chosen.auth_flow(request)
