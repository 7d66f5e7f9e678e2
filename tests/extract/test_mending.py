"""Attributions whose tags are at odds with lines or with grammar."""

import pytest
from spacy.tokens import Doc

from extract.attributions import Attribution
from extract.mending import content_of, mended, without_nameless
from tests.extract.docs import VOCAB, Row, attribution, parsed, part


def lined(text: str) -> Doc:
    """A document of the words of a text; "|" is a line's end."""
    words = ["\n" if word == "|" else word for word in text.split(" ")]
    return Doc(VOCAB, words=words)


def contents(found: Attribution) -> list[str]:
    return [span.text.strip() for span in found.content]


def test_a_quotation_goes_on_over_lines() -> None:
    doc = lined("“ We stay . | We sing . ” she said")
    own = attribution(doc, "said", "“ We stay . \n We sing . ”")
    assert contents(mended(own)) == ["“ We stay . \n We sing . ”"]


@pytest.mark.parametrize(
    "opening", ["LIMA - ", "LIMA , 3 May – ", "SAN JOSÉ (Press) — "]
)
def test_a_source_begins_after_the_dateline(opening: str) -> None:
    doc = lined(f"{opening}Miners in Peru said they would stay")
    source = f"{opening}Miners in Peru"
    own = attribution(doc, "said", "they would stay", source=source)
    assert [span.text for span in mended(own).source] == ["Miners in Peru"]


def test_words_of_the_sentence_before_are_not_what_is_said() -> None:
    doc = lined("He fell for pushing her . He denied touching him")
    for index in range(6, len(doc)):
        doc[index].is_sent_start = index == 6
    own = attribution(doc, "denied", "pushing her", "touching him")
    assert contents(mended(own)) == ["touching him"]


def test_words_that_others_part_from_the_speaker_are_not_what_is_said() -> None:
    doc = lined("Many are torn on tax , with some voicing doubts")
    own = attribution(doc, "voicing", "tax", "doubts", source="some")
    assert contents(mended(own)) == ["doubts"]


def test_words_that_the_speaker_interrupts_are_what_is_said() -> None:
    doc = lined("Tolls , Oslo said , will rise")
    own = attribution(doc, "said", "Tolls", "will rise", source="Oslo")
    assert contents(mended(own)) == ["Tolls", "will rise"]


def test_a_place_before_a_dash_is_not_what_is_said() -> None:
    doc = lined("JAKARTA — Banks said rates would fall")
    own = attribution(doc, "said", "JAKARTA", "rates would fall")
    assert contents(mended(own)) == ["rates would fall"]


@pytest.mark.parametrize("relation", ["nsubj", "root"])
def test_what_a_noun_attributes_ends_before_its_verb(relation: str) -> None:
    noun = relation == "nsubj"
    rows: list[Row] = [
        ("demand", "NOUN", relation, 4 if noun else 0),
        ("for", "ADP", "case", 2),
        ("pay", "NOUN", "nmod", 0),
        ("has", "AUX", "aux", 4),
        ("angered", "VERB", "root" if noun else "conj", 4 if noun else 0),
        ("Mali", "PROPN", "obj", 4),
    ]
    own = attribution(parsed(rows), "demand for", "pay has angered Mali")
    assert contents(mended(own)) == ["pay"]


PASSIVE: list[Row] = [
    ("which", "PRON", "nsubj:pass", 2),
    ("was", "AUX", "aux:pass", 2),
    ("called", "VERB", "root", 2),
    ("unfair", "ADJ", "xcomp", 2),
    ("by", "ADP", "case", 5),
    ("Ghana", "PROPN", "obl", 2),
]


def test_the_agent_of_a_passive_speaks() -> None:
    own = attribution(parsed(PASSIVE), "was called", "unfair", source="which")
    assert [span.text for span in mended(own).source] == ["Ghana"]


