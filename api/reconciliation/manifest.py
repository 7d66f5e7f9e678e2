"""What the service says of itself, so that a client can be set up by its address."""

from pydantic import BaseModel, ConfigDict

from api.reconciliation.entities import AGENT, TOPIC, Reference

PREVIEW_WIDTH, PREVIEW_HEIGHT = 400, 200
"""Of the frame in which a client shows a preview, in pixels."""


class Model(BaseModel):
    """Base of the parts of the manifest."""

    model_config = ConfigDict(frozen=True)


class View(Model):
    """Where an entity is shown; `{{id}}` stands for it."""

    url: str


class Preview(Model):
    """Where a few words on an entity are, and how much room they need."""

    url: str
    width: int
    height: int


class Service(Model):
    """A service at an address under another."""

    service_url: str
    service_path: str


class Suggest(Model):
    """Where names are completed."""

    entity: Service
    type: Service
    property: Service


class Extend(Model):
    """Where properties are proposed; `property_settings` there are none."""

    propose_properties: Service
    property_settings: tuple[()] = ()


class Manifest(Model):
    """The service manifest."""

    versions: tuple[str, ...]
    name: str
    identifierSpace: str
    schemaSpace: str
    defaultTypes: tuple[Reference, ...]
    documentation: str
    view: View
    preview: Preview
    suggest: Suggest
    extend: Extend
    batchSize: int


def manifest(base: str, server: str, path: str, most: int) -> Manifest:
    """The manifest of the service at `path` of a server; ids are under `base`."""

    def service(name: str) -> Service:
        return Service(service_url=f"{server}{path}", service_path=f"/{name}")

    return Manifest(
        versions=("0.2",),
        name="On the Record",
        identifierSpace=base,
        schemaSpace="https://w3id.org/onrecord/ontology#",
        defaultTypes=(AGENT, TOPIC),
        documentation=f"{server}/api/docs",
        view=View(url=f"{server}/{{{{id}}}}"),
        preview=Preview(
            url=f"{server}{path}/preview?id={{{{id}}}}",
            width=PREVIEW_WIDTH,
            height=PREVIEW_HEIGHT,
        ),
        suggest=Suggest(
            entity=service("suggest/entity"),
            type=service("suggest/type"),
            property=service("suggest/property"),
        ),
        extend=Extend(propose_properties=service("properties")),
        batchSize=most,
    )
