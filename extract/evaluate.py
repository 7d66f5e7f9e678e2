"""Score the output: `python -m extract.evaluate attribution|stance|topic|... FILE`.

`attribution FILE.jsonl[.gz]` over a corpus in PolNeAR's form, `stance FILE LABELS.tsv`
and `topic FILE LABELS.tsv` over its labelled attributions, spans given,
`speakers FILE.conllu[.gz] [GENRE ...]` over a treebank with GUM's chains,
`seeds [--gold FILE] [--folder FOLDER]` over articles with a careful reader's claims.
"""

import argparse
from argparse import Namespace
from pathlib import Path

from extract import pipeline
from extract.evaluation import attributions, seeds, speakers, stances, topics
from extract.pipeline import Extractor


def main() -> None:
    """Print the score that the command line asks for."""
    parser = argparse.ArgumentParser(
        prog="python -m extract.evaluate", description=__doc__
    )
    what = parser.add_subparsers(required=True)
    corpus = what.add_parser("attribution", help="spans against an annotated corpus")
    corpus.add_argument("file", type=Path)
    corpus.set_defaults(report=_attributions)
    for name, report in (("stance", _stances), ("topic", _topics)):
        labelled = what.add_parser(name, help=f"{name}s of gold spans against labels")
        labelled.add_argument("file", type=Path)
        labelled.add_argument("labels", type=Path)
        labelled.set_defaults(report=report)
    chains = what.add_parser("speakers", help="who is meant, against gold chains")
    chains.add_argument("file", type=Path)
    chains.add_argument("genres", nargs="*", help="all, if none is named")
    chains.set_defaults(report=_speakers)
    articles = what.add_parser("seeds", help="claims against a reader's list")
    articles.add_argument("--gold", type=Path, default=Path("tests/gold/seeds.json"))
    articles.add_argument("--folder", type=Path, default=Path("seeds"))
    articles.set_defaults(report=_seeds)
    for own in (corpus, articles):
        own.add_argument(
            "--half", choices=("dev", "test", "unseen"), help="of our own gold"
        )
    options = parser.parse_args()
    print(options.report(pipeline.load(), options))  # noqa: T201


def _attributions(extractor: Extractor, options: Namespace) -> str:
    rows = [
        row
        for row in attributions.read(options.file)
        if options.half in (None, row.get("half"))
    ]
    return attributions.report(attributions.score(extractor, rows))


def _stances(extractor: Extractor, options: Namespace) -> str:
    rows = list(attributions.read(options.file))
    return stances.report(stances.score(extractor, rows, options.labels))


def _topics(extractor: Extractor, options: Namespace) -> str:
    rows = list(attributions.read(options.file))
    return topics.report(topics.score(extractor, rows, options.labels))


def _speakers(extractor: Extractor, options: Namespace) -> str:
    return speakers.report(speakers.score(extractor, options.file, options.genres))


def _seeds(extractor: Extractor, options: Namespace) -> str:
    found = seeds.score(extractor, options.gold, options.folder, half=options.half)
    return seeds.report(found)


if __name__ == "__main__":
    main()
