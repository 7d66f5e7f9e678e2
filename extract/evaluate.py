"""Score the output: `python -m extract.evaluate attribution|stance|topic|seeds ...`.

`attribution FILE.jsonl[.gz]` over a corpus in PolNeAR's form, `stance FILE LABELS.tsv`
and `topic FILE LABELS.tsv` over its labelled attributions, spans given,
`seeds [--gold FILE] [--folder FOLDER]` over articles with a careful reader's claims.
"""

import argparse
from pathlib import Path

from extract import pipeline
from extract.evaluation import attributions, seeds, stances, topics


def main() -> None:
    """Print the score that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m extract.evaluate", description=__doc__
    )
    what = parser.add_subparsers(dest="what", required=True)
    corpus = what.add_parser("attribution", help="spans against an annotated corpus")
    corpus.add_argument("file", type=Path)
    for name in ("stance", "topic"):
        labelled = what.add_parser(name, help=f"{name}s of gold spans against labels")
        labelled.add_argument("file", type=Path)
        labelled.add_argument("labels", type=Path)
    articles = what.add_parser("seeds", help="claims against a reader's list")
    articles.add_argument("--gold", type=Path, default=Path("tests/gold/seeds.json"))
    articles.add_argument("--folder", type=Path, default=Path("seeds"))
    for own in (corpus, articles):
        own.add_argument("--half", choices=("dev", "test"), help="of our own gold")
    options = parser.parse_args()
    print(_report(pipeline.load(), options))  # noqa: T201


def _report(extractor: pipeline.Extractor, options: argparse.Namespace) -> str:
    if options.what == "attribution":
        rows = [
            row
            for row in attributions.read(options.file)
            if options.half in (None, row.get("half"))
        ]
        return attributions.report(attributions.score(extractor, rows))
    if options.what == "stance":
        rows = list(attributions.read(options.file))
        return stances.report(stances.score(extractor, rows, options.labels))
    if options.what == "topic":
        rows = list(attributions.read(options.file))
        return topics.report(topics.score(extractor, rows, options.labels))
    found = seeds.score(extractor, options.gold, options.folder, half=options.half)
    return seeds.report(found)


if __name__ == "__main__":
    main()
