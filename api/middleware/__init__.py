"""What every request passes before it reaches a route, and every answer after."""

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from api.access.rates import Rates
from api.middleware.bodies import BodyLimit
from api.middleware.codings import Codings
from api.middleware.heads import Heads
from api.middleware.keeping import Answers, KeptAnswers
from api.middleware.plain import PlainRefusals
from api.middleware.presence import AnyTag
from api.middleware.rates import RateLimit
from api.middleware.requests import REQUEST_ID, Requests
from api.middleware.security import SecurityHeaders
from api.operating.metrics import Metrics
from api.problems.answering import answer
from api.routes.sparql import TRUNCATED
from api.settings import Settings

EXPOSED = ["ETag", "Link", "Retry-After", TRUNCATED, REQUEST_ID]
"""Headers that scripts of other sites may read."""

ACCEPTED = ["Authorization", "If-None-Match", REQUEST_ID]
"""Headers that scripts of other sites may send beside those that all may."""


def install(app: FastAPI, settings: Settings, metrics: Metrics | None) -> None:
    """Put everything around the application: what is added last comes first."""
    app.add_middleware(GZipMiddleware, compresslevel=5)  # 9 is twice as slow
    app.add_middleware(KeptAnswers, answers=Answers())
    app.add_middleware(Codings)
    app.add_middleware(AnyTag)
    app.add_middleware(Heads)
    app.add_middleware(BodyLimit, refuse=answer)
    if settings.rate:
        rates = Rates.a_minute(settings.rate)
        app.add_middleware(RateLimit, refuse=answer, rates=rates)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=ACCEPTED,
        expose_headers=EXPOSED,
    )
    hosts = list(settings.hosts)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False)
    app.add_middleware(PlainRefusals, refuse=answer)
    app.add_middleware(Requests, refuse=answer, metrics=metrics)
    app.add_middleware(SecurityHeaders)
