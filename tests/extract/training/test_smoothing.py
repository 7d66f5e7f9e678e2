"""Needs PyTorch (the extra `train`): `make test-training`."""

import torch

from extract.training.network import Network, Sizes, WindowBatch
from extract.training.smoothing import smooth


def batch() -> WindowBatch:
    pieces = torch.randint(1000, 2000, (2, 12))
    words = torch.arange(9).expand(2, 9).clone()
    zeros = torch.zeros_like(words)
    owner = torch.arange(12).expand(2, 12).clone().clamp(max=8)
    return WindowBatch(pieces, owner, words, words, zeros, zeros, zeros)


def widest(network: Network, windows: WindowBatch) -> list[float]:
    """The largest absolute input of the last product of each layer."""
    found: list[float] = []
    hooks = [
        getattr(layer.down, "linear", layer.down).register_forward_pre_hook(
            lambda _, given: found.append(float(given[0].abs().max()))
        )
        for layer in network.encoder.layers
    ]
    network(windows)
    for hook in hooks:
        hook.remove()
    return found


def test_outputs_stay_and_outliers_go() -> None:
    torch.manual_seed(3)
    network, windows = Network(Sizes(5, 5, 5, 5)).eval(), batch()
    for layer in network.encoder.layers:
        layer.up.weight.data[7] *= 40  # one channel far above the others
    with torch.no_grad():
        before, range_before = network(windows), widest(network, windows)
        smooth(network, [windows])
        after, range_after = network(windows), widest(network, windows)
    for name, values in before.items():
        assert torch.allclose(values, after[name], atol=1e-2), name
    assert all(b < a for a, b in zip(range_before, range_after, strict=True))
