"""Documents of tagged words, without a model: "the/D union/N"."""

from spacy.tokens import Doc

from tests.extract.docs import VOCAB

TAGS = {
    "A": "ADJ", "C": "CCONJ", "D": "DET", "N": "NOUN", "NP": "PROPN", "P": "ADP",
    "V": "VERB",
}  # fmt: skip
"""Short names of parts of speech; others are given in full."""

Arcs = dict[int, tuple[int, str]]
"""By word: its head and relation, where the case turns on them."""


def tagged(text: str, arcs: Arcs | None = None) -> Doc:
    """A document of these words; "|" stands for a line's end.

    A word without a tag is punctuation; VBG and the like after a second "/" are
    Penn tags. A sentence starts after every stop and line end; a word without an arc
    hangs on its sentence's first such word.
    """
    rows = [_row(word) for word in text.split(" ")]
    known = dict(arcs or {})
    root = -1
    for at in range(len(rows)):
        if at == 0 or rows[at - 1][0] in (".", "\n"):
            root = -1
        if root < 0 and at not in known:
            root = at
        if at not in known:
            known[at] = (root, "ROOT" if root == at else "dep")
    return Doc(
        VOCAB,
        words=[word for word, _, _ in rows],
        pos=[pos for _, pos, _ in rows],
        tags=[tag for _, _, tag in rows],
        heads=[known[at][0] for at in range(len(rows))],
        deps=[known[at][1] for at in range(len(rows))],
    )


def _row(text: str) -> tuple[str, str, str]:
    """Word, part of speech and Penn tag."""
    if text == "|":
        return "\n", "SPACE", "_SP"
    word, pos, tag = (*text.split("/"), "PUNCT", "")[:3]
    return word, TAGS.get(pos, pos), "" if tag == "PUNCT" else tag
