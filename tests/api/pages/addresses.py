"""An address of every kind of page, over the store of `tests/api/conftest.py`."""

from tests.api.conftest import harbour, hostile

ARTICLE, CLAIMS = harbour()
HOSTILE, HOSTILE_CLAIMS = hostile()

ADDRESSES = [
    "/",
    "/search",
    "/search?q=toll&stance=opposes",
    "/search?q=(",
    "/search?q=nothing-of-the-kind",
    f"/articles/{ARTICLE.id}",
    f"/articles/{ARTICLE.id}?claim={CLAIMS[0].id}",
    f"/claims/{CLAIMS[0].id}",
    "/all/agents",
    "/agents/norland",
    "/all/topics",
    "/topics/toll",
    "/topics/peace",
    "/compare",
    "/compare?first=Ana+Brandt&second=Harbour+Union",
    "/compare?first=nobody&second=nobody",
    "/shifts",
    "/shifts?speaker=Ana+Brandt",
    "/query",
    "/paths",
    "/paths?start=Ana+Brandt&end=topic:toll",
    f"/articles/{HOSTILE.id}",
    f"/claims/{HOSTILE_CLAIMS[0].id}",
    f"/agents/{HOSTILE_CLAIMS[0].speaker.id}",
    f"/topics/{HOSTILE_CLAIMS[0].topics[0].id}",
    "/ontology",
    "/stances",
    "/topics",
    "/none",
    "/articles/none",
]
