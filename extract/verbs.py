"""The lemmas of verbs, by a table of irregular forms and the rules of spelling."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("verbs.tsv")
"""A verb a line, and its forms that no rule of spelling gives."""

_STEMS = (
    ("ies", "y"), ("es", "e"), ("es", ""), ("s", ""),
    ("ied", "y"), ("ed", "e"), ("ed", ""),
    ("ying", "ie"), ("ing", "e"), ("ing", ""),
)  # fmt: skip
"""Endings, and what stands in their place in the lemma; tried in this order."""


@cache
def _lemmas() -> dict[str, str]:
    """The lemma of each verb and of each irregular form; forms go before verbs that
    are spelled alike (found)."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()[2:]
    rows = [
        (verb, forms.split()) for verb, _, forms in (r.partition("\t") for r in lines)
    ]
    verbs = {verb: verb for verb, _ in rows}
    return verbs | {form: verb for verb, forms in rows for form in forms}


def verb_lemma(form: str) -> str | None:
    """The lemma of a verb's form; None if the table knows no verb of such a form.

    >>> verb_lemma("told"), verb_lemma("Urged"), verb_lemma("planning")
    ('tell', 'urge', 'plan')
    >>> verb_lemma("blorped")
    """
    word = form.lower()
    known = _lemmas()
    if word in known:
        return known[word]
    return next((stem for stem in _stems(word) if known.get(stem) == stem), None)


def _stems(word: str) -> Iterator[str]:
    """What the verb may be, the likelier first; a doubled consonant counts once too."""
    for ending, added in _STEMS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem + added
            if not added and stem[-1:] == stem[-2:-1]:
                yield stem[:-1]
