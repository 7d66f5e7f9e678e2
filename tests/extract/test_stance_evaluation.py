"""Stances of gold spans, against labels of one annotator or of two."""

from pathlib import Path

import pytest

from extract.evaluation.measures import macro_f1
from extract.evaluation.stances import Judged, report, score
from extract.pipeline import Extractor

TEXT = "The union demanded higher pay. The mayor rejected the plan."

ROW = {
    "id": "one",
    "text": TEXT,
    "attributions": [
        {"source": [[0, 9]], "cue": [[10, 18]], "content": [[19, 29]]},
        {"source": [[31, 40]], "cue": [[41, 49]], "content": [[50, 58]]},
    ],
}


@pytest.mark.parametrize(
    ("table", "stances"),
    [
        ("stance\tpolarity\none\t10\t18\tdemands\t+\n", ("demands",)),
        (
            "stance_a\tstance_b\tpolarity_a\tpolarity_b\n"
            "one\t10\t18\tdemands\tseeks\t+\t+\n",
            ("demands", "seeks"),
        ),
    ],
)
def test_labelled_attributions_alone_are_judged(
    extractor: Extractor, tmp_path: Path, table: str, stances: tuple[str, ...]
) -> None:
    labels = tmp_path / "labels.tsv"
    labels.write_text(f"doc\tcue_start\tcue_end\t{table}", encoding="utf-8")
    (judged,) = score(extractor, [ROW], labels)
    assert judged.stances == stances
    assert judged.stance == "demands"


def test_either_annotator_may_be_equalled() -> None:
    found = [
        Judged(("demands", "seeks"), ("+", "+"), "seeks", "+"),
        Judged(("asserts", "asserts"), ("0", "-"), "opposes", "-"),
    ]
    first, _, last = report(found).splitlines()
    assert first.split() == ["stance", "1/2", "50.0", "%"]
    assert last.split() == ["polarity", "2/2", "100.0", "%"]


def test_macro_f1_is_over_the_classes_of_gold() -> None:
    assert macro_f1([("a", "a"), ("a", "b"), ("b", "b")]) == pytest.approx(2 / 3)
    assert macro_f1([("a", "c")]) == 0