def test_the_agent_may_hang_on_what_is_said() -> None:
    rows: list[Row] = [
        ("pact", "NOUN", "nsubj:pass", 2),
        ("was", "AUX", "aux:pass", 2),
        ("called", "VERB", "root", 2),
        ("unfair", "ADJ", "xcomp", 2),
        ("by", "ADP", "case", 5),
        ("Ghana", "PROPN", "obl", 3),
    ]
    own = attribution(parsed(rows), "was called", "unfair", source="pact")
    assert [span.text for span in mended(own).source] == ["Ghana"]


@pytest.mark.parametrize(
    ("verb", "source"), [("accused", []), ("convinced", ["The mayor"])]
)
def test_who_is_only_spoken_to_says_nothing(verb: str, source: list[str]) -> None:
    rows: list[Row] = [
        ("The", "DET", "det", 1),
        ("mayor", "NOUN", "nsubj:pass", 3),
        ("was", "AUX", "aux:pass", 3),
        (verb, "VERB", "root", 3),
        ("of", "ADP", "case", 5),
        ("fraud", "NOUN", "obl", 3),
    ]
    doc = parsed(rows)
    doc[3].tag_, doc[3].lemma_ = "VBN", {"accused": "accuse"}.get(verb, verb)
    own = attribution(doc, f"was {verb}", "of fraud", source="The mayor")
    assert [span.text for span in mended(own).source] == source


def test_the_agent_is_no_part_of_what_is_said() -> None:
    own = attribution(parsed(PASSIVE), "was called", "unfair by Ghana", source="which")
    assert contents(mended(own)) == ["unfair"]


CALL: list[Row] = [
    ("Oslo", "PROPN", "nsubj", 1),
    ("awaits", "VERB", "root", 1),
    ("Mali", "PROPN", "nmod:poss", 4),
    ("'s", "PART", "case", 2),
    ("call", "NOUN", "obj", 1),
    ("for", "ADP", "case", 6),
    ("talks", "NOUN", "nmod", 4),
]


@pytest.mark.parametrize(
    ("owner", "marker", "expected"),
    [("Mali", "POS", "Mali 's"), ("Mali", "", "Oslo"), ("fuel", "POS", "Oslo")],
)
def test_whose_call_it_is_speaks(owner: str, marker: str, expected: str) -> None:
    kind = "PROPN" if owner == "Mali" else "NOUN"
    doc = parsed([*CALL[:2], (owner, kind, "nmod:poss", 4), *CALL[3:]])
    doc[3].tag_ = marker
    own = attribution(doc, "call for", "talks", source="Oslo")
    assert [span.text for span in mended(own).source] == [expected]


def test_nobody_says_what_stands_in_the_words_of_another() -> None:
    doc = lined("Togo demands a pact banning mines")
    outer = attribution(doc, "demands", "a pact banning mines", source="Togo")
    inner = attribution(doc, "banning", "mines")
    assert without_nameless((outer, inner)) == (outer,)


def test_who_is_said_to_do_does_not_speak_in_the_active() -> None:
    rows: list[Row] = [
        ("Togo", "PROPN", "nsubj", 1),
        ("said", "VERB", "root", 1),
        ("goods", "NOUN", "ccomp", 1),
    ]
    own = attribution(parsed(rows), "said", "goods", source="Togo")
    assert [span.text for span in mended(own).source] == ["Togo"]


PUSHING: list[Row] = [
    ("Oslo", "PROPN", "nsubj", 2),
    ("is", "AUX", "aux", 2),
    ("pushing", "VERB", "root", 2),
    ("for", "ADP", "case", 5),
    ("lower", "ADJ", "amod", 5),
    ("tolls", "NOUN", "obl", 2),
]
REFUSED: list[Row] = [
    ("Oslo", "PROPN", "nsubj", 1),
    ("refused", "VERB", "root", 1),
    ("to", "PART", "mark", 3),
    ("pay", "VERB", "xcomp", 1),
]


