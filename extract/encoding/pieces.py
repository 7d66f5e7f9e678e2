"""Word pieces of words, by the encoder's own (uncased) tokenizer."""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from tokenizers import Tokenizer

from extract.encoding.windows import LONGEST_WORD

UNKNOWN, CLS, SEP = 100, 101, 102
"""Ids of `[UNK]`, `[CLS]` and `[SEP]` in BERT's uncased vocabulary; 0 is padding."""

MODEL = Path(__file__).parent.parent / "model"


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer that ships beside the model."""
    loaded = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def pieces(texts: Sequence[str]) -> list[tuple[int, ...]]:
    """The piece ids of each word, at least one and at most LONGEST_WORD."""
    return [_of_word(text[:256]) for text in texts]


@lru_cache(maxsize=50_000)
def _of_word(text: str) -> tuple[int, ...]:
    ids = tokenizer().encode(text, add_special_tokens=False).ids
    return tuple(ids[:LONGEST_WORD]) or (UNKNOWN,)
