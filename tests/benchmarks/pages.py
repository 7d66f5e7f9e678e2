"""The claims of web pages, beside those of the plain text of the same articles.

    python -m tests.benchmarks.pages [--pages N]

A site of our own making serves pages of ten kinds: a third is named in a list, a third
in a feed, and a third is in a web archive. `onrecord ingest` reads them, and the same
articles, each with its title and date, as JSON lines.
"""

import json
import subprocess
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from graph.store import Store
from ontology.claim import Article, Claim
from tests.benchmarks.figures import ONRECORD, Figure, tell_of
from tests.extract.pages import Story, feed, stories
from tests.extract.reading.samples import members, record
from tests.extract.site import Site, site

ASKED = ("--contact", "me@example.org", "--delay", "0", "--workers", "2")
ALLOWED = ("--allow-network", "127.0.0.1")


def main() -> None:
    """Print the figures."""
    tell_of(__doc__, "--pages", figures, usual=500)


def figures(count: int, folder: Path) -> Iterator[Figure]:
    """How much of what the texts say is found in the pages, and what else is."""
    told = list(stories(count))
    with site(told) as served:
        by_url = {served.url(story): story for story in told}
        lines = folder / "texts.jsonl"
        lines.write_text("\n".join(map(_line, by_url, told)), encoding="utf-8")
        given = [f"{served.address}{path}" for path in published(served, told)]
        _ingest(folder / "pages", *given, *ASKED, *ALLOWED)
        _ingest(folder / "texts", str(lines))
    wanted = {(article.url, says(claim)) for article, claim in read(folder / "texts")}
    pages = list(read(folder / "pages"))
    found = {(article.url, says(claim)) for article, claim in pages}
    strange = [one for one in pages if not _is_told(*one, by_url[one[0].url or ""])]
    figure = partial(Figure, "pages", column=f"{count} pages of 10 kinds")
    yield figure("articles", value=len({url for url, _ in found}))
    yield figure("claims of their plain texts", value=len(wanted))
    share = 100 * len(wanted & found) / len(wanted)
    yield figure("of these found, %", value=share, target=98, least=True)
    yield figure("claims from furniture", value=len(strange), target=0)


def published(served: Site, told: Sequence[Story]) -> Iterator[str]:
    """Put a list, a feed and a web archive on the site, a third each; their paths."""
    listed, fed, archived = (told[start::3] for start in range(3))
    found = {
        "/list": "\n".join(map(served.url, listed)).encode(),
        "/feed": feed(fed, served.address).encode(),
        "/pages.warc.gz": members(
            *(record(served.url(story), served.pages[story.path]) for story in archived)
        ),
    }
    served.pages.update(found)
    yield from found


def _line(url: str, story: Story) -> str:
    return json.dumps(
        {
            "text": f"{story.title}\n\n{story.text}",
            "title": story.title,
            "url": url,
            "published": story.published,
        }
    )


def _ingest(data: Path, *words: str) -> None:
    command = [*ONRECORD, "ingest", *words, "--data", str(data)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def read(data: Path) -> Iterator[tuple[Article, Claim]]:
    """All claims as they were extracted, each with its article."""
    with Store.open(data, read_only=True) as store:
        for article in store.articles():
            for claim in store.recorded(article.id):
                yield article, claim


def says(claim: Claim) -> tuple[str, ...]:
    """What a claim says, wherever it stands."""
    return claim.speaker.id, claim.stance, claim.cue.text, claim.content.text


def _is_told(article: Article, claim: Claim, story: Story) -> bool:
    """Whether what is said, and that it is, stands in the story's own words."""
    spans = (*claim.cue.spans, *claim.content.spans)
    words = (story.title, *story.paragraphs)
    return all(
        any(article.text[start:end] in own for own in words) for start, end in spans
    )


if __name__ == "__main__":
    main()
