"""Claims on a terminal: a row each, and under it the sentence that proves it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from api.showing.highlight import Part, excerpts, marks
from api.showing.printing import one_line, printable
from api.showing.sentences import proof
from api.showing.wording import SIGNS, when, who
from ontology.claim import Claim
from ontology.stances import Polarity

PLAIN_WIDTH = 110
"""Columns where there is no terminal to ask."""

STYLES = {
    Part.SOURCE: Style(underline=True),
    Part.CUE: Style(italic=True),
    Part.CONTENT: Style(bold=True),
}
"""How each part of the evidence stands out in its sentence."""

CARRIERS = 5
"""How many of the others that carry a statement are named."""

NONE: Mapping[str, tuple[Claim, ...]] = MappingProxyType({})

_COLOURS = {Polarity.FOR: "green", Polarity.AGAINST: "red", Polarity.NEITHER: "cyan"}


def print_claims(
    found: Iterable[tuple[Claim, str]], others: Mapping[str, tuple[Claim, ...]] = NONE
) -> None:
    """Print claims, each given with its article's text.

    `others` are claims of other articles that say the same, by the claim's id; it
    is looked up as each claim is printed.
    """
    console = terminal()
    for number, (claim, text) in enumerate(found):
        if not number:
            console.print(_header(), Rule(style="dim"))
        print_entry(console, claim, text, others.get(claim.id, ()))


def print_entry(
    console: Console, claim: Claim, text: str, others: tuple[Claim, ...] = ()
) -> None:
    """Print a claim, its sentence, and where both, and the others, are to be found."""
    console.print(_row(claim))
    lines = [_sentence(claim, text), _place(claim)]
    lines += [_place(each, "also ") for each in others[:CARRIERS]]
    if len(others) > CARRIERS:
        lines.append(Text(f"and {len(others) - CARRIERS} more"))
    for below in lines:
        if console.is_terminal:
            console.print(Padding(below, (0, 0, 0, 3), expand=False))
        else:  # unbroken, so that it can be searched
            console.print(Text("   ") + below, soft_wrap=True)
    console.print()


def _place(claim: Claim, before: str = "") -> Text:
    publisher = claim.article.publisher
    outlet = f"{publisher}: " if before and publisher else ""
    place = f"{before}{outlet}{claim.article.source}  {claim.id}"
    return Text(one_line(place), style="dim")


def terminal() -> Console:
    """Standard output, where text is shown as it stands."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = max(console.width, PLAIN_WIDTH)
    return console


def _grid() -> Table:
    """The same column widths for every row, however many there are to come."""
    grid = Table.grid(padding=(0, 2), expand=True)
    for ratio in (7, 3, 7, 4):
        grid.add_column(ratio=ratio, overflow="fold")
    return grid


def _header() -> Table:
    grid = _grid()
    grid.add_row("SPEAKER", "STANCE", "TOPIC", "DATE", style="dim")
    return grid


def _row(claim: Claim) -> Table:
    grid = _grid()
    stance = f"{SIGNS[claim.polarity]} {claim.stance}"
    topics = ", ".join(topic.label for topic in claim.topics)
    grid.add_row(
        Text(one_line(who(claim.speaker)), style="bold"),
        Text(stance, style=_COLOURS[claim.polarity]),
        Text(one_line(topics)),
        Text(one_line(when(claim.date))),
    )
    return grid


def _sentence(claim: Claim, text: str) -> Text:
    shown = Text()
    for piece in excerpts(text, marks(claim), proof(text, claim)):
        style = Style.combine([Style.null(), *(STYLES[part] for part in piece.parts)])
        shown.append(printable(piece.text.replace("\n", " ").replace("\r", "")), style)
    return shown
