"""A real store with three small articles, and the ways to ask it.

The claims are built by hand, with every span found in the text, so that these
tests need no model. One article is hostile: whatever shows it must show text.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner, Result

from api.app import create_app
from api.cli import app
from api.settings import Settings
from api.sparql.pool import Limits
from graph.store import Store
from ontology.claim import (
    Agent,
    AgentKind,
    AgentRef,
    Article,
    Claim,
    ClaimDate,
    DateBasis,
    Extractor,
    Passage,
    QuoteType,
    Source,
    Span,
    StanceReason,
    Topic,
)
from ontology.ids import article_id, claim_id, slug
from ontology.stances import Polarity, Stance

HARBOUR = (
    "Harbour talks stall\n\n"
    "“We need binding guarantees,” Foreign Minister Ana Brandt told the mayor on 11"
    " March 2025. The Harbour Union rejected the toll, saying it hurts small ships.\n\n"
    "Brandt said the union hopes for a delay."
)

HOSTILE = (
    "<script>alert(1)</script> said \u202eevil\u202c & <b>=HYPERLINK(1)</b> by "
    + "x" * 10_000
    + ". \x1b[31mred"
)

PLAIN = "The council backs the bridge, Li said."

Made = tuple[Article, tuple[Claim, ...]]


def made_article(text: str, **known: str) -> Article:
    given = {"id": article_id(text), "text": text, "source": "a.txt", **known}
    return Article.model_validate(given)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def made_claim(
    article: Article,
    name: str,
    stance: Stance,
    topic: str,
    words: tuple[str, str, str],
    **more: object,
) -> Claim:
    """A claim whose source, cue and content are the first such words in the text."""
    source, cue, content = (span(article.text, part) for part in words)
    speaker = Agent.model_validate(
        {
            "id": slug(name),
            "name": name,
            "kind": more.pop("kind", AgentKind.PERSON),
            "mention": words[0],
            "represents": more.pop("represents", ()),
        }
    )
    fields = {
        "id": claim_id(article.id, [source, cue, content], speaker.id, stance),
        "article": article.ref(),
        "speaker": speaker,
        "cue": Passage(text=words[1], spans=(cue,)),
        "stance": stance,
        "polarity": Polarity.NEITHER,
        "reason": StanceReason(signal="cue", detail=words[1]),
        "topics": (Topic(id=slug(topic), label=topic),),
        "content": Passage(text=words[2].strip("“”,"), spans=(content,)),
        "source": Source(spans=(source,)),
        "quote": QuoteType.INDIRECT,
        "confidence": 0.9,
        "extractor": Extractor(name="by hand", version="1"),
    }
    return Claim.model_validate({**fields, **more})


def harbour() -> Made:
    article = made_article(
        HARBOUR,
        source="harbour.txt",
        title="Harbour talks stall",
        url="https://news.example/harbour",
        publisher="The Example",
        published="2025-03-12",
    )
    union, brandt = ("Harbour Union", "Ana Brandt")
    return article, (
        made_claim(
            article, brandt, Stance.DEMANDS, "binding guarantees",
            ("Foreign Minister Ana Brandt", "told", "“We need binding guarantees,”"),
            represents=(AgentRef(id="norland", name="Norland"),),
            polarity=Polarity.FOR, quote=QuoteType.DIRECT,
            date=ClaimDate(text="11 March 2025", edtf="2025-03-11",
                           earliest="2025-03-11", latest="2025-03-11",
                           basis=DateBasis.STATED),
        ),
        made_claim(
            article, union, Stance.OPPOSES, "toll",
            ("The Harbour Union", "rejected", "the toll"),
            kind=AgentKind.ORGANIZATION, polarity=Polarity.AGAINST,
        ),
        made_claim(
            article, brandt, Stance.ASSERTS, "delay",
            ("Brandt", "said", "the union hopes for a delay"),
        ),
        made_claim(
            article, union, Stance.SEEKS, "delay",
            ("the union", "hopes for", "a delay"), kind=AgentKind.ORGANIZATION,
        ),
    )  # fmt: skip


def hostile() -> Made:
    article = made_article(
        HOSTILE,
        source="\x1b[2Jevil.txt",
        title='"><script>alert("title")</script>',
        url="javascript:alert('url')",
        publisher="=cmd|' /C calc'!A0",
    )
    words = ("<script>alert(1)</script>", "said", "<b>=HYPERLINK(1)</b> by " + "x" * 99)
    return article, (
        made_claim(
            article, "=<img src=x onerror=alert(1)>", Stance.ACCUSES,
            "<svg/onload=alert('topic')>", words, polarity=Polarity.AGAINST,
        ),
    )  # fmt: skip


def plain() -> Made:
    article = made_article(PLAIN, source="plain.txt", published="2024-01-05")
    return article, (
        made_claim(
            article, "Li", Stance.SUPPORTS, "bridge",
            ("Li", "said", "The council backs the bridge"), polarity=Polarity.FOR,
        ),
    )  # fmt: skip


def fill(store: Store) -> None:
    for article, claims in (harbour(), hostile(), plain()):
        store.put(article, claims)


@contextmanager
def filled(
    path: Path | None, settings: Settings | None = None, limits: Limits | None = None
) -> Iterator[TestClient]:
    """A client of the application over a store with the three articles."""
    with Store.open(path) as store:
        fill(store)
        app = create_app(store, settings or Settings(), limits=limits)
        with TestClient(app) as client:
            yield client


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with the three articles, for reading only."""
    path = tmp_path_factory.mktemp("data") / "onrecord-data"
    with Store.open(path) as store:
        fill(store)
    return path


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """A client of the application over a store in memory."""
    with filled(None) as client:
        yield client


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """The command line, run in an empty folder, whatever is set around it."""
    for name in [name for name in os.environ if name.startswith("ONRECORD_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return lambda *words, **more: CliRunner().invoke(
        app, [str(w) for w in words], **more
    )
