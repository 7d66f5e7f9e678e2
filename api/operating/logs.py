"""Logs as JSON, a line each, to standard error: nothing in them is from an article.

What an exception says may quote a text, so of one only its kind and place are told.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime

OURS, SERVERS = "onrecord", "uvicorn.error"
"""The loggers whose lines are written."""


class Lines(logging.Formatter):
    """A record as a line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[1]:
            line["error"] = _told(record.exc_info[1])
        return json.dumps(line)


def install(*, requests: bool) -> None:
    """Write what fails, and if wanted a line for each request."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    for name, level in (
        (OURS, logging.INFO if requests else logging.WARNING),
        (SERVERS, logging.WARNING),
    ):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [handler], False
        logger.setLevel(level)


def _told(error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "kind": type(error).__name__,
        "at": [f"{each.filename}:{each.lineno} {each.name}" for each in frames[-8:]],
    }
