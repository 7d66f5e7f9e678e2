"""The scripts that the front-end build made, by the names of their pages."""

import json
from pathlib import Path
from typing import Any

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

BUILT = Path(__file__).parent / "static" / "built"

MANIFEST = "manifest.json"

FOR_EVER = "public, max-age=31536000, immutable"
"""What is built carries a hash of its contents in its name."""


def script(name: str) -> str | None:
    """The file of a page's script, below `/static/built`; None where none was built.

    `name` is that of its folder in `api/web/src`.
    """
    entry = _entry(name)
    return entry["file"] if entry else None


def styles(name: str) -> tuple[str, ...]:
    """The style sheets that the script of this name brings."""
    entry = _entry(name)
    return tuple(entry.get("css", ())) if entry else ()


def _entry(name: str) -> dict[str, Any] | None:
    try:
        manifest = json.loads((BUILT / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    found: dict[str, Any] | None = manifest.get(f"src/{name}/main.ts")
    return found


class Built(StaticFiles):
    """What was built, to be kept by browsers for ever."""

    def __init__(self) -> None:
        super().__init__(directory=BUILT, check_dir=False)

    async def check_config(self) -> None:
        """Nothing: in a checkout where none were built, none are found."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer one request."""
        response = await super().get_response(path, scope)
        if response.status_code < 400 and path != MANIFEST:
            response.headers["cache-control"] = FOR_EVER
        return response
