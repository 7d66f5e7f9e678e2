"""`onrecord ask`: a saved question, put to all that is stored."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.terminal.choices import Results
from api.terminal.opening import Stored
from api.terminal.scope import understood
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.saved_questions import Question
    from graph.store import Store
    from ontology.claim import Claim

PROVEN = 50
"""How many claims are shown below a table, the first in it."""


@spread
def ask(
    context: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Which question; none: they are listed."),
    ] = None,
    *,
    format: Annotated[
        Results, typer.Option(help="A question for a graph gives N-Triples.")
    ] = Results.TABLE,
    stored: Stored,
) -> None:
    """Put a saved question: ask NAME --who Russia. Without NAME, list them.

    The list says which parameters a question takes: each is an option of that name,
    may come several times, and may be left out. In a table, the claims that an
    answer rests on stand below it with their sentences.
    """
    from graph.saved_questions import question, questions

    if name is None:
        _list(questions().values())
        return
    from api.terminal.results import print_results
    from graph.saved_questions import sparql

    values = _values(context.args)
    with stored.to_read() as store:
        with understood():
            asked = sparql(question(name), values, store.read_model, store.iris)
        results = store.sparql(asked)
        if format is Results.TABLE:
            _print_proven(store, results)
        else:
            print_results(results, format)


def _values(words: Sequence[str]) -> dict[str, list[str]]:
    """The values of parameters, given as `--name value` or `--name=value`."""
    found: dict[str, list[str]] = {}
    rest = iter(words)
    for word in rest:
        if not word.startswith("--"):
            raise typer.BadParameter(f"{word!r} belongs to no parameter")
        name, equals, value = word[2:].partition("=")
        given = value if equals else next(rest, None)
        if not given:
            raise typer.BadParameter(f"--{name} needs a value")
        found.setdefault(name.replace("-", "_"), []).append(given)
    return found


def _list(known: "Iterable[Question]") -> None:
    for question in known:
        typer.echo(f"{question.name}\n    {question.title} {question.comment}")
        for each in question.parameters:
            typer.echo(f"    --{each.name} {each.kind.upper()}: {each.comment}")


def _print_proven(store: "Store", results: Any) -> None:  # noqa: ANN401 - one of three
    import pyoxigraph

    from api.terminal.results import print_results, print_rows
    from api.terminal.sections import Section, print_sections

    if not isinstance(results, pyoxigraph.QuerySolutions):
        print_results(results, Results.TABLE)
        return
    names = [variable.value for variable in results.variables]
    rows = [[solution[name] for name in names] for solution in results]
    print_rows(names, rows)
    terms = [row[names.index("claim")] for row in rows] if "claim" in names else []
    if claims := tuple(_claims(store, terms)):
        typer.echo()
        print_sections(store, [Section("The claims, with their sentences", claims)])


def _claims(store: "Store", terms: Iterable[Any]) -> "Iterator[Claim]":
    from graph.mapping.iris import local

    for iri in list(dict.fromkeys(term.value for term in terms if term))[:PROVEN]:
        yield store.claim(local(iri))
