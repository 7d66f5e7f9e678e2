"""`/api/webhooks`: who is told of new claims; for keys that may manage."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.access.rights import Manager
from api.http.tags import UNKEPT
from api.problems.documents import problem_responses
from api.webhooks.courier import Courier
from api.webhooks.outbox import Logged
from api.webhooks.subscriptions import Subscription
from ontology.errors import NotFound

router = APIRouter(
    prefix="/api/webhooks",
    tags=["webhooks"],
    responses=problem_responses(401, 403, 404, 422),
)


class Wanted(BaseModel):
    """Where to send, and of which claims, in the language of `onrecord find`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"url": "https://desk.example/claims", "query": "stance:demands"}
            ]
        },
    )

    url: str = Field(max_length=2000, json_schema_extra={"pattern": "^https?://"})
    query: str = Field("", max_length=2000, description="Empty: every claim.")


class Webhook(BaseModel):
    """A subscription, without its secret."""

    id: str
    url: str
    query: str
    created: str


class NewWebhook(Webhook):
    """A new subscription: the only time that its secret is told."""

    secret: str


def _courier(request: Request) -> Courier:
    courier = request.app.state.courier
    assert isinstance(courier, Courier)
    return courier


CourierNeed = Annotated[Courier, Depends(_courier)]


@router.get("", operation_id="listWebhooks")
def get_webhooks(
    manager: Manager, courier: CourierNeed, response: Response
) -> tuple[Webhook, ...]:
    """All subscriptions."""
    response.headers.update(UNKEPT)
    return tuple(map(_shown, courier.subscriptions.all()))


@router.post("", operation_id="addWebhook", status_code=201)
def post_webhook(wanted: Wanted, manager: Manager, courier: CourierNeed) -> NewWebhook:
    """Subscribe: for each article that comes in from now on, a POST of its claims.

    Signed as Standard Webhooks has it, and sent until it is taken, for thirty hours.
    Only public addresses are sent to.
    """
    made = courier.subscribe(wanted.url, wanted.query)
    manager.note(f"add webhook {made.id}")
    return NewWebhook(**_shown(made).model_dump(), secret=made.secret)


@router.delete("/{id}", operation_id="removeWebhook", status_code=204)
def delete_webhook(id: str, manager: Manager, courier: CourierNeed) -> None:
    """End a subscription; what was not sent yet is not sent."""
    courier.end(id)
    manager.note(f"remove webhook {id}")


@router.get("/{id}/deliveries", operation_id="listDeliveries")
def get_deliveries(
    id: str, manager: Manager, courier: CourierNeed, response: Response
) -> tuple[Logged, ...]:
    """How the latest deliveries of a subscription stand, the newest first."""
    response.headers.update(UNKEPT)
    if id not in {each.id for each in courier.subscriptions.all()}:
        raise NotFound(f"no webhook has the id {id!r}")
    return courier.outbox.log(id)


def _shown(subscription: Subscription) -> Webhook:
    fields = set(Webhook.model_fields)
    return Webhook.model_validate(subscription.model_dump(include=fields))
