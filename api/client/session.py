"""A session with a server: each method asks one thing."""

from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import quote

import httpx
from pydantic import TypeAdapter, ValidationError
from typing_extensions import Unpack

from api.client.asked import Asked, parameters
from api.client.claims import Claims, Page
from api.client.errors import ServerFailed, Unreachable, checked
from api.client.following import P, following
from graph.catalogue.agent_list import AgentEntry, AgentPage
from graph.catalogue.profiles import AgentProfile, TopicProfile
from graph.catalogue.topic_list import TopicEntry, TopicPage
from graph.features.answers import Demand
from graph.features.comparison import Comparison
from graph.features.positions import Position
from graph.features.shifts import Shift
from graph.network.links import Subgraph
from graph.network.path_query import Mode
from graph.network.paths import Paths
from graph.search.query import Order
from graph.search.suggestions import Suggestions
from graph.search.timeline import Split, Timeline, Width
from ontology.claim import Article, Claim, Record
from ontology.version import __version__

T = TypeVar("T")

DEFAULT_SERVER = "http://127.0.0.1:8000"
"""Where `onrecord serve` listens."""

PAGE = 200
"""Claims, or names, that are fetched at a time."""


class ArticleWithClaims(Record):
    """An article with its text, and its claims in the order of the text."""

    article: Article
    claims: tuple[Claim, ...]


class Client:
    """Asks one server; `key` opens it if it is closed. Raises what `errors` lists."""

    def __init__(
        self,
        server: str = DEFAULT_SERVER,
        *,
        key: str | None = None,
        seconds: float = 30.0,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        headers = {"user-agent": f"onrecord/{__version__}"}
        if key is not None:
            headers["authorization"] = f"Bearer {key}"
        self._http = httpx.Client(
            base_url=server, headers=headers, timeout=seconds, transport=transport
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def claims(
        self, *, order: Order = Order.NEWEST, page: int = PAGE, **asked: Unpack[Asked]
    ) -> Claims:
        """The claims that match, fetched `page` at a time as they are looked at."""
        fixed = {**asked, "order": order, "limit": page}

        def fetch(cursor: str | None) -> Page:
            return self._get(Page, "claims", {**fixed, "cursor": cursor})

        return Claims(fetch)

    def claim(self, id: str) -> Claim:
        """The claim with this id."""
        return self._get(Claim, _path("claims", id))

    def article(self, id: str) -> ArticleWithClaims:
        """The article with this id, and its claims."""
        return self._get(ArticleWithClaims, _path("articles", id))

    def agents(
        self, called: str | None = None, *, page: int = PAGE
    ) -> Iterator[AgentEntry]:
        """Those who speak, most claims first; `called` are words of the name."""
        asked = {"called": called, "limit": page}
        for found in self._pages(AgentPage, "agents", asked):
            yield from found.agents

    def agent(self, name: str) -> AgentProfile:
        """The agent of this id or name, with its claims by month."""
        return self._get(AgentProfile, _path("agents", name))

    def topics(
        self, called: str | None = None, *, page: int = PAGE
    ) -> Iterator[TopicEntry]:
        """The topics that claims have, most claims first."""
        asked = {"called": called, "limit": page}
        for found in self._pages(TopicPage, "topics", asked):
            yield from found.topics

    def topic(self, name: str) -> TopicProfile:
        """The topic of this id or name, with its claims by month."""
        return self._get(TopicProfile, _path("topics", name))

    def suggest(self, typed: str, *, limit: int = 10) -> Suggestions:
        """Agents and topics whose names go on so."""
        return self._get(Suggestions, "suggest", {"q": typed, "limit": limit})

    def positions(self, **asked: Unpack[Asked]) -> tuple[Position, ...]:
        """The latest claim of a speaker on each topic; name the speaker."""
        return self._get(tuple[Position, ...], "positions", asked)

    def shifts(
        self, voice: str | None = None, **asked: Unpack[Asked]
    ) -> tuple[Shift, ...]:
        """Where speakers went from for to against a topic, or back; `voice` and all
        who speak for it count as one, else each is compared with itself."""
        return self._get(tuple[Shift, ...], "shifts", {**asked, "voice": voice})

    def compare(self, first: str, second: str, **asked: Unpack[Asked]) -> Comparison:
        """Where two agree, where they oppose, and what only one spoke on."""
        both = {"first": first, "second": second}
        return self._get(Comparison, "compare", {**asked, **both})

    def answers(
        self, *, unanswered: bool = False, **asked: Unpack[Asked]
    ) -> tuple[Demand, ...]:
        """Demands, the newest first, with what was answered and after how long."""
        wanted = {**asked, "unanswered": unanswered}
        return self._get(tuple[Demand, ...], "answers", wanted)

    def timeline(
        self,
        *,
        width: Width = Width.MONTH,
        split: Split = Split.NONE,
        **asked: Unpack[Asked],
    ) -> Timeline:
        """How many claims there are in each stretch of time."""
        wanted = {**asked, "width": width, "split": split}
        return self._get(Timeline, "timeline", wanted)

    def paths(
        self,
        start: str,
        end: str,
        *,
        mode: Mode = Mode.SHORTEST,
        max_hops: int | None = None,
        **asked: Unpack[Asked],
    ) -> Paths:
        """Paths between two, agents or topics, each hop with claims that prove it."""
        between = {"start": start, "end": end, "mode": mode, "max_hops": max_hops}
        return self._get(Paths, "paths", {**asked, **between})

    def neighbours(
        self, centre: str, *, depth: int = 1, **asked: Unpack[Asked]
    ) -> Subgraph:
        """What lies so many hops around an agent or a topic, and its links."""
        around = {"centre": centre, "depth": depth}
        return self._get(Subgraph, "neighbours", {**asked, **around})

    def _pages(
        self, kind: type[P], path: str, asked: Mapping[str, object]
    ) -> Iterator[P]:
        """The pages at a path, each fetched when it is looked at."""

        def fetch(cursor: str | None) -> P:
            return self._get(kind, path, {**asked, "cursor": cursor})

        return following(fetch(None), fetch)

    def _get(
        self, kind: type[T], path: str, asked: Mapping[str, object] | None = None
    ) -> T:
        """What is at a path under `/api/`, as a record of this kind."""
        sent = parameters(asked or {})
        try:
            answer = self._http.get(f"/api/{path}", params=sent)
        except httpx.TransportError as error:
            why = str(error) or type(error).__name__
            raise Unreachable(f"{self._http.base_url}: {why}") from error
        try:
            return TypeAdapter(kind).validate_json(checked(answer).content)
        except ValidationError as error:
            raise ServerFailed(f"{answer.url}: not an answer: {error}") from error


def _path(kind: str, id: str) -> str:
    """A path with an id in it, which no id can leave."""
    return f"{kind}/{quote(id, safe='')}"
