"""The design tokens: whole, told apart without colour, and legible."""

import re

import pytest

from api.pages.rendering import STATIC
from ontology.stances import Stance

SHEET = (STATIC / "tokens.css").read_text(encoding="utf-8")

LIGHT, DARK = (
    dict(re.findall(r"(--[\w-]+): (.+?);", block))
    for block in re.findall(r":root \{(.+?)\}", SHEET, re.DOTALL)[:2]
)

LEAST = 4.5
"""The contrast of text that WCAG 2.2 AA asks for."""

TINT = 0.12
"""How much of a colour is in the ground that a label of it stands on."""

COLOURS = [f"--stance-{stance}" for stance in Stance]
TEXT = [*COLOURS, "--ink", "--soft", "--accent", "--for", "--against", "--neither"]


@pytest.mark.parametrize("palette", [LIGHT, LIGHT | DARK], ids=["light", "dark"])
def test_every_colour_of_text_is_legible(palette: dict[str, str]) -> None:
    for name in TEXT:
        colour, sheet = palette[name], palette["--sheet"]
        for ground in (palette["--paper"], sheet, mixed(colour, sheet)):
            assert contrast(colour, ground) >= LEAST, (name, ground)
    for mark in ("--content", "--cue", "--source"):
        assert contrast(palette["--ink"], palette[mark]) >= LEAST, mark


@pytest.mark.parametrize("part", ["", "-symbol", "-dash"])
def test_no_two_stances_look_the_same(part: str) -> None:
    values = [LIGHT[f"{colour}{part}"] for colour in COLOURS]
    assert len(set(values)) == len(Stance)


def test_the_dark_scheme_has_every_stance() -> None:
    assert set(COLOURS) <= set(DARK)


def mixed(colour: str, ground: str) -> str:
    pairs = zip(channels(colour), channels(ground), strict=True)
    return "#" + "".join(f"{round(c * TINT + g * (1 - TINT)):02x}" for c, g in pairs)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio"."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    red, green, blue = (linear(value / 255) for value in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(value: float) -> float:
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


def channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
