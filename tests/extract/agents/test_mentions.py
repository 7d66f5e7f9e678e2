from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.agents.mention import Form, Mention
from extract.agents.mentions import read
from extract.agents.tokens import tokens
from tests.extract.agents.sentences import build


@pytest.mark.parametrize(
    ("phrase", "name", "role", "behalf"),
    [
        ("Kenyan/JJ President [PER Will Ruto]", "Will Ruto", "President", "Kenya"),
        (
            "[PER Ana Souza] , Brazilian/JJ President [PER Rui Costa] 's chief/JJ"
            " climate adviser ,",
            "Ana Souza", "chief climate adviser", "Brazil",
        ),
        (
            "[PER Joy Otieno] , spokeswoman for the Health Ministry of [LOC Kenya]",
            "Joy Otieno", "spokeswoman for the Health Ministry of Kenya",
            "Health Ministry, Kenya",
        ),
        (
            "[PER Li Wei] , head of the [ORG Chinese/JJ Ministry of Commerce] ,",
            "Li Wei", "head of the Chinese Ministry of Commerce",
            "Chinese Commerce Ministry, China",
        ),
        ("[ORG Finance] Minister [PER Suryani Daulay]", "Suryani Daulay",
         "Finance Minister", ""),
        ("[PER Jane Roe] , CEO of [ORG Acme]", "Jane Roe", "CEO of Acme", "Acme"),
        ("[ORG NATO] Secretary General [PER Ole Berg]", "Ole Berg", "Secretary General",
         "NATO"),
        ("Sen. [PER Ann Lee] ( D-Vt. )", "Ann Lee", "Senator", ""),
        ("Mr. [PER Clarke]", "Clarke", None, ""),
        ("[LOC London] mayor [PER Sam Khan]", "Sam Khan", "London mayor", ""),
        ("[LOC Kremlin] spokesman [PER Ivan Orlov]", "Ivan Orlov", "spokesman",
         "Russia"),
        ("Secretary of State [PER Jo Hall]", "Jo Hall", "Secretary of State", ""),
        ("President [PER Luc Petit] of [LOC France]", "Luc Petit", "President",
         "France"),
        ("former/JJ Australian/JJ prime/JJ minister [PER Jo Hall]", "Jo Hall",
         "former Australian prime minister", ""),
        ("the [LOC U.S.] ambassador to [LOC Peru] , [PER Jo Hall] ,", "Jo Hall",
         "ambassador to Peru", "United States"),
        ("Brazilian/JJ climate scientist [PER Ana Souza]", "Ana Souza",
         "climate scientist", ""),
        ("the union 's general/JJ secretary , [PER Mick Dunn] ,", "Mick Dunn",
         "general secretary", ""),
        ("[PER Jo Hall] , who heads/VBZ the [ORG Dockers] union", "Jo Hall", None, ""),
        ("[PER Jo Hall] ’s", "Jo Hall", None, ""),
        ("[PER Roma] captain [PER Ana Souza]", "Ana Souza", "Roma captain", ""),
        ("Indian/JJ farmers/NNS '/POS leader [PER Ana Souza]", "Ana Souza", "leader",
         ""),
        ("Kenyan/JJ president 's spokesman [PER Ana Souza]", "Ana Souza", "spokesman",
         "Kenya"),
        ("Goalkeeper [PER Ana Souza]", "Ana Souza", "Goalkeeper", ""),
    ],
)  # fmt: skip
def test_a_named_person(phrase: str, name: str, role: str | None, behalf: str) -> None:
    mention = _read(phrase)

    assert mention.form is Form.PERSON
    assert (mention.name, mention.role) == (name, role)
    assert ", ".join(ref.name for ref in mention.behalf) == behalf


@pytest.mark.parametrize(
    ("phrase", "name", "behalf"),
    [
        ("the [LOC Kremlin]", "Russia", ""),
        ("[LOC Nairobi]", "Kenya", ""),
        ("Downing Street", "United Kingdom", ""),
        ("The French/JJ", "France", ""),
        ("the Brazilians/NNPS", "Brazil", ""),
        ("the [ORG U.N.]", "United Nations", ""),
        ("the [ORG WHO]", "World Health Organization", ""),
        ("[LOC US]", "United States", ""),
        ("[ORG Capitol Hill]", "US Congress", "United States"),
        ("the Indian/JJ government", "Indian government", "India"),
        ("[ORG Bank of China]", "Bank of China", ""),
        ("the Smith campaign", "Smith campaign", ""),
        ("[LOC Kenya] 's army council", "Kenya's army council", "Kenya"),
        ("[LOC Kenya] 's nurses/NNS ' council", "Kenya's nurses' council", ""),
    ],
)
def test_a_country_or_organization(phrase: str, name: str, behalf: str) -> None:
    mention = _read(phrase)

    assert mention.form is Form.BODY
    assert mention.name == name
    assert ", ".join(ref.name for ref in mention.behalf) == behalf


