"""The language of an article: English is kept, the rest is told."""

from extract.reading.decoding import Refused
from extract.reading.extras import web
from extract.reading.items import Item, Unreadable

LETTERS = 200
"""Letters below which no language is told: headlines and names look like any."""

SAMPLE = 5_000
"""Characters from which it is told."""

ENGLISH = "en"


def language(text: str) -> str | None:
    """The language (ISO 639-1) of a text; None where it is too short to tell.

    Without the extra `web` it is not told either.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < LETTERS:
        return None
    try:
        classify = web("py3langid", "languages").classify
    except Refused:
        return None
    return str(classify(sample)[0])


def in_english(item: Item) -> Item:
    """The article with its language, or told as another's. What it says itself counts.

    >>> from ontology.claim import Article
    >>> in_english(Article(id="1", source="a", text="Ja.", lang="de")).reason
    'in another language than English: de'
    """
    if isinstance(item, Unreadable):
        return item
    found = item.lang or language(item.text)
    if found is None:
        return item
    if found.lower().replace("_", "-").split("-")[0] not in (
        ENGLISH,
        "eng",
        "english",
    ):
        reason = f"in another language than English: {found:.20}"
        return Unreadable(item.source, reason, ignored=True)
    return item if item.lang else item.model_copy(update={"lang": found})
