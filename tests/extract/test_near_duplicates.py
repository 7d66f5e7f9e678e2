"""Agency copies collapse, other stories on the same event do not."""

import random
from itertools import combinations

import pytest

from extract.near_duplicates import clusters
from ontology.claim import Article

PLACES = ("Arlen", "Brost", "Cavel", "Dorne", "Emsk", "Falun", "Gorin", "Hask")
THINGS = ("guarantees", "a pause", "talks", "an inquiry", "more time", "a vote")
VERBS = ("demanded", "rejected", "proposed", "promised", "denied", "welcomed")


def story(seed: int, sentences: int = 14) -> list[str]:
    dice = random.Random(seed)
    return [
        f"The {dice.choice(('minister', 'envoy', 'mayor', 'union'))} of"
        f" {dice.choice(PLACES)} {dice.choice(VERBS)} {dice.choice(THINGS)} on"
        f" {dice.choice(('Monday', 'Tuesday', 'Friday'))}, {dice.randint(2, 99)} days"
        f" after {dice.choice(PLACES)} had {dice.choice(VERBS)} {dice.choice(THINGS)}."
        for _ in range(sentences)
    ]


def rewrite(sentences: list[str], seed: int) -> str:
    """As an outlet prints it: another lead, some cuts, a changed word, a note."""
    dice = random.Random(seed)
    kept = [s for s in sentences if dice.random() > 0.15]
    kept[0] = f"{dice.choice(PLACES)} ({dice.choice(('AG', 'TN'))}) — {kept[0]}"
    place = dice.randrange(len(kept))
    kept[place] = kept[place].replace("The ", "Yesterday the ")
    return " ".join([*kept, f"Reporting by {dice.choice(PLACES)}."])


def corpus(stories: int, copies: int) -> dict[str, tuple[int, Article]]:
    found = {}
    for number in range(stories):
        sentences = story(number)
        for copy in range(copies):
            id = f"{number}-{copy}"
            text = rewrite(sentences, number * 100 + copy)
            found[id] = (number, Article(id=id, source=id, text=text))
    return found


def test_pairs_of_copies_are_found_and_no_others() -> None:
    known = corpus(stories=40, copies=4)
    groups = clusters(article for _, article in known.values())
    found = {pair for group in groups for pair in combinations(sorted(group), 2)}
    right = {
        (one, other)
        for one, other in combinations(sorted(known), 2)
        if known[one][0] == known[other][0]
    }
    assert len(right) == 40 * 6
    assert len(found & right) / len(found) >= 0.97
    assert len(found & right) / len(right) >= 0.97


@pytest.mark.parametrize("text", ["", "Photo: agency.", "Read more. " * 3])
def test_short_texts_are_nobodys_copies(text: str) -> None:
    same = [Article(id=str(n), source="a", text=text) for n in range(3)]
    assert clusters(same) == []


def test_groups_are_in_the_order_given() -> None:
    one, two = (" ".join(story(seed)) for seed in (1, 2))
    texts = {"c": one, "x": " ".join(story(3)), "b": two, "a": one, "d": two}
    articles = [Article(id=id, source=id, text=text) for id, text in texts.items()]
    assert clusters(articles) == [("c", "a"), ("b", "d")]