@pytest.mark.parametrize(
    ("phrase", "form", "behalf"),
    [
        ("two nurses", Form.GROUP, ""),
        ("Kenyan/JJ officials", Form.GROUP, "Kenya"),
        ("Kenyan/JJ farmers", Form.GROUP, ""),
        ("Americans/NNPS", Form.GROUP, "United States"),
        ("many/JJ on social/JJ media", Form.GROUP, ""),
        ("a majority of voters", Form.GROUP, ""),
        ("[LOC France] and [LOC Italy]", Form.GROUP, "France, Italy"),
        ("the Norwegian/JJ diplomat", Form.DESCRIPTION, "Norway"),
        ("one/CD of [PER Jo Hall] 's close/JJ aides", Form.DESCRIPTION, ""),
        ("a spokesman for [ORG Acme]", Form.DESCRIPTION, "Acme"),
        ("the founder and chief executive", Form.DESCRIPTION, ""),
        ("a [ORG WHO] report", Form.DOCUMENT, ""),
        ("[LOC Oslo] 's position", Form.DOCUMENT, ""),
        ("She", Form.PRONOUN, ""),
        ("who", Form.PRONOUN, ""),
    ],
)
def test_a_phrase_without_a_name(phrase: str, form: Form, behalf: str) -> None:
    mention = _read(phrase)

    assert mention.form is form
    assert ", ".join(ref.name for ref in mention.behalf) == behalf


def test_a_document_has_its_owner() -> None:
    doc = build("a report by [ORG Amnesty International]")

    owner = read(tokens(doc), 0, len(doc)).owner

    assert owner is not None
    assert doc[slice(*owner)].text == "Amnesty International"


WORDS = st.sampled_from(
    [
        "the",
        "Jo",
        "WHO",
        "minister",
        "of",
        "and",
        ",",
        "'s",
        "(",
        "who",
        "said",
        "he",
        "“",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_any_words_can_be_read(words: list[str]) -> None:
    doc = build(" ".join(words))

    mention = read(tokens(doc), 0, len(doc))

    assert 0 <= mention.start <= mention.end <= len(doc)
    assert all(one.start <= two.start for one, two in pairwise(mention.parts))


def _read(phrase: str) -> Mention:
    doc = build(phrase)
    return read(tokens(doc), 0, len(doc))


@pytest.mark.parametrize(
    ("phrase", "form", "name"),
    [
        ("the charity Four/CD Walls/NNPS", Form.BODY, "Four Walls"),
        ("the liberal/JJ [ORG Farmers Party]", Form.BODY, "Farmers Party"),
        ("The [ORG United/JJ Auto Workers/NNPS]", Form.BODY, "United Auto Workers"),
        ("The maker , [PER Basinger Chemie] ,", Form.BODY, "Basinger Chemie"),
        ("A third/JJ , [ORG Harlan Biologics] ,", Form.BODY, "Harlan Biologics"),
        ("The regulator , [ORG Ofwat] ,", Form.BODY, "Ofwat"),
        ("the Kenyan/JJ", Form.DESCRIPTION, ""),
        ("Analysts/NNS at Brokerage House [PER Nair]", Form.GROUP, ""),
        ("[PER Acme] , which/WDT", Form.BODY, "Acme"),
    ],
)
def test_what_a_phrase_names(phrase: str, form: Form, name: str) -> None:
    mention = _read(phrase)

    assert (mention.form, mention.name) == (form, name)


@pytest.mark.parametrize(
    ("phrase", "behalf"),
    [
        ("German/JJ union leader [PER Karin Vogt]", []),
        ("the president of [LOC Ghana] 's football federation", []),
        ("German/JJ army spokesman [PER Karin Vogt]", ["Germany"]),
    ],
)
def test_a_body_s_officer_does_not_speak_for_the_country(
    phrase: str, behalf: list[str]
) -> None:
    assert [ref.name for ref in _read(phrase).behalf] == behalf


def test_a_name_ends_with_its_line() -> None:
    names = tokens(build("in [PER Lilongwe ¶ LUSAKA] met/VBD")).entities

    assert names == ((1, 2, "LOCATION"), (3, 4, "LOCATION"))
