"""Log-likelihood of tag sequences under a linear-chain CRF.

Lafferty, McCallum and Pereira (2001). The partition function is a product of
matrices in the log semiring, reduced pairwise, so its depth is logarithmic.
"""

import torch
from torch import Tensor

FORBIDDEN = -1e4
"""Log weight of what cannot be: finite, so that gradients stay numbers."""


def log_likelihood(
    scores: Tensor, tags: Tensor, mask: Tensor, transitions: Tensor
) -> Tensor:
    """Log-probability [B] of `tags` [B, W] given `scores` [B, W, T].

    `mask` [B, W] is true at words, false at padding, which stands at the end.
    """
    return _path(scores, tags, mask, transitions) - _partition(
        scores, mask, transitions
    )


def _path(scores: Tensor, tags: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
    own = scores.gather(2, tags.unsqueeze(-1)).squeeze(-1)
    steps = transitions[tags[:, :-1], tags[:, 1:]]
    return (own * mask).sum(1) + (steps * mask[:, 1:]).sum(1)


def _partition(scores: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
    if scores.shape[1] == 1:
        return torch.logsumexp(scores[:, 0], -1)
    size = scores.shape[-1]
    identity = torch.full((size, size), FORBIDDEN).fill_diagonal_(0).to(scores)
    steps = transitions + scores[:, 1:, None, :]
    steps = torch.where(mask[:, 1:, None, None], steps, identity)
    while steps.shape[1] > 1:
        odd = steps[:, -1:] if steps.shape[1] % 2 else steps[:, :0]
        left, right = steps[:, 0 : steps.shape[1] - 1 : 2], steps[:, 1::2]
        joined = torch.logsumexp(left.unsqueeze(-1) + right.unsqueeze(-3), -2)
        steps = torch.cat([joined, odd], 1)
    total = scores[:, 0].unsqueeze(-1) + steps[:, 0]
    return torch.logsumexp(total.flatten(1), -1)
