"""Pages that follow one another, as `Link` headers (RFC 8288) tell."""

from urllib.parse import urlencode

from fastapi import Request, Response


def link_next(request: Request, response: Response, cursor: str | None) -> None:
    """Let the response lead to the page after it, if there is one.

    The same question with the next cursor, relative to this host.
    """
    if cursor is None:
        return
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
    asked = urlencode([*kept, ("cursor", cursor)])
    response.headers["link"] = f'<{request.url.path}?{asked}>; rel="next"'