DEMAND: list[Row] = [
    ("They", "PRON", "nsubj", 1),
    ("demand", "VERB", "root", 1),
    ("lower", "ADJ", "amod", 3),
    ("tolls", "NOUN", "obj", 1),
    ("by", "ADP", "case", 5),
    ("May", "PROPN", "obl", 1),
]
INSIST: list[Row] = [
    ("They", "PRON", "nsubj", 1),
    ("insist", "VERB", "root", 1),
    ("on", "ADP", "case", 4),
    ("lower", "ADJ", "amod", 4),
    ("tolls", "NOUN", "obl", 1),
]


@pytest.mark.parametrize(
    ("rows", "cue", "expected"),
    [
        (PUSHING, "is pushing for", "lower tolls"),
        (REFUSED, "refused", "to pay"),
        (DEMAND, "demand", "lower tolls by May"),
        (INSIST, "insist", "on lower tolls"),
    ],
)
def test_grammar_gives_a_missing_content(
    rows: list[Row], cue: str, expected: str
) -> None:
    found = content_of(part(parsed(rows), cue), ())
    assert found is not None
    assert found.text == expected


def test_the_rest_of_the_sentence_is_according_to_somebody() -> None:
    doc = lined("Tolls will rise , according to Oslo .")
    found = content_of(part(doc, "according to"), (part(doc, "Oslo"),))
    assert found is not None
    assert found.text == "Tolls will rise"


@pytest.mark.parametrize("verb", ["urge", "carry"])
def test_whom_a_verb_addresses_or_moves_is_not_what_is_said(verb: str) -> None:
    rows: list[Row] = [DEMAND[0], (verb, "VERB", "root", 1), *DEMAND[2:]]
    assert content_of(part(parsed(rows), verb), ()) is None


def test_the_pronoun_before_a_cue_is_its_source() -> None:
    own = mended(attribution(parsed(DEMAND), "demand", "lower tolls"))
    assert [span.text for span in own.source] == ["They"]


def test_a_verb_without_a_subject_is_not_what_a_noun_attributes() -> None:
    rows: list[Row] = [
        ("Ada", "PROPN", "nmod:poss", 2),
        ("'s", "PART", "case", 0),
        ("promise", "NOUN", "root", 2),
        ("to", "PART", "mark", 4),
        ("wait", "VERB", "acl", 2),
        ("has", "AUX", "aux", 6),
        ("calmed", "VERB", "ccomp", 2),
        ("Oslo", "PROPN", "obj", 6),
    ]
    doc = parsed(rows)
    doc[5].tag_ = "VBZ"
    own = attribution(doc, "promise", "to wait has calmed Oslo", source="Ada")
    assert contents(mended(own)) == ["to wait"]


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (", a request that drivers oppose", "for a ban on cars"),
        (
            ", a lorry that drivers like",
            "for a ban on cars , a lorry that drivers like",
        ),
    ],
)
def test_what_the_writer_sums_up_is_not_what_is_said(summary: str, said: str) -> None:
    doc = lined(f"They asked for a ban on cars {summary}")
    part(doc, "that")[0].tag_ = "WDT"
    whole = attribution(doc, "asked", f"for a ban on cars {summary}")
    assert contents(mended(whole)) == [said]


def test_a_pronoun_that_ends_what_is_said_is_none_of_it() -> None:
    doc = lined("They blame Oslo , a charge that it denies")
    doc[6].tag_ = "WDT"
    own = attribution(doc, "denies", "a charge that", source="it")
    assert contents(mended(own)) == ["a charge"]


def test_who_opens_a_part_of_a_sentence_speaks_after_a_relative_clause() -> None:
    doc = lined("Rome pays ; Oslo , whose turn it is , promises aid")
    doc[5].tag_ = "WP$"
    [source] = mended(attribution(doc, "promises", "aid")).source
    assert source.text == "Oslo"


@pytest.mark.parametrize("day", ["yesterday", "on 3 May"])
def test_a_cue_ends_before_the_day(day: str) -> None:
    doc = lined(f"Oslo said {day} that tolls fell")
    date = part(doc, day.removeprefix("on "), label="DATE")
    doc.set_ents([date])
    own = attribution(doc, f"said {day}", "that tolls fell", source="Oslo")
    assert mended(own).cue.text == "said"
