"""A worker's task that some articles kill, as one does that takes all memory."""

import os

from api.ingesting.cluster import Model
from api.ingesting.extracting import Reading
from ontology.claim import Article


def read(model: Model, several: list[Article]) -> Reading:
    """Claims of none, and the end of the worker at an article of poison."""
    if any("poison" in article.text for article in several):
        os._exit(1)
    return Reading(tuple((article, ()) for article in several))
