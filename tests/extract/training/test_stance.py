"""Needs PyTorch (the extra `train`): `make test-training`."""

from random import Random

import torch

from extract.pieces import CLS, SEP
from extract.stance_input import CONTENT, CONTEXT, CUE, EDGE, SOURCE, Marked
from extract.training.network import Encoder
from extract.training.stance.examples import Example
from extract.training.stance.learning import Course, fit, judge, score
from extract.training.stance.mpnet import distance_buckets, own_numbers
from extract.training.stance.reader import StanceReader
from extract.training.stance.recombination import recombined

FIRST = Example(
    Marked(
        [CLS, 11, 12, 21, 31, 32, 41, 42, SEP],
        [EDGE, CONTEXT, SOURCE, CUE, CONTENT, CONTENT, CONTEXT, CONTENT, EDGE],
    ),
    (1,),
    (0,),
)
SECOND = Example(
    Marked([CLS, 51, 61, 62, 71, SEP], [EDGE, CONTENT, CUE, CUE, SOURCE, EDGE]),
    (2,),
    (1,),
)


def test_recombined_attributions_are_made_of_parts_of_two() -> None:
    made = recombined([FIRST, SECOND], 200, Random(1))
    pieces = {tuple(example.read.pieces) for example in made}
    assert (CLS, 11, 12, 61, 62, 31, 32, 41, 42, SEP) in pieces
    assert (CLS, 11, 12, 21, 51, 41, 42, SEP) in pieces
    assert (CLS, 51, 21, 71, SEP) in pieces
    for example in made:
        assert len(example.read.pieces) == len(example.read.roles)
        assert not example.stances


def test_pieces_have_mpnets_numbers() -> None:
    assert own_numbers(torch.tensor([[CLS, 2000, SEP, 0]])).tolist() == [
        [0, 2004, 2, 1]
    ]


def test_distances_are_told_exactly_then_ever_more_roughly() -> None:
    buckets = distance_buckets(200)
    assert buckets[10, 3:18].tolist() == [7, 6, 5, 4, 3, 2, 1, 0, *range(17, 24)]
    assert buckets[199, 0] == 15
    assert buckets[0, 199] == 31
    assert (buckets[0].diff()[1:] >= 0).all()


def test_a_reader_learns_what_it_is_shown() -> None:
    torch.manual_seed(1)
    reader = StanceReader(Encoder(layers=1))
    data = [FIRST, SECOND] * 8
    fit(reader, data, data, Course(epochs=8, rate=1e-3, batch=4))
    assert score(reader, data)["stance"] == 100
    assert judge(reader, data).polarity.shape == (16, 3)
