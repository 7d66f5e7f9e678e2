"""What a SPARQL server sent back, believed only when it checks out.

A status of 200 is not enough. Virtuoso ends a query at its time limit with 200 and a
header `X-SQL-State`; it cuts rows at its limit (`X-SPARQL-MaxRows`); Oxigraph's server
ends one with 200 and half a body. All these are errors here.
"""

from dataclasses import dataclass

import httpx
import pyoxigraph as ox

_PASSING = {429, 502, 503, 504}
"""Statuses that may be others in a moment."""

_DEADLOCK = b"40001"
"""The SQL state of a transaction that is to be tried again."""

_ASKED = "__ASK_RETVAL"
"""The variable as which Virtuoso answers ASK in JSON: no row is no."""


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: httpx.Headers
    body: bytes

    @property
    def reason(self) -> str:
        """The status with the first line of what is said: the rest may be what was
        sent."""
        said = self.body[:1000].decode(errors="replace").strip().partition("\n")[0]
        return f"status {self.status}: {said[:300]}"

    @property
    def passes(self) -> bool:
        """Whether the same request may be answered otherwise in a moment."""
        deadlocked = self.status >= 400 and _DEADLOCK in self.body[:200]
        return self.status in _PASSING or deadlocked


def results(answer: Answer) -> ox.QuerySolutions | ox.QueryBoolean:
    """The results of a SELECT or an ASK. Raises ValueError if they broke off."""
    form = ox.QueryResultsFormat.JSON
    checked = ox.parse_query_results(answer.body, form)
    if isinstance(checked, ox.QueryBoolean):
        return checked
    # to the end: that half a body came shows nowhere else
    rows = sum(1 for _ in checked)
    if [each.value for each in checked.variables] == [_ASKED]:
        yes = b"true" if rows else b"false"
        return ox.parse_query_results(b'{"head":{},"boolean":%s}' % yes, form)
    check_whole(answer, rows)
    return ox.parse_query_results(answer.body, form)


def check_whole(answer: Answer, rows: int) -> None:
    """Raise ValueError if there may have been more rows than the server gives."""
    most = answer.headers.get("x-sparql-maxrows")
    if most and rows >= int(most):
        raise ValueError(f"its limit is {most} rows (ResultSetMaxRows)")
