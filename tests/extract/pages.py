"""Pages of news sites of our own making: ten templates, any number of articles.

Each article is known exactly, so that what is read from a page, a feed or a web
archive can be compared with it: the words that must come, and those of menus, teasers
and calls that must not.
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

PEOPLE = (
    "Ana Brandt",
    "Karl Voss",
    "Mira Okafor",
    "Jon Eide",
    "Lena Farkas",
    "Sam Rao",
)
ROLES = (
    "Foreign Minister",
    "Mayor",
    "Union leader",
    "Spokesman",
    "Chancellor",
    "Envoy",
)
PLACES = ("Arlen", "Brost", "Cavel", "Dorne", "Emsk", "Falun")
THINGS = (
    "binding guarantees", "a pause of thirty days", "talks without conditions",
    "an open inquiry", "a lower toll", "a vote before summer",
)  # fmt: skip
REPORTED = (
    "{who} demanded {what} for {where}, a week after the last round had ended.",
    "{who} rejected {what} on {day}, saying that it would help nobody in {where}.",
    "“We need {what},” {who} told reporters in {where} on {day}.",
    "{who} said that {where} would accept {what} once the ministers had met again.",
    "“Nobody here has ruled out {what},” {who} said, “and {where} knows it.”",
)
PLAIN = (
    "The meeting in {where} lasted four hours, and the doors stayed shut until noon.",
    "Some {number} people stood outside the hall in {where} while it rained.",
    "Trade between {where} and its neighbours has fallen by {number} per cent.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")

FURNITURE = (
    "Minister Olaf Trap demanded that you subscribe to our newsletter",
    "Read more: Mayor Trap rejects the budget",
    "Share this story with your friends",
    "Envoy Trap said we use cookies to improve your visit",
    "All rights reserved by the Trap Media Group",
)
"""Words around the articles, some of which read like claims; all name Trap or share."""


@dataclass(frozen=True)
class Story:
    """An article as it was written, and the address of its page."""

    number: int
    title: str
    paragraphs: tuple[str, ...]
    author: str
    outlet: str
    published: str

    @property
    def text(self) -> str:
        """The plain text of the article, without its title."""
        return "\n\n".join(self.paragraphs)

    @property
    def path(self) -> str:
        """Where its page is on the site."""
        return f"/{self.published.replace('-', '/')}/story-{self.number}"


def stories(number: int, seed: int = 1) -> Iterator[Story]:
    """So many stories, the same ones each time."""
    dice = random.Random(seed)
    for n in range(number):
        yield Story(
            n,
            f"{dice.choice(PLACES)} waits for {dice.choice(THINGS)} ({n})",
            tuple(_paragraph(dice, n) for _ in range(dice.randint(4, 8))),
            dice.choice(PEOPLE),
            f"The {dice.choice(PLACES)} Courier",
            f"2025-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
        )


def _paragraph(dice: random.Random, number: int) -> str:
    forms = [dice.choice(REPORTED), dice.choice(PLAIN)]
    dice.shuffle(forms)
    words = {
        "who": f"{dice.choice(ROLES)} {dice.choice(PEOPLE)}",
        "what": dice.choice(THINGS),
        "where": dice.choice(PLACES),
        "day": dice.choice(DAYS),
        "number": str(dice.randint(11, 99) * 10 + number % 10),
    }
    return " ".join(form.format(**words) for form in forms)


def page(story: Story) -> str:
    """The page of a story, in the template of its number."""
    return TEMPLATES[story.number % len(TEMPLATES)](story)


def _paragraphs(story: Story, mark: str = "<p>{}</p>") -> str:
    return "\n".join(mark.format(escape(text)) for text in story.paragraphs)


def _menu() -> str:
    links = "".join(f"<li><a href='/{p.lower()}'>{p}</a></li>" for p in PLACES)
    return f"<nav class='menu'><ul>{links}</ul></nav>"


def _footer() -> str:
    return f"<footer class='footer'><p>{FURNITURE[4]}.</p></footer>"


def _aside() -> str:
    links = "".join(f"<li><a href='/x'>{words}</a></li>" for words in FURNITURE[:3])
    return f"<aside class='sidebar related'><h3>Most read</h3><ul>{links}</ul></aside>"


def _document(story: Story, head: str, body: str) -> str:
    title = escape(story.title)
    return (
        "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>"
        f"<title>{title}</title>{head}</head><body>{body}</body></html>"
    )


def _json_ld(story: Story) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.title,
        "datePublished": f"{story.published}T08:00:00Z",
        "author": {"@type": "Person", "name": story.author},
        "publisher": {"@type": "Organization", "name": story.outlet},
    }
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def _open_graph(story: Story) -> str:
    tags = {
        "og:title": story.title,
        "og:site_name": story.outlet,
        "og:type": "article",
        "article:published_time": f"{story.published}T08:00:00Z",
    }
    return "".join(
        f"<meta property='{name}' content='{escape(value)}'>"
        for name, value in tags.items()
    )


def _semantic(story: Story) -> str:
    body = (
        f"<header>{_menu()}</header><main><article><h1>{escape(story.title)}</h1>"
        f"{_paragraphs(story)}</article></main>{_aside()}{_footer()}"
    )
    return _document(story, _json_ld(story), body)


def _divisions(story: Story) -> str:
    body = (
        f"<div id='top'>{_menu()}</div><div class='article-body'>"
        f"<h1 class='headline'>{escape(story.title)}</h1>{_paragraphs(story)}</div>"
        f"<div class='sidebar'>{_aside()}</div>{_footer()}"
    )
    return _document(story, _open_graph(story), body)


def _blog(story: Story) -> str:
    body = (
        f"{_menu()}<div class='post hentry'><h2 class='entry-title'>"
        f"{escape(story.title)}</h2>"
        f"<div class='entry-content'>{_paragraphs(story)}</div>"
        f"<div class='sharedaddy'>{FURNITURE[2]}</div></div>"
        "<div id='comments' class='comments'>"
        f"<p>Envoy Trap demanded nonsense, I say!</p></div>{_footer()}"
    )
    return _document(story, _open_graph(story) + _json_ld(story), body)


def _teasers(story: Story) -> str:
    first, *rest = story.paragraphs
    body = (
        f"{_menu()}<article><h1>{escape(story.title)}</h1><p>{escape(first)}</p>"
        f"<aside class='teaser related'><a href='/x'>{FURNITURE[1]}</a></aside>"
        + "".join(f"<p>{escape(text)}</p>" for text in rest)
        + f"</article>{_footer()}"
    )
    return _document(story, _json_ld(story), body)


def _cookies(story: Story) -> str:
    body = (
        f"<div id='cookie-banner' class='cookie consent'><p>{FURNITURE[3]}.</p></div>"
        f"{_menu()}<main><article class='story'><h1>{escape(story.title)}</h1>"
        f"<div class='story-body'>{_paragraphs(story)}</div></article></main>"
        f"{_footer()}"
    )
    return _document(story, _open_graph(story), body)


def _newsletter(story: Story) -> str:
    body = (
        f"{_menu()}<article><h1>{escape(story.title)}</h1>{_paragraphs(story)}"
        f"<div class='newsletter signup'><p>{FURNITURE[0]}.</p></div></article>"
        f"{_footer()}"
    )
    return _document(story, _json_ld(story), body)


def _table(story: Story) -> str:
    body = (
        f"<table width='100%'><tr><td class='nav'>{_menu()}</td><td>"
        f"<h1>{escape(story.title)}</h1>{_paragraphs(story)}</td></tr></table>{_footer()}"
    )
    return _document(story, _open_graph(story), body)


def _microdata(story: Story) -> str:
    body = (
        f"{_menu()}<div itemscope itemtype='https://schema.org/NewsArticle'>"
        f"<h1 itemprop='headline'>{escape(story.title)}</h1>"
        f"<time itemprop='datePublished' datetime='{story.published}'></time>"
        f"<div itemprop='articleBody'>{_paragraphs(story)}</div></div>"
        f"{_aside()}{_footer()}"
    )
    return _document(story, "", body)


def _breaks(story: Story) -> str:
    text = "<br><br>".join(map(escape, story.paragraphs))
    body = (
        f"{_menu()}<div class='content'><h1>{escape(story.title)}</h1>"
        f"<div class='text'>{text}</div></div>{_footer()}"
    )
    return _document(story, _open_graph(story), body)


def _sections(story: Story) -> str:
    half = len(story.paragraphs) // 2
    one = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs[:half])
    two = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs[half:])
    body = (
        f"{_menu()}<article><h1>{escape(story.title)}</h1><section>{one}</section>"
        f"<figure><img src='a.jpg' alt=''><figcaption>Photo: Trap Media</figcaption>"
        f"</figure><section><h2>The background</h2>{two}</section></article>"
        f"{_aside()}{_footer()}"
    )
    return _document(story, _json_ld(story), body)


TEMPLATES: tuple[Callable[[Story], str], ...] = (
    _semantic,
    _divisions,
    _blog,
    _teasers,
    _cookies,
    _newsletter,
    _table,
    _microdata,
    _breaks,
    _sections,
)
"""How sites lay out their pages."""


def feed(told: Sequence[Story], site: str) -> str:
    """An RSS feed that names the pages of stories."""
    items = "".join(
        f"<item><title>{escape(story.title)}</title><link>{site}{story.path}</link></item>"
        for story in told
    )
    return f'<rss version="2.0"><channel><title>Site</title>{items}</channel></rss>'
