"""Topics of gold spans, against names by one annotator or by two."""

from pathlib import Path

import pytest

from extract.evaluation.topics import Judged, likeness, report, score
from extract.pipeline import Extractor
from tests.extract.test_stance_evaluation import ROW


def test_labelled_attributions_alone_are_judged(
    extractor: Extractor, tmp_path: Path
) -> None:
    labels = tmp_path / "labels.tsv"
    labels.write_text(
        "doc\tcue_start\tcue_end\ttopic_a\ttopic_b\none\t10\t18\tpay\thigher pay\n",
        encoding="utf-8",
    )
    (judged,) = score(extractor, [ROW], labels)
    assert judged.names == ("pay", "higher pay")
    assert judged.f1 > 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("tax plan", "tax plans", 1.0), ("tax plan", "tax", 2 / 3), ("rain", "tax", 0.0)],
)
def test_names_are_alike_by_their_words(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)


def test_the_nearer_annotator_counts() -> None:
    found = [Judged(("tax", "tax plan"), "tax plan"), Judged(("rain",), "tax")]
    words = [line.split() for line in report(found).splitlines()]
    assert words == [
        ["topic", "F1", "50.0"],
        ["alike", "1/2", "50.0", "%"],
        ["the", "same", "1/2", "50.0", "%"],
    ]
