"""`onrecord paths` and `neighbours`."""

from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

Ask = Callable[..., Result]
Read = Callable[..., Any]


def stops(path: dict[str, Any]) -> str:
    ends = [hop["end"]["id"] for hop in path["hops"]]
    return " ".join([path["hops"][0]["start"]["id"], *ends])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["arland neutrality bo-berg"]),
        (["--exclude", "neutrality", "--max-hops", "2"], []),
        (["--max-degree", "1"], []),
        (["--mode", "k-shortest", "--k", "1", "--via", "Sergei Orlov"],
         ["arland neutrality sergei-orlov bo-berg"]),
        (["--stance", "opposes"], ["arland neutrality bo-berg"]),
        (["--max-hops", "1"], []),
        (["--until", "2021"], []),
        (["--min-confidence", "0.95"], []),
        (["--direction", "out"], []),
    ],
)  # fmt: skip
def test_a_path_meets_what_is_asked(
    read: Read, options: list[str], expected: list[str]
) -> None:
    found = read("paths", "Arland", "Bo Berg", *options)
    assert [stops(path) for path in found["paths"]] == expected
    assert not found["truncated"]


def test_every_hop_carries_its_claims(ask: Ask, read: Read) -> None:
    [path] = read("paths", "Arland", "Bo Berg")["paths"]
    assert [hop["claims"] for hop in path["hops"]] == [["DROPPED"], ["REFUSAL"]]
    table = ask("paths", "Arland", "Bo Berg").stdout
    assert table.startswith("Arland – neutrality – Bo Berg\n")
    assert "1. Arland – neutrality: 1 claim" in table
    assert "Berg said it would never be neutral." in table


def test_all_paths_up_to_three_hops(read: Read) -> None:
    found = read("paths", "Arland", "Bo Berg", "--mode", "all", "--topic", "neutrality")
    assert "arland neutrality bo-berg" in map(stops, found["paths"])
    few = read("paths", "Arland", "Bo Berg", "--mode", "all", "--limit", "1")
    assert (len(few["paths"]), few["truncated"]) == (1, True)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["Arland", "Nobody"], 1, "'Nobody'"),
        (["Arland", "Borland", "--max-hops", "99"], 2, "from 1 to 8"),
        (["Arland", "Borland", "--mode", "all", "--max-hops", "5"], 2, "1 to 3"),
        (["Arland", "Borland", "--stance", "shouts"], 2, "'shouts'"),
        (["Arland", "Borland", "--mode", "longest"], 2, "'longest'"),
    ],
)
def test_a_mistake_is_told(ask: Ask, words: list[str], status: int, told: str) -> None:
    result = ask("paths", *words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert told in result.stderr


def test_no_path_is_no_error(ask: Ask) -> None:
    result = ask("paths", "Arland", "weather", "--max-hops", "1")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no path joins them\n"


def test_neighbours(ask: Ask, read: Read) -> None:
    found = read("neighbours", "Arland", "--where", "stance:threatens")
    assert [node["id"] for node in found["nodes"]] == ["arland", "borland", "sanctions"]
    table = ask("neighbours", "Arland", "--topic", "sanctions").stdout
    assert "Arland → Borland: threatens, aimed at it (1 claim)" in table
    assert "Arland → sanctions: threatens (1 claim)" in table
    assert table.count("Arland threatened Borland with sanctions.") == 2


def test_what_joins_several(ask: Ask, read: Read) -> None:
    ids = {node["id"] for node in read("neighbours", "Arland", "Bo Berg")["nodes"]}
    assert ids == {"arland", "bo-berg", "neutrality"}
    only = read("neighbours", "Arland", "Bo Berg", "--only")
    assert (len(only["nodes"]), only["links"]) == (2, [])
    assert ask("neighbours", "Arland", "--depth", "9").exit_code == 2
