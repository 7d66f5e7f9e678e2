"""Hypothesis strategies: any article with any claims that the record allows."""

from hypothesis import strategies as st

from ontology.claim import (
    Agent,
    AgentKind,
    AgentRef,
    Article,
    Claim,
    ClaimDate,
    DateBasis,
    Evidence,
    Extractor,
    Modality,
    Passage,
    QuoteType,
    Source,
    StanceReason,
    Topic,
)
from ontology.stances import Polarity, Stance

WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
IDS = st.sampled_from(["russia", "a b", "ключ", "x/y#z", "%41"]) | st.text(
    st.characters(codec="utf-8"), min_size=1, max_size=6
)
RATES = st.floats(min_value=0, max_value=1, allow_subnormal=False)
DAYS = st.dates().map(str)
EDTF = st.sampled_from(["2025", "2025-03", "XXXX-03-11", "2025-03-11", "2025-21"])


AGENTS = st.builds(
    Agent,
    id=IDS,
    name=WORDS,
    kind=st.sampled_from(AgentKind),
    mention=WORDS,
    role=st.none() | WORDS,
    represents=st.lists(st.builds(AgentRef, id=IDS, name=WORDS), max_size=3).map(tuple),
)
DATES = st.builds(
    ClaimDate,
    text=st.none() | WORDS,
    edtf=st.none() | EDTF,
    earliest=st.none() | DAYS,
    latest=st.none() | DAYS,
    basis=st.sampled_from(DateBasis),
)
REASONS = st.builds(
    StanceReason, signal=WORDS, detail=WORDS, probability=st.none() | RATES
)
ARTICLES = st.builds(
    Article,
    id=IDS,
    source=WORDS,
    text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    title=st.none() | WORDS,
    url=st.none() | WORDS,
    publisher=st.none() | WORDS,
    published=st.none() | WORDS | DAYS,
    author=st.none() | WORDS,
    lang=st.none() | WORDS,
    published_from=st.none() | WORDS,
    modified=st.none() | WORDS | DAYS,
    modified_from=st.none() | WORDS,
    retrieved=st.none() | WORDS,
    raw_sha256=st.none() | WORDS,
    text_sha256=st.none() | WORDS,
    revision_of=st.none() | IDS,
    copy_of=st.none() | IDS,
)


def spans(length: int) -> st.SearchStrategy[tuple[tuple[int, int], ...]]:
    """Up to three spans, in any order, perhaps one of them twice."""
    pair = st.integers(0, length - 1).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, length))
    )
    return st.lists(pair, max_size=3).map(tuple)


def claims_of(article: Article) -> st.SearchStrategy[Claim]:
    places = spans(len(article.text))
    passages = st.builds(Passage, text=WORDS, spans=places)
    return st.builds(
        Claim,
        id=IDS,
        article=st.just(article.ref()),
        speaker=AGENTS,
        addressee=st.none() | AGENTS,
        target=st.none() | AGENTS,
        cue=passages,
        stance=st.sampled_from(Stance),
        polarity=st.sampled_from(Polarity),
        reason=REASONS,
        modality=st.lists(st.sampled_from(Modality), max_size=3).map(tuple),
        topics=st.lists(
            st.builds(Topic, id=IDS | st.just("ceasefire"), label=WORDS), max_size=3
        ).map(tuple),
        content=passages,
        source=st.builds(Source, spans=places),
        quote=st.sampled_from(QuoteType),
        date=DATES,
        repeats=st.lists(
            st.builds(Evidence, source=places, cue=places, content=places), max_size=2
        ).map(tuple),
        confidence=RATES,
        extractor=st.builds(Extractor, name=WORDS, version=WORDS),
    )


@st.composite
def records(draw: st.DrawFn) -> tuple[Article, tuple[Claim, ...]]:
    """An article and up to three claims of it, each with its own id."""
    article = draw(ARTICLES)
    claims = st.lists(claims_of(article), max_size=3, unique_by=lambda claim: claim.id)
    return article, tuple(draw(claims))
