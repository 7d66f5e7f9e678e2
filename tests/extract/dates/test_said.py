"""When it was said: which date of a sentence dates which cue."""

from dataclasses import replace

import pytest
from spacy.tokens import Doc

from extract.attributions import EXTENSION
from extract.dates import dates
from ontology.claim import Article, ClaimDate
from tests.extract.dates.documents import attribute, document

MONDAY = "2025-03-17"


def said(
    doc: Doc, *parts: tuple[str, str, str], published: str | None = MONDAY
) -> list[ClaimDate]:
    attribute(doc, *parts)
    article = Article(id="a", source="a.txt", text=doc.text, published=published)
    return dates(doc, article)


# The words of one sentence with its tree, the attribution, and the date's words.
SENTENCES = [
    (
        "after the verb",
        "She/PRON/nsubj/2 said/VERB/root/0 on/ADP/case/4 Thursday/PROPN/obl/2 "
        "that/SCONJ/mark/7 talks/NOUN/nsubj/7 failed_/VERB/ccomp/2 ./PUNCT/punct/2",
        ("She", "said", "that talks failed"),
        "Thursday",
    ),
    (
        "within the words, though of the verb",
        "She/PRON/nsubj/2 promised/VERB/root/0 talks/NOUN/obj/2 on/ADP/case/5 "
        "debt/NOUN/nmod/3 last/ADJ/amod/7 month_/NOUN/obl/2 ./PUNCT/punct/2",
        ("She", "promised", "talks on debt last month"),
        "last month",
    ),
    (
        "in front of the sentence",
        "On/ADP/case/2 March/PROPN/obl/5 13_/NUM/nummod/2 ,/PUNCT/punct/2 "
        "she/PRON/root/0 rejected/VERB/dep/5 it_/PRON/obj/6 ./PUNCT/punct/5",
        ("she", "rejected", "it"),
        "March 13",
    ),
    (
        "before the verb",
        "The/DET/det/2 minister/NOUN/nsubj/5 on/ADP/case/4 Thursday/PROPN/obl/5 "
        "said/VERB/root/0 talks/NOUN/nsubj/7 failed_/VERB/ccomp/5 ./PUNCT/punct/5",
        ("The minister", "said", "talks failed"),
        "Thursday",
    ),
    (
        "of an occasion",
        "She/PRON/nsubj/2 said/VERB/root/0 at/ADP/case/5 a/DET/det/5 "
        "rally/NOUN/obl/2 in/ADP/case/7 Ohio/PROPN/nmod/5 Tuesday/PROPN/nmod/5 "
        "that/SCONJ/mark/11 talks/NOUN/nsubj/11 failed_/VERB/ccomp/2 ./PUNCT/punct/2",
        ("She", "said", "that talks failed"),
        "Tuesday",
    ),
    (
        "of a clause of speaking",
        "Speaking/VERB/advcl/6 on/ADP/case/3 Thursday_/PROPN/obl/1 ,/PUNCT/punct/1 "
        "she/PRON/nsubj/6 said/VERB/root/0 talks/NOUN/nsubj/8 failed_/VERB/ccomp/6 "
        "./PUNCT/punct/6",
        ("she", "said", "talks failed"),
        "Thursday",
    ),
    (
        "of a document that speaks",
        "A/DET/det/2 report/NOUN/nsubj/5 released/VERB/acl/2 Thursday/PROPN/obl/3 "
        "said/VERB/root/0 talks/NOUN/nsubj/7 failed_/VERB/ccomp/5 ./PUNCT/punct/5",
        ("A report released Thursday", "said", "talks failed"),
        "Thursday",
    ),
    (
        "shared by verbs in a row",
        "She/PRON/nsubj/2 left/VERB/root/0 on/ADP/case/4 Thursday/PROPN/obl/2 "
        "and/CCONJ/cc/6 said/VERB/conj/2 talks/NOUN/nsubj/8 failed_/VERB/ccomp/6 "
        "./PUNCT/punct/2",
        ("She", "said", "talks failed"),
        "Thursday",
    ),
    (
        "of talks just before",
        "After/ADP/case/2 talks/NOUN/obl/6 on/ADP/case/4 Thursday/PROPN/nmod/2 "
        "she/PRON/nsubj/6 said/VERB/root/0 it/PRON/nsubj/8 failed_/VERB/ccomp/6 "
        "./PUNCT/punct/6",
        ("she", "said", "it failed"),
        "Thursday",
    ),
    (
        "of an occasion that it names, whatever the parse",
        "She/PRON/nsubj/2 said/VERB/root/0 during/ADP/case/4 Thursday/PROPN/obl/7 "
        "'s/PART/case/4 debate/NOUN/obl/7 talks/NOUN/nsubj/8 failed_/VERB/ccomp/2 "
        "./PUNCT/punct/2",
        ("She", "said", "talks failed"),
        "Thursday",
    ),
    (
        "after whom it was told to, though the parse has it with the words",
        "Talks/NOUN/nsubj/2 failed_/VERB/ccomp/5 ,/PUNCT/punct/2 she/PRON/nsubj/5 "
        "told/VERB/root/0 Radio/PROPN/obj/2 on/ADP/case/8 Thursday_/PROPN/obl/2 "
        "./PUNCT/punct/5",
        ("she", "told", "Talks failed"),
        "Thursday",
    ),
    (
        "of what a clause taken for a source did",
        "Pupils/NOUN/nsubj/2 marched/VERB/root/0 on/ADP/case/4 Thursday/PROPN/obl/2 "
        "to/PART/mark/6 protest/VERB/advcl/2 closures_/NOUN/obj/6 ./PUNCT/punct/2",
        ("Pupils marched on Thursday", "protest", "closures"),
        "Thursday",
    ),
    (
        "of who announced it",
        "Owners/NOUN/nsubj/3 will/AUX/aux/3 fight/VERB/root/0 it_/PRON/obj/3 "
        ",/PUNCT/punct/3 their/PRON/nmod/7 union/NOUN/nsubj/8 "
        "announced/VERB/parataxis/3 on/ADP/case/10 Thursday_/PROPN/obl/3 "
        "./PUNCT/punct/3",
        ("Owners", "will fight", "it"),
        "Thursday",
    ),
    (
        "of what another clause tells",
        "Owners/NOUN/nsubj/3 will/AUX/aux/3 fight/VERB/root/0 it_/PRON/obj/3 "
        ",/PUNCT/punct/3 but/CCONJ/cc/8 rents/NOUN/nsubj/8 fell/VERB/conj/3 "
        "on/ADP/case/10 Thursday_/PROPN/obl/8 ./PUNCT/punct/3",
        ("Owners", "will fight", "it"),
        None,
    ),
    (
        "of a document published, in front",
        "In/ADP/case/3 an/DET/det/3 audit/NOUN/obl/9 published/VERB/acl/3 "
        "in/ADP/case/6 May_/PROPN/obl/9 ,/PUNCT/punct/3 she/PRON/nsubj/9 "
        "found/VERB/root/0 losses_/NOUN/obj/9 ./PUNCT/punct/9",
        ("she", "found", "losses"),
        "May",
    ),
    (
        "of who was asked",
        "Asked/VERB/root/0 on/ADP/case/3 Thursday/PROPN/obl/1 why_/ADV/obj/1 "
        ",/PUNCT/punct/1 she/PRON/nsubj/7 said/VERB/dep/1 so_/ADV/advmod/7 "
        "./PUNCT/punct/7",
        ("she", "said", "so"),
        "Thursday",
    ),
    (
        "after a colon",
        "He/PRON/nsubj/2 has_/VERB/root/0 :/PUNCT/punct/2 in/ADP/case/5 "
        "2021/NUM/obl/2 he/PRON/nsubj/7 promised/VERB/dep/2 it_/PRON/obj/7 "
        "./PUNCT/punct/2",
        ("he", "promised", "it"),
        "2021",
    ),
    (
        "of a clause in front that tells when",
        "When/SCONJ/advmod/3 it/PRON/nsubj/3 failed/VERB/advcl/8 in/ADP/case/5 "
        "May_/PROPN/obl/3 ,/PUNCT/punct/3 she/PRON/nsubj/8 blamed/VERB/root/0 "
        "them_/PRON/obj/8 ./PUNCT/punct/8",
        ("she", "blamed", "them"),
        "May",
    ),
    (
        "of an occasion set off by commas, whatever the parse",
        "She/PRON/nsubj/2 claimed_/VERB/root/0 ,/PUNCT/punct/2 in/ADP/case/6 "
        "an/DET/det/6 interview/NOUN/obl/2 last/ADJ/amod/8 May_/PROPN/obl/12 "
        ",/PUNCT/punct/2 it/PRON/nsubj/12 had/AUX/aux/12 failed_/VERB/ccomp/2 "
        "./PUNCT/punct/2",
        ("She", "claimed", "it had failed"),
        "last May",
    ),
    (
        "of a note published, before the words",
        "She/PRON/nsubj/2 said/VERB/root/0 in/ADP/case/5 a/DET/det/5 "
        "note/NOUN/obl/2 published/VERB/acl/10 on/ADP/case/8 Thursday/PROPN/obl/10 "
        "talks/NOUN/nsubj/10 failed_/VERB/ccomp/2 ./PUNCT/punct/2",
        ("She", "said", "talks failed"),
        "Thursday",
    ),
    (
        "between commas before the verb, though taken for the words",
        "The/DET/det/2 plea_/NOUN/nsubj/8 ,/PUNCT/punct/5 in/ADP/case/5 "
        "2018_/NUM/obl/8 ,/PUNCT/punct/2 was/AUX/aux/8 rejected/VERB/root/0 "
        "by/ADP/case/10 Parliament_/PROPN/obl/8 ./PUNCT/punct/8",
        ("Parliament", "was rejected", "The plea, in 2018,"),
        "2018",
    ),
    (
        "within the words, of an event",
        "She/PRON/nsubj/2 condemned/VERB/root/0 the/DET/det/4 killing/NOUN/obj/2 "
        "on/ADP/case/7 6/NUM/nummod/7 February_/PROPN/obl/2 ./PUNCT/punct/2",
        ("She", "condemned", "the killing on 6 February"),
        None,
    ),
    (
        "right before 'that', whichever verb is the cue",
        "By/ADP/case/2 papers_/NOUN/obl/5 ,/PUNCT/punct/2 she/PRON/nsubj/5 "
        "told/VERB/root/0 us/PRON/iobj/5 in/ADP/case/8 2021/NUM/obl/11 "
        "that/SCONJ/mark/11 it/PRON/nsubj/11 paid_/VERB/ccomp/5 ./PUNCT/punct/5",
        ("she", "By", "that it paid"),
        "2021",
    ),
    (
        "of figures",
        "In/ADP/case/3 the/DET/det/4 first/ADJ/amod/4 quarter/NOUN/obl/10 "
        "of/ADP/case/6 2024_/NUM/nmod/4 ,/PUNCT/punct/4 the/DET/det/9 "
        "firm/NOUN/nsubj/10 said_/VERB/root/0 ,/PUNCT/punct/10 sales/NOUN/nsubj/13 "
        "fell_/VERB/ccomp/10 ./PUNCT/punct/10",
        ("the firm", "said", "sales fell"),
        None,
    ),
    (
        "inside the words",
        "She/PRON/nsubj/2 said/VERB/root/0 talks/NOUN/nsubj/4 failed/VERB/ccomp/2 "
        "in/ADP/case/6 2021_/NUM/obl/4 ./PUNCT/punct/2",
        ("She", "said", "talks failed in 2021"),
        None,
    ),
    (
        "of another clause about the speaker",
        "Smith_/PROPN/nsubj/8 ,/PUNCT/punct/1 who/PRON/nsubj/4 "
        "resigned/VERB/acl:relcl/1 on/ADP/case/6 Thursday_/PROPN/obl/4 ,/PUNCT/punct/1 "
        "said/VERB/root/0 talks/NOUN/nsubj/10 failed_/VERB/ccomp/8 ./PUNCT/punct/8",
        ("Smith, who resigned on Thursday", "said", "talks failed"),
        None,
    ),
    (
        "of another statement in the sentence",
        "Talks/NOUN/nsubj/2 began/VERB/root/0 on/ADP/case/4 Thursday/PROPN/obl/2 "
        "and/CCONJ/cc/7 she/PRON/nsubj/7 said/VERB/conj/2 it/PRON/nsubj/9 "
        "failed_/VERB/ccomp/7 ./PUNCT/punct/2",
        ("she", "said", "it failed"),
        None,
    ),
    (
        "of an event that is spoken of",
        "She/PRON/nsubj/2 condemned/VERB/root/0 the/DET/det/6 March/PROPN/compound/6 "
        "11/NUM/nummod/4 attack/NOUN/obj/2 as/ADP/case/8 murder_/NOUN/obl/2 "
        "./PUNCT/punct/2",
        ("She", "condemned", "as murder"),
        None,
    ),
    (
        "before which it was said",
        "She/PRON/nsubj/2 said/VERB/root/0 before/ADP/case/4 Thursday/PROPN/obl/2 "
        "that/SCONJ/mark/7 talks/NOUN/nsubj/7 failed_/VERB/ccomp/2 ./PUNCT/punct/2",
        ("She", "said", "that talks failed"),
        None,
    ),
]


