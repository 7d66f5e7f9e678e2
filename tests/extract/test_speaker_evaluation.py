import gzip
from pathlib import Path

from extract.evaluation.speakers import report, score
from extract.pipeline import Extractor

ROWS = """
1 Ana Ana PROPN NNP 3 nsubj Entity=(1-person-new
2 Souza Souza PROPN NNP 1 flat Entity=1)
3 spoke speak VERB VBD 0 root _
4 . . PUNCT . 3 punct _

1 She she PRON PRP 2 nsubj Entity=(1-person-giv)
2 said say VERB VBD 0 root _
3 ports port NOUN NNS 4 nsubj Entity=(2-place-new)
4 closed close VERB VBD 2 ccomp _
5 . . PUNCT . 2 punct _

1 Nurses nurse NOUN NNS 2 nsubj Entity=(3-person-new)
2 said say VERB VBD 0 root _
3 so so ADV RB 2 advmod _
"""


def test_the_report(extractor: Extractor, tmp_path: Path) -> None:
    path = tmp_path / "tiny.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write("# newdoc id = tiny\n# meta::genre = news\n# newpar\n")
        out.write("\n".join(map(_row, ROWS.strip().split("\n"))) + "\n\n")

    assert report(score(extractor, path, ["news"])).splitlines() == [
        "pronoun       1 of    1 right  100.0%",
        "nominal       1 of    1 right  100.0%",
        "name          0 of    0 right    0.0%",
    ]
    assert score(extractor, path, ["interview"])["pronoun"].total == 0


def _row(line: str) -> str:
    if not line:
        return ""
    index, form, lemma, pos, tag, head, relation, misc = line.split(" ")
    return "\t".join([index, form, lemma, pos, tag, "_", head, relation, "_", misc])
