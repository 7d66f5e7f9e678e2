"""What answers look like, for the description of the API."""

from typing import Any

CLAIM: dict[str, Any] = {
    "id": "1f0c6d0c2b7f4a51",
    "article": {
        "id": "918977e6d8e85b79",
        "source": "strike.txt",
        "title": "Dockers reject contract",
        "url": "https://news.example/strike",
        "publisher": "The Example",
        "published": "2025-03-11",
    },
    "speaker": {
        "id": "marta-brandt",
        "name": "Marta Brandt",
        "kind": "person",
        "mention": "union leader Marta Brandt",
        "role": "union leader",
        "represents": [{"id": "dockers-union", "name": "Dockers' Union"}],
    },
    "cue": {"text": "said", "spans": [[34, 38]]},
    "stance": "opposes",
    "polarity": "-",
    "reason": {"signal": "negated modal", "detail": "will not", "probability": None},
    "modality": ["future", "negated"],
    "topics": [{"id": "contract", "label": "contract"}],
    "content": {"text": "We will not sign this contract", "spans": [[0, 33]]},
    "source": {"spans": [[39, 64]]},
    "quote": "direct",
    "date": {
        "text": None,
        "edtf": "2025-03-11",
        "earliest": "2025-03-11",
        "latest": "2025-03-11",
        "basis": "article",
    },
    "confidence": 0.93,
    "extractor": {"name": "onrecord", "version": "1"},
}
"""A claim record, whole."""