@pytest.mark.parametrize(
    ("tree", "parts", "words"),
    [case[1:] for case in SENTENCES],
    ids=[case[0] for case in SENTENCES],
)
def test_the_date_of_the_cue(
    tree: str, parts: tuple[str, str, str], words: str | None
) -> None:
    (date,) = said(document(tree), parts)
    assert date.text == words
    assert date.basis == ("article" if words is None else date.basis)


def test_without_a_date_it_is_the_articles() -> None:
    tree = "She/PRON/nsubj/2 said/VERB/root/0 so_/ADV/advmod/2 ./PUNCT/punct/2"
    (date,) = said(document(tree), ("She", "said", "so"))
    assert (date.text, date.edtf, date.basis) == (None, MONDAY, "article")
    assert (date.earliest, date.latest) == (MONDAY, MONDAY)
    (date,) = said(document(tree), ("She", "said", "so"), published=None)
    assert date == ClaimDate()


def test_a_weekday_without_the_articles_date_stays_as_written() -> None:
    tree = (
        "She/PRON/nsubj/2 said/VERB/root/0 on/ADP/case/4 Thursday/PROPN/obl/2 "
        "that/SCONJ/mark/7 talks/NOUN/nsubj/7 failed_/VERB/ccomp/2 ./PUNCT/punct/2"
    )
    (date,) = said(document(tree), ("She", "said", "that talks failed"), published=None)
    assert (date.text, date.edtf, date.basis) == ("Thursday", None, "relative")


