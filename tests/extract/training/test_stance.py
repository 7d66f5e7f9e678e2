"""Needs PyTorch (the extra `train`): `make test-training`."""

from random import Random

import numpy as np
import torch

from extract.encoding.pieces import CLS, SEP
from extract.encoding.stance_input import CONTENT, CONTEXT, CUE, SOURCE
from extract.encoding.words import words
from extract.training.corpora import Labelled, Stanced
from extract.training.network import WIDTH
from extract.training.stance.examples import Example
from extract.training.stance.learning import Course, fit, judge, score
from extract.training.stance.mpnet import distance_buckets, own_numbers
from extract.training.stance.readers import EDGE, Student, Teacher
from extract.training.stance.recombination import recombined


def _example(words: list[tuple[int, tuple[int, ...]]], stance: int) -> Example:
    vectors = [np.eye(WIDTH, dtype=np.float16)[sum(own) % WIDTH] for _, own in words]
    return Example(
        [role for role, _ in words],
        [own for _, own in words],
        np.stack(vectors),
        (stance,),
        (stance - 1,),
    )


FIRST = _example(
    [
        (CONTEXT, (11,)),
        (SOURCE, (12,)),
        (CUE, (21,)),
        (CONTENT, (31, 32)),
        (CONTEXT, (41,)),
        (CONTENT, (42,)),
    ],
    1,
)
SECOND = _example([(CONTENT, (51,)), (CUE, (61,)), (CUE, (62,)), (SOURCE, (71,))], 2)


def _document(text: str, gap: int, *stances: Stanced) -> Labelled:
    read = text.split()
    return Labelled("", words(read, [gap] * len(read)), stances=list(stances))


TOLD = _document(
    "Yesterday the mayor said: the tram is late , he added .", 0,
    Stanced((1, 2), (3,), (4, 5, 6, 7), stances=("asserts",)),
)  # fmt: skip
DENIED = _document(
    "“ No tram is late ” , two drivers have denied today .", 2,
    Stanced((7, 8), (9, 10), (1, 2, 3, 4)), Stanced((), (9, 10), (1, 4)),
)  # fmt: skip


def _parts(made: Labelled) -> tuple[str, ...]:
    own = made.stances[0]
    return tuple(
        " ".join(made.words.texts[row] for row in rows)
        for rows in (own.source, own.cue, own.content)
    )


def test_recombined_attributions_are_made_of_parts_of_two() -> None:
    made = recombined([TOLD, DENIED], 200, Random(1))
    assert len(made) == 200
    found = {_parts(document) for document in made}
    assert ("the mayor", "have denied", "the tram is late") in found
    assert ("the mayor", "said:", "No tram is late") in found
    assert ("two drivers", "have denied", "the tram is late") in found
    assert not any(document.stances[0].stances for document in made)


def test_a_part_in_pieces_is_not_exchanged_and_a_missing_one_not_made() -> None:
    for made in recombined([TOLD, DENIED], 200, Random(1)):
        source, _, content = _parts(made)
        assert content != "No late" or source == ""


def test_the_words_around_stay_and_the_break_is_that_of_the_place() -> None:
    for made in recombined([TOLD, DENIED], 50, Random(1)):
        text = " ".join(made.words.texts)
        if text.startswith("Yesterday"):
            assert text.endswith(", he added .")
            assert made.words.breaks[made.stances[0].cue[0]] == 0


def test_a_teacher_reads_pieces_between_edges() -> None:
    pieces, roles = Teacher.inputs([FIRST, SECOND])
    assert pieces[0].tolist() == [CLS, 11, 12, 21, 31, 32, 41, 42, SEP]
    assert roles[1].tolist() == [EDGE, CONTENT, CUE, CUE, SOURCE, EDGE, 0, 0, 0]


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
    data = [FIRST, SECOND] * 8
    course = Course(epochs=16, rate=1e-3, batch=4)
    reader = fit(Student(), data, data, course)
    assert score(reader, data)["stance"] == 100
    assert judge(reader, data).polarity.shape == (16, 3)
