"""What the search page is asked: a query in words, and the values chosen beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from graph.search.facets import Field
from graph.search.filters import ClaimFilter, term
from graph.search.query import Order
from graph.search.query_language import merged, parse

CHOSEN = (Field.SPEAKER, Field.STANCE, Field.POLARITY, Field.TOPIC, Field.OUTLET,
          Field.QUOTE, Field.YEAR)  # fmt: skip
"""The fields whose values can be chosen, in the order in which pages show them."""


@dataclass(frozen=True)
class Asked:
    """A query in the language of `find`, chosen values by field, days, an order."""

    q: str = ""
    chosen: Mapping[Field, tuple[str, ...]] = field(default_factory=dict)
    since: str = ""
    until: str = ""
    order: str = Order.NEWEST.value

    @classmethod
    def from_parameters(cls, given: QueryParams) -> "Asked":
        """What an address asks; what it does not name asks for nothing."""
        chosen = {name: _values(given, name) for name in CHOSEN}
        return cls(
            given.get("q", "").strip(),
            {name: values for name, values in chosen.items() if values},
            given.get("from", "").strip(),
            given.get("to", "").strip(),
            given.get("order") or Order.NEWEST.value,
        )

    def anything(self) -> bool:
        """Whether anything is asked."""
        return replace(self, order=Asked.order) != Asked()

    def filter(self, leave: Field | None = None) -> ClaimFilter:
        """The claims that are meant, as if one field were left open.

        Raises BadInput, and UnknownTerm for a value outside a closed list.
        """
        fields = [_chosen(f, values) for f, values in self.chosen.items() if f != leave]
        days = {"since": self.since, "until": self.until}
        given = {name: day for name, day in days.items() if day}
        parts = [parse(self.q), *fields, *([ClaimFilter.of(**given)] if given else [])]
        return merged(parts)

    def ordering(self) -> Order:
        """What comes first. Raises UnknownTerm."""
        return term("order", self.order, Order)

    def toggled(self, field: Field, value: str) -> "Asked":
        """The same with one value more, or without it if it was chosen."""
        values = self.chosen.get(field, ())
        left = tuple(each for each in values if each != value)
        now = left if value in values else (*values, value)
        kept = {name: several for name, several in self.chosen.items() if name != field}
        return replace(self, chosen=kept | ({field: now} if now else {}))

    def address(self, **more: str) -> str:
        """The search page that asks this.

        >>> Asked("truce", since="2025").address()
        '/search?q=truce&from=2025'
        """
        given: dict[str, object] = {"q": self.q, **self.parameters(), **more}
        asked = {name: value for name, value in given.items() if value}
        return f"/search?{urlencode(asked, doseq=True)}" if asked else "/search"

    def parameters(self) -> dict[str, tuple[str, ...]]:
        """All that is asked beside the query, by its names in addresses."""
        order = () if self.order == Order.NEWEST.value else (self.order,)
        single = {"from": self.since, "to": self.until}
        days = {name: (day,) for name, day in single.items() if day}
        chosen = {name.value: values for name, values in self.chosen.items()}
        return chosen | days | ({"order": order} if order else {})


def _values(given: QueryParams, name: str) -> tuple[str, ...]:
    values = (value.strip() for value in given.getlist(name))
    return tuple(dict.fromkeys(value for value in values if value))


def _chosen(field: Field, values: tuple[str, ...]) -> ClaimFilter:
    if field is not Field.YEAR:
        return ClaimFilter.of(**{field.value: values})
    years = [ClaimFilter.of(since=year, until=year) for year in values]
    return years[0] if len(years) == 1 else ClaimFilter(any_of=tuple(years))