MARCH_14 = (
    "On/ADP/case/2 March/PROPN/obl/5 14_/NUM/nummod/2 ,/PUNCT/punct/2 "
    "said/VERB/root/0 Smith/PROPN/nsubj/5 it_/PRON/obj/5 ./PUNCT/punct/5"
)
FIRST = ("Smith", "said", "it")


@pytest.mark.parametrize(
    ("tree", "parts", "words"),
    [
        (
            "He/PRON/nsubj/2 wrote/VERB/root/0 more_/ADJ/obj/2 ./PUNCT/punct/2",
            ("He", "wrote", "more"),
            "March 14",
        ),
        (
            "He/PRON/nsubj/3 earlier/ADV/advmod/3 wrote/VERB/root/0 more_/ADJ/obj/3 "
            "./PUNCT/punct/3",
            ("He", "wrote", "more"),
            None,
        ),
        (
            "Jones/PROPN/nsubj/2 wrote/VERB/root/0 more_/ADJ/obj/2 ./PUNCT/punct/2",
            ("Jones", "wrote", "more"),
            None,
        ),
        (
            "After/ADP/case/3 these/DET/det/3 talks_/NOUN/obl/6 ,/PUNCT/punct/3 "
            "Jones/PROPN/nsubj/6 wrote/VERB/root/0 more_/ADJ/obj/6 ./PUNCT/punct/6",
            ("Jones", "wrote", "more"),
            "March 14",
        ),
    ],
    ids=["a pronoun", "another time", "another speaker", "after this event"],
)
def test_what_plainly_goes_on_shares_the_date(
    tree: str, parts: tuple[str, str, str], words: str | None
) -> None:
    doc = document(f"{MARCH_14}\n{tree}")
    first, second = said(doc, FIRST, parts, published=None)
    assert (first.text, first.edtf) == ("March 14", "XXXX-03-14")
    assert second.text == words


