"""The phrases about a cue that name who is spoken to, or who is to act."""

from collections.abc import Iterator

from extract.agents.lexicon import word_class
from extract.agents.phrases import NOUNS, Stretch, is_possessive, phrase, with_names
from extract.agents.tokens import Tokens
from extract.attributions import Attribution

TELLING = word_class("telling")
"""Verbs whose object is spoken to: told Izvestia."""

ASKING = word_class("asking")
"""Verbs whose object is to act: urged the council to; it is spoken to as well."""

BLAMING = word_class("blaming")
"""Verbs whose object is blamed or threatened: accused the company of."""

DEMANDING = word_class("demanding")
"""Verbs and nouns whose clause says who is to act: demanded that Kenya pay."""

SAYING = frozenset({"say", "speak", "talk", "complain", "explain", "write", "appeal"})
"""Verbs whose "to" names who is spoken to."""

MEETINGS = word_class("meetings")
"""Nouns whose "with" or "to" names who is spoken to: in an interview with Le Monde."""


def spoken_to(tokens: Tokens, attribution: Attribution) -> Iterator[Stretch]:
    """The phrases that may name who is spoken to, the likeliest first."""
    verb = _verb(tokens, attribution)
    lemma = _lemma(tokens, verb)
    if lemma in TELLING or lemma in ASKING:
        yield from _objects(tokens, attribution, verb)
    if lemma == "call":
        yield from _obliques(tokens, attribution, verb, ("on", "upon"))
    if lemma in SAYING:
        yield from _obliques(tokens, attribution, verb, ("to",))
    yield from _meetings(tokens, attribution)


def aimed_at(tokens: Tokens, attribution: Attribution) -> Iterator[Stretch]:
    """The phrases that may name who is accused, threatened or to act, the likeliest
    first."""
    verb = _verb(tokens, attribution)
    lemma = _lemma(tokens, verb)
    if lemma in BLAMING or lemma in ASKING:
        if lemma == "blame":
            yield from _obliques(tokens, attribution, verb, ("on",))
        yield from _objects(tokens, attribution, verb)
    if lemma in BLAMING:
        yield from _blamed(tokens, verb)
    if lemma == "call":
        yield from _obliques(tokens, attribution, verb, ("on", "upon"))
    if lemma in DEMANDING:
        yield from _those_to_act(tokens, verb)


def _verb(tokens: Tokens, attribution: Attribution) -> int:
    """The cue's last verb; its last word if it has none."""
    cue = attribution.cue
    verbs = [i for i in range(cue.start, cue.end) if tokens.pos[i] == "VERB"]
    return verbs[-1] if verbs else cue.end - 1


def _lemma(tokens: Tokens, verb: int) -> str:
    """The verb's lemma; of a regular form that the model knows not, by rule."""
    lemma, word = tokens.lemmas[verb], tokens.lowers[verb]
    if word in IRREGULAR:
        return IRREGULAR[word]
    stems = (lemma, *(word.removesuffix(end) for end in ("s", "d", "ed", "ing")))
    return next((stem for stem in stems if stem in KNOWN), lemma)


KNOWN = TELLING | ASKING | BLAMING | DEMANDING
IRREGULAR = {"told": "tell", "said": "say", "wrote": "write", "spoke": "speak"}


def _objects(tokens: Tokens, attribution: Attribution, verb: int) -> Iterator[Stretch]:
    """Who is to act right after the verb, its objects by the parse, what follows the
    cue."""
    yield from _before_infinitive(tokens, verb)
    for index in tokens.children(verb):
        if tokens.deps[index] in ("obj", "iobj") and index > verb:
            yield with_names(tokens, index)
    start = attribution.cue.end
    if start < len(tokens) and not _is_said(attribution, start):
        end = _end_of_phrase(tokens, start)
        if end > start:
            yield start, end


def _before_infinitive(tokens: Tokens, verb: int) -> Iterator[Stretch]:
    """Who is named between the verb and what they are to do: wants the city to pay."""
    end = _end_of_phrase(tokens, verb + 1)
    after = tokens.lowers[end : end + 2]
    if end > verb + 1 and (after[:1] == ("to",) or after == ("not", "to")):
        yield verb + 1, end


def _blamed(tokens: Tokens, verb: int) -> Iterator[Stretch]:
    """Who is blamed of or for something by the words alone; by a passive, its subject:
    the parse takes "blamed the ministry for it" for a clause, as the content is one."""
    end = _end_of_phrase(tokens, verb + 1)
    if tokens.lowers[end : end + 1] in (("of",), ("for",)):
        yield verb + 1, end
    for index in tokens.children(verb):
        if tokens.deps[index] == "nsubj:pass":
            yield phrase(tokens, index)


def _is_said(attribution: Attribution, index: int) -> bool:
    spans = (*attribution.content, *attribution.source)
    return any(span.start <= index < span.end for span in spans)


def _end_of_phrase(tokens: Tokens, start: int) -> int:
    """The end of the noun phrase that begins at a token; `start` if none does.

    A determiner after a noun begins another one: told lawmakers the bank would act.
    """
    index = start
    while index < len(tokens) and (
        tokens.pos[index] in PHRASE or is_possessive(tokens, index)
    ):
        if index > start and _begins_another(tokens, index):
            break
        index += 1
    return index


def _begins_another(tokens: Tokens, index: int) -> bool:
    """Whether the phrase ends before a token: told lawmakers last week, the bank."""
    if tokens.lowers[index] in ("last", "this", "next"):
        return True
    return tokens.pos[index] == "DET" and tokens.pos[index - 1] in NOUNS


PHRASE = NOUNS | {"ADJ", "DET", "NUM", "PRON"}


def _obliques(
    tokens: Tokens,
    attribution: Attribution,
    verb: int,
    prepositions: tuple[str, ...],
) -> Iterator[Stretch]:
    """The phrases that hang on the verb by one of the prepositions."""
    for index in tokens.children(verb):
        cases = tokens.children(index)
        tied = any(tokens.lowers[at] in prepositions for at in cases if at < index)
        if tied and not _is_said(attribution, index):
            yield phrase(tokens, index)
    following = verb + 1
    if following < len(tokens) and tokens.lowers[following] in prepositions:
        yield following + 1, _end_of_phrase(tokens, following + 1)


def _meetings(tokens: Tokens, attribution: Attribution) -> Iterator[Stretch]:
    """Whom an interview, a letter or a speech right after the cue goes to."""
    start = attribution.cue.start
    for index in range(start, min(start + REACH, len(tokens) - 1)):
        if tokens.sentences[index] != tokens.sentences[start]:
            return
        if tokens.lemmas[index] not in MEETINGS or _is_said(attribution, index):
            continue
        if tokens.lowers[index + 1] in ("with", "to"):
            yield index + 2, _end_of_phrase(tokens, index + 2)


REACH = 12
"""Tokens from the cue within which it tells where it was said."""


def _those_to_act(tokens: Tokens, verb: int) -> Iterator[Stretch]:
    """The subject of the clause that is demanded, or the object that is to act."""
    yield from _before_infinitive(tokens, verb)
    clauses = [
        index
        for index in tokens.children(verb)
        if tokens.deps[index].split(":")[0] in ("ccomp", "xcomp", "acl")
    ]
    for index in clauses:
        for below in tokens.children(index):
            if tokens.deps[below] == "nsubj":
                yield phrase(tokens, below)
    for index in tokens.children(verb):
        acting = tokens.deps[index] == "obj" and clauses
        if acting and tokens.lowers[index] != "which":
            yield phrase(tokens, index)
