"""The scripts that the front-end build made, by the names of their pages."""

import json
from functools import lru_cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

BUILT = Path(__file__).parent / "static" / "built"

MANIFEST = "manifest.json"

FOR_EVER = "public, max-age=31536000, immutable"
"""What is built carries a hash of its contents in its name."""


@lru_cache
def script(name: str) -> str | None:
    """The file of a page's script, below `/static/built`; None where none was built.

    `name` is that of its folder in `api/web/src`.
    """
    try:
        manifest = json.loads((BUILT / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    entry = manifest.get(f"src/{name}/main.ts")
    return entry["file"] if entry else None


class Built(StaticFiles):
    """What was built, to be kept by browsers for ever."""

    def __init__(self) -> None:
        super().__init__(directory=BUILT, check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer one request."""
        if not BUILT.is_dir():  # a checkout in which none were built
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        if response.status_code < 400 and path != MANIFEST:
            response.headers["cache-control"] = FOR_EVER
        return response