def test_a_sentence_parted_after_its_date_is_whole() -> None:
    first = "On/ADP/case/2 March/PROPN/root/0 14_/NUM/nummod/2 ,/PUNCT/punct/2"
    second = "she/PRON/nsubj/2 said/VERB/root/0 so_/ADV/advmod/2 ./PUNCT/punct/2"
    (date,) = said(document(f"{first}\n{second}"), ("she", "said", "so"))
    assert date.text == "March 14"


def test_a_new_paragraph_shares_no_date() -> None:
    tree = "He/PRON/nsubj/2 wrote/VERB/root/0 more_/ADJ/obj/2 ./PUNCT/punct/2"
    doc = document(f"{MARCH_14}\n\n{tree}")
    _, second = said(doc, FIRST, ("He", "wrote", "more"), published=None)
    assert second == ClaimDate()


def test_the_date_of_who_reports_does_not_date_what_is_reported() -> None:
    tree = (
        "She/PRON/nsubj/2 said/VERB/root/0 on/ADP/case/4 Thursday/PROPN/obl/2 "
        "that/SCONJ/mark/7 Smith/PROPN/nsubj/7 promised/VERB/ccomp/2 "
        "peace_/NOUN/obj/7 ./PUNCT/punct/2"
    )
    outer = ("She", "said", "that Smith promised peace")
    first, second = said(document(tree), outer, ("Smith", "promised", "peace"))
    assert first.text == "Thursday"
    assert second.basis == "article"


