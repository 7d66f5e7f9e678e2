"""What was said between two events."""

from dataclasses import dataclass

from graph.dates import iso
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan


@dataclass(frozen=True)
class Event:
    """The days on which an event is spoken of: an interval, both ends inclusive."""

    first_day: str
    last_day: str


def event(source: ReadModel | HasReadModel, wanted: ClaimFilter) -> Event | None:
    """When the claims that match were made; None where none is dated.

    The filter names the event: its topic, or words such as a place.
    """
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        first, last = db.execute(
            "SELECT min(earliest), max(latest) FROM claim"
            f" WHERE earliest > 0 AND latest > 0 AND {chosen.where}",
            chosen.parameters,
        ).fetchone()
    return Event(iso(first) or "", iso(last) or "") if first else None


def between(
    source: ReadModel | HasReadModel,
    start: ClaimFilter,
    end: ClaimFilter,
    wanted: ClaimFilter | None = None,
) -> ClaimFilter | None:
    """The filter for claims from one event's first mention to another's.

    Whichever came first; None where either has no date.
    """
    one, other = event(source, start), event(source, end)
    if one is None or other is None:
        return None
    first, last = sorted((one.first_day, other.first_day))
    scope = (wanted,) if wanted else ()
    return ClaimFilter.of(since=first, until=last, all_of=scope)
