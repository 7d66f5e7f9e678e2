"""Lemmas as edit rules: a small closed set that a classifier can choose from.

After Straka, "UDPipe 2.0 Prototype at CoNLL 2018 UD Shared Task" (2018), with the
rule reduced to its suffix part: English inflects at the end or not at all.
"""

from collections.abc import Container

IRREGULAR = "="
"""Prefix of a rule that gives the whole lemma (be, have, go, ...)."""

_KEPT = """
birdie bookie boogie brownie caddie calorie collie cookie coterie die foodie freebie
genie goalie hippie hoodie indie junkie lie lingerie menagerie movie newbie pie pixie
prairie reverie rookie selfie smoothie sortie tie veggie zombie
"""
NOUNS_IN_IE = frozenset(_KEPT.split())
"""Nouns that keep their `ie`: the classifier takes "countries" for one of them."""


def is_form_of(lemma: str, form: str, lemmas: Container[str]) -> bool:
    """Whether a word is a form of one of the lemmas, even where its own is wrong.

    >>> is_form_of("publishe", "published", {"publish"})
    True
    """
    word = form.lower()
    stems = [word.removesuffix(end) for end in ("s", "es", "d", "ed", "ing")]
    stems += [f"{stem}e" for stem in stems] + [f"{stem[:-1]}y" for stem in stems]
    return lemma.lower() in lemmas or any(stem in lemmas for stem in stems)


def rule(form: str, lemma: str) -> str:
    """The rule that turns the lower-cased form into the lemma.

    `2|y` cuts two characters and adds `y`; `=be` replaces the whole word; a
    leading `^` keeps the form's capitals (names).

    >>> rule("parties", "party"), rule("was", "be"), rule("Moscow", "Moscow")
    ('3|y', '=be', '^0|')
    """
    keeps_case = form != form.lower() and lemma != lemma.lower()
    mark, source = ("^", form) if keeps_case else ("", form.lower())
    lemma = lemma if keeps_case else lemma.lower()
    shared = 0
    while shared < min(len(source), len(lemma)) and source[shared] == lemma[shared]:
        shared += 1
    if not shared:
        return IRREGULAR + lemma
    return f"{mark}{len(source) - shared}|{lemma[shared:]}"


def apply(rule: str, form: str) -> str:
    """The lemma of `form` by `rule`; the form itself where the rule cuts too much.

    >>> apply("1|", "countries"), apply("1|", "movies")
    ('country', 'movie')
    >>> apply("3|y", "Parties"), apply("=be", "was"), apply("^0|", "Moscow")
    ('party', 'be', 'Moscow')
    """
    if rule.startswith(IRREGULAR):
        return rule[1:]
    if rule == "1|" and form.endswith("ies") and form.lower()[:-1] not in NOUNS_IN_IE:
        rule = "3|y"
    keeps_case = rule.startswith("^")
    cut, _, added = rule.removeprefix("^").partition("|")
    source = form if keeps_case else form.lower()
    stem = source[: len(source) - int(cut)]
    return stem + added if stem else source