def test_a_dateline_dates_no_statement() -> None:
    tree = (
        "MOSCOW_/PROPN/dep/8 ,/PUNCT/punct/1 March/PROPN/dep/1 17/NUM/nummod/3 "
        "(_/PUNCT/punct/6 Agency_/PROPN/dep/1 )/PUNCT/punct/6 -/PUNCT/root/0 "
        "She/PRON/nsubj/10 said/VERB/parataxis/8 so_/ADV/advmod/10 ./PUNCT/punct/8"
    )
    (date,) = said(document(tree), ("She", "said", "so"))
    assert date.basis == "article"


@pytest.mark.parametrize(
    ("when", "edtf"),
    [("yesterday", "XXXX-03-16"), ("last month", "XXXX-02"), ("Thursday", None)],
)
def test_without_a_year_what_is_the_same_in_every_year_is_known(
    when: str, edtf: str | None
) -> None:
    words = " ".join(f"{word}/NOUN/obl/10" for word in when.split())
    tree = (
        "MOSCOW_/PROPN/dep/8 ,/PUNCT/punct/1 March/PROPN/dep/1 17/NUM/nummod/3 "
        "(_/PUNCT/punct/6 Agency_/PROPN/dep/1 )/PUNCT/punct/6 -/PUNCT/root/0 "
        f"She/PRON/nsubj/10 said/VERB/parataxis/8 {words} so_/ADV/advmod/10\n\n"
        "He/PRON/nsubj/2 denied/VERB/root/0 it_/PRON/obj/2 ./PUNCT/punct/2"
    )
    doc = document(tree)
    parts = ("She", "said", "so"), ("He", "denied", "it")
    first, second = said(doc, *parts, published=None)
    assert (first.text, first.edtf, first.earliest) == (when, edtf, None)
    assert (second.edtf, second.basis) == ("XXXX-03-17", "article")
    assert (second.earliest, second.latest) == (None, None)


