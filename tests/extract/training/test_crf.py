"""Needs PyTorch (the extra `train`): `make test-training`."""

from itertools import pairwise, product

import torch

from extract.training.crf import log_likelihood


def brute(scores: torch.Tensor, tags: list[int], steps: torch.Tensor) -> float:
    def total(path: tuple[int, ...]) -> float:
        own = sum(float(scores[i, tag]) for i, tag in enumerate(path))
        return own + sum(float(steps[a, b]) for a, b in pairwise(path))

    paths = [total(p) for p in product(range(scores.shape[1]), repeat=len(tags))]
    return total(tuple(tags)) - float(torch.logsumexp(torch.tensor(paths), 0))


def test_likelihood_is_that_of_all_paths_enumerated() -> None:
    torch.manual_seed(1)
    steps = torch.randn(3, 3)
    for size in (1, 2, 5, 6):
        scores, tags = torch.randn(1, size, 3), torch.randint(0, 3, (1, size))
        mask = torch.ones(1, size, dtype=torch.bool)
        found = float(log_likelihood(scores, tags, mask, steps))
        assert abs(found - brute(scores[0], tags[0].tolist(), steps)) < 1e-4


def test_padding_changes_nothing() -> None:
    torch.manual_seed(2)
    steps, scores = torch.randn(3, 3), torch.randn(1, 7, 3)
    tags = torch.randint(0, 3, (1, 7))
    mask = torch.tensor([[True] * 4 + [False] * 3])
    whole = log_likelihood(scores, tags, mask, steps)
    short = log_likelihood(scores[:, :4], tags[:, :4], mask[:, :4], steps)
    assert torch.allclose(whole, short, atol=1e-4)
