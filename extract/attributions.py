"""Attributions: who is the source, what signals it, which words are attributed."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from ontology.stances import Stance

EXTENSION = "attributions"
"""`doc._.attributions`: the attributions of a document in the order of their cues."""

LEAST = 0.12
"""Confidence from which an attribution, and a claim, is told: of some 600 read, the
three below it were none ("that does not seem likely")."""


@dataclass(frozen=True)
class Attribution:
    """One attribution as token spans of its document.

    `source` and `content` hold several spans where they are interrupted; `source`
    is empty where nobody is named. `confidence` is the model's, in 0..1. `stance` is
    what the words before a list say that its items are; else it is read from the cue.
    `verbatim` content is the source's own words where no quotation mark says so.
    """

    source: tuple[Span, ...]
    cue: Span
    content: tuple[Span, ...]
    confidence: float
    stance: Stance | None = None
    verbatim: bool = False


def attributions(doc: Doc) -> tuple[Attribution, ...]:
    """The attributions that the pipeline found in the document."""
    found: tuple[Attribution, ...] = doc._.get(EXTENSION)
    return found


def register() -> None:
    """Make `doc._.attributions` known to spaCy; safe to call again."""
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, default=())