@pytest.mark.parametrize("cue", ["will say", "is to say", "is due to say"])
def test_what_will_be_said_lies_ahead(cue: str) -> None:
    verb = len(cue.split()) + 1
    words = " ".join(f"{word}/AUX/aux/{verb}" for word in cue.split()[:-1])
    tree = (
        f"She/PRON/nsubj/{verb} {words} say/VERB/root/0 on/ADP/case/{verb + 2} "
        f"Thursday/PROPN/obl/{verb} why_/ADV/obj/{verb} ./PUNCT/punct/{verb}"
    )
    (date,) = said(document(tree), ("She", cue, "why"))
    assert date.edtf == "2025-03-20"


def test_a_name_is_no_date() -> None:
    tree = (
        "She/PRON/nsubj/2 told/VERB/root/0 Monday/PROPN/obj/2 Club/PROPN/flat/3 "
        "so_/ADV/advmod/2 ./PUNCT/punct/2"
    )
    doc = document(tree)
    club = doc.char_span(9, 20, label="ORGANIZATION")
    assert club is not None
    doc.ents = (club,)
    (date,) = said(doc, ("She", "told", "so"))
    assert date.basis == "article"


def test_a_participle_shares_the_date_of_what_it_goes_along_with() -> None:
    doc = document(
        "She/PRON/nsubj/2 rejected/VERB/root/0 it/PRON/obj/2 on/ADP/case/5 "
        "Thursday_/PROPN/obl/2 ,/PUNCT/punct/2 arguing/VERB/xcomp/3 "
        "talks/NOUN/nsubj/9 failed_/VERB/ccomp/7 ./PUNCT/punct/2"
    )
    doc[6].tag_ = "VBG"
    attribute(doc, ("She", "rejected", "it"), ("", "arguing", "talks failed"))
    first, second = doc._.get(EXTENSION)
    doc._.set(EXTENSION, (first, replace(second, source=first.source)))
    article = Article(id="a", source="a.txt", text=doc.text, published=MONDAY)
    assert [date.text for date in dates(doc, article)] == ["Thursday", "Thursday"]


EARLIER = [
    "Ola/PROPN/nsubj/4 had/AUX/aux/4 {}/ADV/advmod/4 said/VERB/root/0 so/ADV/ccomp/4",
    "In/ADP/case/3 {}/ADJ/amod/3 talks/NOUN/obl/5 Ola/PROPN/nsubj/5 said/VERB/root/0 "
    "so/ADV/ccomp/5",
    "The/DET/det/3 {}/ADJ/amod/3 report/NOUN/nsubj/4 said/VERB/root/0 so/ADV/ccomp/4",
]


@pytest.mark.parametrize(
    ("tree", "source"), [*zip(EARLIER, ["Ola", "Ola", "report"], strict=True)]
)
@pytest.mark.parametrize(("word", "basis"), [("earlier", "none"), ("new", "article")])
def test_an_earlier_statement_is_not_of_the_articles_day(
    tree: str, source: str, word: str, basis: str
) -> None:
    (date,) = said(document(tree.format(word)), (source, "said", "so"))
    assert (date.text, date.basis) == (None, basis)


def test_once_again_is_not_earlier() -> None:
    tree = "Ola/PROPN/nsubj/4 once/ADV/advmod/3 again/ADV/advmod/4 said/VERB/root/0 "
    (date,) = said(document(tree + "so/ADV/ccomp/4"), ("Ola", "once again said", "so"))
    assert date.basis == "article"
