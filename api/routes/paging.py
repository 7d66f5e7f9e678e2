"""Pages that follow one another, as `Link` headers (RFC 8288) tell."""

from urllib.parse import urlencode

from fastapi import Request, Response


def link_pages(request: Request, response: Response, cursor: str | None) -> None:
    """Let the response lead to the page after it, and from a later one to the first.

    The same question with another cursor, relative to this host. Cursors only lead
    on: there is no `prev`.
    """
    links = [_link(request, cursor, "next")] if cursor else []
    if "cursor" in request.query_params:
        links.append(_link(request, None, "first"))
    if links:
        response.headers["link"] = ", ".join(links)


def _link(request: Request, cursor: str | None, relation: str) -> str:
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
    asked = urlencode([*kept, *([("cursor", cursor)] if cursor else [])])
    return f'<{request.url.path}?{asked}>; rel="{relation}"'
