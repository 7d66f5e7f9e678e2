"""`/api/articles`, `/api/ingest`, `/api/jobs`: articles taken in, as jobs."""

import io
from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, Request, Response, UploadFile
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.access.rights import Forbidden, Writer
from api.http.tags import UNKEPT
from api.jobs.events import events
from api.jobs.job import Job
from api.jobs.queue import Queue
from api.problems.documents import problem_responses
from ontology.errors import BadInput

FILES, URLS, ARTICLES = 100, 1000, 1000
"""Most of each that one request may bring."""


class NewArticle(BaseModel):
    """An article to be read: its text, and what is known of it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "text": "“We will not sign,” said union leader Marta Brandt.",
                    "url": "https://news.example/strike",
                    "published": "2025-03-11",
                }
            ]
        },
    )

    text: str = Field(min_length=1)
    title: str | None = None
    url: str | None = None
    published: str | None = Field(None, description="`YYYY-MM-DD`")
    modified: str | None = Field(None, description="`YYYY-MM-DD`")
    publisher: str | None = None
    author: str | None = None
    lang: str | None = None


def _several(given: object) -> object:
    return given if isinstance(given, list) else [given]


NewArticles = Annotated[
    list[NewArticle],
    Field(min_length=1, max_length=ARTICLES),
    BeforeValidator(
        _several,
        json_schema_input_type=NewArticle
        | Annotated[list[NewArticle], Field(min_length=1, max_length=ARTICLES)],
    ),
]
"""One, or a list: what is wrong is told of the one that is meant, and by its name."""


class JobList(BaseModel):
    """The jobs that a key may see, the newest first."""

    jobs: tuple[Job, ...]


def _queue(request: Request) -> Queue:
    queue = request.app.state.jobs
    assert isinstance(queue, Queue)
    return queue


QueueNeed = Annotated[Queue, Depends(_queue)]

router = APIRouter(
    prefix="/api", tags=["jobs"], responses=problem_responses(401, 403, 422)
)


@router.post("/articles", operation_id="addArticles", status_code=202)
def post_articles(
    articles: NewArticles,
    writer: Writer,
    queue: QueueNeed,
    response: Response,
) -> Job:
    """Read an article, or several, find their claims and store both, as a job."""
    lines = "".join(f"{each.model_dump_json()}\n" for each in articles)
    file = ("articles.jsonl", io.BytesIO(lines.encode("utf-8", "surrogatepass")))
    job = queue.add(writer.key, files=[file], items=len(articles))
    return _made(job, writer, response)


@router.post("/ingest", operation_id="ingest", status_code=202)
def post_ingest(
    writer: Writer,
    queue: QueueNeed,
    request: Request,
    response: Response,
    files: Annotated[
        list[UploadFile],
        File(max_length=FILES, description="Of any format; told by content."),
    ] = [],  # noqa: B006 - FastAPI copies it
    url: Annotated[
        list[Annotated[str, Field(pattern="^https?://.")]],
        Form(max_length=URLS, description="Pages and feeds."),
    ] = [],  # noqa: B006
) -> Job:
    """Read files, pages and feeds, find their claims and store both, as a job."""
    _check(request, files, url)
    given = [(file.filename or "file", file.file) for file in files]
    return _made(queue.add(writer.key, files=given, urls=url), writer, response)


def _check(request: Request, files: list[UploadFile], urls: list[str]) -> None:
    if not files and not urls:
        raise BadInput("give files, or a url, or several")
    if urls and not request.app.state.settings.contact:
        raise Forbidden("this server fetches nothing; `serve --contact` lets it")


def _made(job: Job, writer: Writer, response: Response) -> Job:
    response.headers["location"] = f"/api/jobs/{job.id}"
    writer.note(f"job {job.id}: ingest {len(job.inputs)} inputs")
    return job


@router.get("/jobs", operation_id="getJobs")
def get_jobs(writer: Writer, queue: QueueNeed, response: Response) -> JobList:
    """The jobs of this key, the newest first; an admin's key sees all."""
    response.headers.update(UNKEPT)
    return JobList(jobs=queue.of(writer.key))


@router.get("/jobs/{id}", operation_id="getJob", responses=problem_responses(404))
def get_job(id: str, writer: Writer, queue: QueueNeed, response: Response) -> Job:
    """A job, and how far it is; `/events` below it tells it as server-sent events."""
    response.headers.update(UNKEPT)
    return queue.job(id, writer.key)


@router.post(
    "/jobs/{id}/cancel", operation_id="cancelJob", responses=problem_responses(404)
)
def cancel_job(id: str, writer: Writer, queue: QueueNeed) -> Job:
    """Let a job go no further; what it has stored stays."""
    job = queue.cancel(id, writer.key)
    writer.note(f"job {id}: cancel")
    return job


@router.get(
    "/jobs/{id}/events",
    response_class=StreamingResponse,
    include_in_schema=False,  # OpenAPI has no words for an answer that goes on
)
def follow_job(
    id: str, writer: Writer, queue: QueueNeed, request: Request
) -> StreamingResponse:
    """How a job goes on, as server-sent events."""
    queue.job(id, writer.key)  # that it is there is told by the status
    stopping = request.app.state.stopping
    sent = events(id, writer.key, queue, stopping=stopping)
    return StreamingResponse(sent, media_type="text/event-stream", headers=UNKEPT)
