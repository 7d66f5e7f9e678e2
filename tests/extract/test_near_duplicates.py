"""Agency copies are found as they come, other stories on the same event are not."""

import random
from itertools import combinations
from pathlib import Path

import pytest

from extract.copy_index import CopyIndex

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


def corpus(stories: int, copies: int) -> dict[str, str]:
    """Texts by an id that begins with the story's number, in any order."""
    found = {
        f"{number}-{copy}": rewrite(story(number), number * 100 + copy)
        for number in range(stories)
        for copy in range(copies)
    }
    shuffled = random.Random(1).sample(sorted(found), len(found))
    return {id: found[id] for id in shuffled}


def clustered(texts: dict[str, str], index: CopyIndex) -> dict[str, str]:
    """The first article of each one's cluster, one article after the other."""
    first: dict[str, str] = {}
    for id, text in texts.items():
        found = index.most_alike(text, texts.__getitem__)
        first[id] = first[found] if found else id
        index.add(id, text)
    return first


def test_pairs_of_copies_are_found_and_no_others() -> None:
    texts = corpus(stories=40, copies=4)
    first = clustered(texts, CopyIndex(None))
    pairs = list(combinations(sorted(texts), 2))
    found = {(one, other) for one, other in pairs if first[one] == first[other]}
    right = {(one, other) for one, other in pairs if same_story(one, other)}
    assert len(right) == 40 * 6
    assert len(found & right) / len(found) >= 0.97
    assert len(found & right) / len(right) >= 0.97


def same_story(one: str, other: str) -> bool:
    return one.partition("-")[0] == other.partition("-")[0]


@pytest.mark.parametrize("text", ["", "Photo: agency.", "Read more. " * 3])
def test_short_texts_are_nobodys_copies(text: str) -> None:
    index = CopyIndex(None)
    index.add("a", text)
    assert index.most_alike(text, lambda id: text) is None


def test_what_was_committed_is_there_again(tmp_path: Path) -> None:
    text = " ".join(story(1))
    for id, committed in (("a", True), ("b", False)):
        index = CopyIndex(tmp_path / "copies.sqlite")
        index.add(id, text)
        if committed:
            index.commit(7)
        index.close()
    index = CopyIndex(tmp_path / "copies.sqlite")
    assert index.revision == 7
    assert index.most_alike(text, lambda id: text) == "a"
    assert index.most_alike(text, lambda id: text, but=["a"]) is None
    index.add("a", " ".join(story(2)))
    assert index.most_alike(text, lambda id: text) is None
    index.close()


def test_a_file_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "copies.sqlite"
    path.write_bytes(b"no database" * 100)
    index = CopyIndex(path)
    assert index.revision == 0
    index.close()


def test_of_many_alike_a_few_are_compared() -> None:
    """A form that thousands are cut from costs no more than a few of them."""
    form = " ".join(story(3))
    texts = {str(n): f"{form} Today it is {n} degrees in {n}." for n in range(60)}
    index, compared = CopyIndex(None), list[str]()
    for id, text in texts.items():
        index.add(id, text)

    def text_of(id: str) -> str:
        compared.append(id)
        return texts[id]

    assert index.most_alike(form, text_of)
    assert len(compared) <= 8


def test_a_copy_is_found_among_more_than_a_band_may_hold() -> None:
    form = story(3)
    texts = {str(n): " ".join([*form, *story(n + 10, 6)]) for n in range(70)}
    index = CopyIndex(None)
    for id, text in texts.items():
        index.add(id, text)
    assert index.most_alike(f"Arlen — {texts['66']}", texts.__getitem__) == "66"
