"""What news tells of somebody that is no statement of theirs.

- Those who did not answer said nothing.
- "She spoke to the mayor for an hour" tells with whom somebody talked, and not what
  was said.
- "The talks will cover prices" tells what is spoken of there, and nobody speaks.
- "The case is known as the Waterfront Four" tells what something is called.
- "The team appeared to hold back" and "It is clear that they lost" tell how it looks to
  the writer.
- "The bank is weighing prices against jobs" tells that nothing is decided yet.
"""

from extract.attributions import Attribution
from extract.known_cues import VERBS
from extract.modality import NEGATIONS
from extract.splitting import QUOTATION_MARKS

_ANSWERING = frozenset({"answer", "reply", "respond"})
_NOT = NEGATIONS | {"yet"}

_TALKING = frozenset({"chat", "confer", "converse", "meet", "speak", "talk"})
_WITH = frozenset({"to", "with"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})

_COVERING = frozenset(
    {"address", "center", "centre", "concern", "cover", "feature", "focus", "include",
     "revolve", "tackle", "touch"}
)  # fmt: skip
_OCCASIONS = frozenset(
    {"agenda", "conference", "consultation", "conversation", "debate", "dialogue",
     "discussion", "event", "meeting", "negotiation", "session", "summit", "talk",
     "visit"}
)  # fmt: skip

_LOOKING = frozenset({"appear", "seem"})

_WEIGHING = frozenset({"balance", "weigh"})


def is_silent(attribution: Attribution) -> bool:
    """Whether nobody says anything in it."""
    if _is_naming(attribution):
        return True
    forms = _is_no_answer, _is_mere_talk, _is_agenda, _is_look, _is_remark, _is_open
    silent = any(form(attribution) for form in forms)
    return silent and not any(
        token.text in QUOTATION_MARKS for span in attribution.content for token in span
    )


def _is_no_answer(attribution: Attribution) -> bool:
    """Whether the cue tells that no answer came: "did not respond to a request"."""
    words = {token.lower_ for token in attribution.cue}
    return not (_ANSWERING.isdisjoint(_lemmas(attribution)) or _NOT.isdisjoint(words))


def _is_mere_talk(attribution: Attribution) -> bool:
    """Whether what is taken for said begins with the one who was talked to."""
    if attribution.cue[-1].lower_ not in _WITH:
        return False
    clause = any(t.tag_ in _FINITE for span in attribution.content for t in span)
    return not (clause or _TALKING.isdisjoint(_lemmas(attribution)))


def _is_agenda(attribution: Attribution) -> bool:
    """Whether the source is an occasion, and the cue says what it is about."""
    if _COVERING.isdisjoint(_lemmas(attribution)):
        return False
    nouns = {span.root.lemma_.lower() for span in attribution.source}
    return not _OCCASIONS.isdisjoint(nouns)


def _is_naming(attribution: Attribution) -> bool:
    """Whether the cue tells by which name somebody is known."""
    cue = attribution.cue
    called = cue.doc[cue.end - 1 : cue.end + 1]
    known = any(token.lower_ == "known" for token in cue)
    return known and any(token.lower_ == "as" for token in called)


def _is_look(attribution: Attribution) -> bool:
    """Whether the source only seems to do something, and that is no statement: "the
    team appears to hold back"; who "appears to agree" says so."""
    cue = attribution.cue
    looks = cue[-1].lemma_.lower() in _LOOKING
    deeds = (t for t in cue[-1].rights if t.dep_ == "xcomp" and t.pos_ == "VERB")
    deed = next(deeds, None)
    return looks and deed is not None and deed.lemma_.lower() not in VERBS


def _is_remark(attribution: Attribution) -> bool:
    """Whether the writer remarks on something: "it is hard to see", no "it is held"."""
    cue = attribution.cue
    telling = (token.pos_ for token in cue if token.pos_ in ("ADJ", "VERB"))
    impersonal = not attribution.source and cue[0].lower_ == "it"
    return impersonal and next(telling, "") == "ADJ"


def _is_open(attribution: Attribution) -> bool:
    """Whether the source has yet to decide between one thing and another; who weighs in
    against something speaks."""
    words = {token.lower_ for span in attribution.content for token in span}
    lemmas = _lemmas(attribution)
    return (
        "against" in words and "in" not in lemmas and not _WEIGHING.isdisjoint(lemmas)
    )


def _lemmas(attribution: Attribution) -> set[str]:
    return {token.lemma_.lower() for token in attribution.cue}
