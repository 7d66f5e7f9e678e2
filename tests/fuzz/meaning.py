"""What a JSON schema cannot say of a request, told to schemathesis.

A request may fit the description and still mean nothing: it is refused in words.
"""

import json
import re

import schemathesis
from schemathesis import Case, HookContext, Response
from schemathesis.core.failures import Failure

BEYOND_SCHEMAS = re.compile(
    r"from: .* is after to: "  # one field against another
    r"|cursor: .* is not one that a page gave"
    r"|(query|update): cannot be (read|answered|done)"  # no SPARQL
    r"|(query|update): FROM: the store has no graph"
    r"|^set: "  # a value for another field, or none to be set
)
"""Reasons that depend on more than the shape of one value."""


@schemathesis.hook
def filter_failure(
    context: HookContext, failure: Failure, case: Case, response: Response
) -> bool:
    """Keep a failure unless it is a refusal for such a reason."""
    if type(failure).__name__ != "RejectedPositiveData":
        return True
    return not BEYOND_SCHEMAS.search(json.loads(response.content)["detail"])
