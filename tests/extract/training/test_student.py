"""Needs PyTorch (the extra `train`): `make test-training`."""

from collections.abc import Iterator

import pytest
import torch

from extract.stance_input import CONTENT, CONTEXT, CUE, EDGE, SOURCE
from extract.training.network import Encoder
from extract.training.stance.reader import StanceReader, Student

IDS = torch.randint(1000, 2000, (2, 8))
ROLES = torch.tensor(
    [[EDGE, SOURCE, CUE, CONTENT, CONTENT, CONTEXT, CONTEXT, EDGE]] * 2
)


@pytest.fixture(autouse=True)
def without_gradients() -> Iterator[None]:
    with torch.no_grad():
        yield


def test_the_first_vector_is_that_of_the_whole_layer() -> None:
    encoder = Encoder(layers=3).eval()
    x = torch.randn(2, 8, 384)
    padding = torch.zeros(2, 8, dtype=torch.bool)
    padding[1, 6:] = True
    first, before = encoder.summarise(x, padding)
    assert torch.allclose(first, encoder.encode(x, padding)[:, 0], atol=1e-5)
    encoder.layers = encoder.layers[:-1]
    assert torch.allclose(before, encoder.encode(x, padding), atol=1e-5)


def test_padding_changes_no_judgement() -> None:
    student = Student(StanceReader(6)).eval()
    longer = torch.nn.functional.pad(IDS, (0, 5))
    marks = torch.nn.functional.pad(ROLES, (0, 5))
    for own, padded in zip(student(IDS, ROLES), student(longer, marks), strict=True):
        assert torch.allclose(own, padded, atol=1e-4)
