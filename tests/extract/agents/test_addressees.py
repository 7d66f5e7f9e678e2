from extract.agents.addressees import addressees, targets
from ontology.claim import Article
from tests.extract.agents.sentences import attribute, build

ARTICLE = Article(id="a", source="a.txt", text="")


def _names(
    text: str, *parts: tuple[str, str, str], arcs: tuple[tuple[str, str, str], ...] = ()
) -> tuple[str | None, str | None]:
    doc = attribute(build(text, *arcs), *parts)
    to, at = addressees(doc, ARTICLE)[0], targets(doc, ARTICLE)[0]
    return (to.name if to else None), (at.name if at else None)


def test_told_somebody() -> None:
    told = _names(
        "[PER Jo Hall] told [ORG Le Monde] that wages fell/VBD .",
        ("Jo Hall", "told", "that wages fell"),
    )

    assert told == ("Le Monde", None)


def test_in_an_interview_with_somebody() -> None:
    told = _names(
        "“ Wages fell , ” [PER Jo Hall] said in an interview with [ORG Le Monde] .",
        ("Jo Hall", "said", "“ Wages fell , ”"),
    )

    assert told == ("Le Monde", None)


def test_called_on_somebody() -> None:
    asked = _names(
        "The union called/VBD on [LOC Lima] to pay nurses .",
        ("The union", "called", "to pay nurses"),
    )

    assert asked == ("Peru", "Peru")


def test_accused_somebody() -> None:
    blamed = _names(
        "Nurses accused/VBD [PER Jo Hall] of lying/VBG .",
        ("Nurses", "accused", "of lying"),
    )

    assert blamed == (None, "Jo Hall")


def test_demanded_that_somebody_act() -> None:
    demanded = _names(
        "Farmers demanded/VBD that [LOC Delhi] raise/VB prices .",
        ("Farmers", "demanded", "that Delhi raise prices"),
        arcs=(
            ("Farmers", "nsubj", "demanded"),
            ("raise", "ccomp", "demanded"),
            ("Delhi", "nsubj", "raise"),
            ("prices", "obj", "raise"),
        ),
    )

    assert demanded == (None, "India")


def test_things_are_no_targets() -> None:
    demanded = _names(
        "Farmers demanded/VBD that talks resume/VB .",
        ("Farmers", "demanded", "that talks resume"),
        arcs=(
            ("Farmers", "nsubj", "demanded"),
            ("resume", "ccomp", "demanded"),
            ("talks", "nsubj", "resume"),
        ),
    )

    assert demanded == (None, None)


def test_no_patient_is_no_target() -> None:
    _, at = _names(
        "Nurses demanded/VBD that no/DT patient wait/VB .",
        ("Nurses", "demanded", "that no patient wait"),
        arcs=(
            ("Nurses", "nsubj", "demanded"),
            ("wait", "ccomp", "demanded"),
            ("no", "det", "patient"),
            ("patient", "nsubj", "wait"),
        ),
    )

    assert at is None


def test_nobody_is_spoken_to() -> None:
    said = _names(
        "[PER Jo Hall] said wages fell/VBD .", ("Jo Hall", "said", "wages fell")
    )

    assert said == (None, None)


def test_blamed_though_the_parse_takes_a_clause() -> None:
    _, at = _names(
        "[PER Jo Hall] blamed [ORG Roe Ltd] for the leak .",
        ("Jo Hall", "blamed", "Roe Ltd for the leak"),
    )

    assert at == "Roe Ltd"


def test_a_determiner_begins_another_phrase() -> None:
    to, _ = _names(
        "[PER Jo Hall] told lawmakers the/DT bank would/MD act/VB .",
        ("Jo Hall", "told", "the bank would act"),
    )

    assert to == "lawmakers"


def test_the_kind_of_whom_is_told_is_no_name() -> None:
    to, _ = _names(
        "[PER Jo Hall] told the newspaper [ORG La Tarde] that wages fell/VBD .",
        ("Jo Hall", "told", "that wages fell"),
        arcs=(
            ("Hall", "nsubj", "told"),
            ("the", "det", "newspaper"),
            ("newspaper", "iobj", "told"),
            ("La", "appos", "newspaper"),
            ("Tarde", "flat", "La"),
            ("fell", "ccomp", "told"),
        ),
    )

    assert to == "La Tarde"


def test_member_states_are_called_by_both_words() -> None:
    to, _ = _names(
        "[PER Jo Hall] urged Member/NNP States/NNPS to pay/VB nurses .",
        ("Jo Hall", "urged", "to pay nurses"),
    )

    assert to == "Member States"
