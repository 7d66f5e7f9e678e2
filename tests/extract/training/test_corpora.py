import gzip
import json
from pathlib import Path

import pytest
import spacy

from extract.training.corpora import polnear, treebank

CONLLU = """# newdoc id = own
# newpar
# text = Ada Bell left. She won.
1\tAda\tAda\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new
2\tBell\tBell\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv)
2\twon\twin\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "own.conllu.gz"
    file.write_bytes(gzip.compress(CONLLU.encode()))
    return file


def test_a_treebank_document_is_one_run_of_words(path: Path) -> None:
    (document,) = treebank(path)
    assert document.words.texts == ["Ada", "Bell", "left", ".", "She", "won", "."]
    assert document.heads == [2, 0, 2, 2, 5, 5, 5]
    assert document.starts == [1, 0, 0, 0, 1, 0, 0]


def test_mentions_of_one_number_are_a_chain(path: Path) -> None:
    (document,) = treebank(path)
    assert document.chains == [[(0, 2), (4, 5)]]


@pytest.mark.parametrize(
    ("first", "second", "decided", "taken"),
    [
        ("accuses", "", "", ("accuses",)),
        ("accuses", "accuses", "", ("accuses",)),
        ("accuses", "asserts", "", ("accuses", "asserts")),
        ("accuses", "asserts", "warns", ("warns",)),
    ],
)
def test_where_two_differ_a_third_decides_or_both_count(
    tmp_path: Path, first: str, second: str, decided: str, taken: tuple[str, ...]
) -> None:
    text = "The harbour master said the pier was rotten."
    roles = {"source": [[0, 18]], "cue": [[19, 23]], "content": [[24, 43]]}
    article = {"id": "own", "text": text, "attributions": [roles]}
    for name, lines in (("polnear", json.dumps(article)), ("polnear-corenlp", "")):
        path = tmp_path / f"{name}.train.jsonl.gz"
        path.write_bytes(gzip.compress(lines.encode()))
    labels = tmp_path / "labels.tsv"
    row = {
        "doc": "own", "cue_start": "19", "cue_end": "23",
        "stance_a": first, "stance_b": second, "stance_decided": decided,
        "polarity_a": "-", "polarity_b": second and "-", "polarity_decided": "",
        "topic_start": "", "topic_end": "",
    }  # fmt: skip
    labels.write_text("\n".join("\t".join(cells) for cells in (row, row.values())))
    (document,) = polnear(tmp_path, "train", spacy.blank("en"), [labels])
    (stanced,) = document.stances
    assert stanced.stances == taken
    assert stanced.polarities == ("-",)
