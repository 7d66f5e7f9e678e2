import numpy as np
import pytest

from extract.agents.speakers import Resolved, speakers
from extract.encoding.encoded import OUTPUTS
from ontology.claim import AgentKind, Article
from tests.extract.agents.sentences import attribute, build

ARTICLE = Article(id="a", source="a.txt", text="")


def _speakers(text: str, *parts: tuple[str, str, str]) -> list[Resolved]:
    return speakers(attribute(build(text), *parts), ARTICLE)


def test_a_short_name_is_the_person_of_the_full_one() -> None:
    first, second = _speakers(
        "[PER Ana Souza] , head of the [ORG Dockers Union] , said ports would/MD"
        " close/VB . [PER Souza] added that talks had/VBD failed/VBD .",
        ("Ana Souza , head of the Dockers Union ,", "said", "ports would close"),
        ("Souza#2", "added", "that talks had failed"),
    )

    assert first.agent.id == second.agent.id == "ana-souza"
    assert second.agent.mention == "Souza"
    assert second.agent.role == "head of the Dockers Union"
    assert [ref.name for ref in second.agent.represents] == ["Dockers Union"]


def test_a_persons_aides_speak_for_them_and_allies_for_themselves() -> None:
    aides, allies = _speakers(
        "[PER Ana Souza] sang/VBD . [PER Souza] aides said it rained/VBD . [PER Souza]"
        " allies said it snowed/VBD .",
        ("Souza aides", "said", "it rained"),
        ("Souza allies", "said#2", "it snowed"),
    )

    assert [aides.agent.name, allies.agent.name] == ["Souza aides", "Souza allies"]
    assert [ref.name for ref in aides.agent.represents] == ["Ana Souza"]
    assert allies.agent.represents == ()


def test_a_name_that_runs_on_in_the_headline_is_cut_as_in_the_text_below() -> None:
    said, added = _speakers(
        "[PER Ana Souza Slams] Dockers¶ [PER ANA SOUZA] said it rained/VBD ."
        " [PER Souza] added that ports closed/VBD .",
        ("ANA SOUZA", "said", "it rained"),
        ("Souza#2", "added", "that ports closed"),
    )

    assert said.agent.id == added.agent.id == "ana-souza"


def test_a_longer_name_in_the_text_below_is_kept() -> None:
    [said] = _speakers(
        "Dockers slammed/VBD¶ [PER Ana Souza] sang/VBD . [PER Ana Souza Lima] said it"
        " rained/VBD .",
        ("Ana Souza Lima", "said", "it rained"),
    )

    assert said.agent.name == "Ana Souza Lima"


def test_two_smiths_stay_two() -> None:
    found = _speakers(
        "[PER Ann Smith] , a nurse , said wards were/VBD full/JJ . [PER Bob Smith] , a"
        " farmer , said prices fell/VBD . [PER Smith] added that rain would/MD"
        " help/VB .",
        ("Ann Smith", "said", "wards were full"),
        ("Bob Smith", "said#2", "prices fell"),
        ("Smith#3", "added", "that rain would help"),
    )

    assert [one.agent.name for one in found] == ["Ann Smith", "Bob Smith", "Bob Smith"]


def test_a_title_tells_which_smith() -> None:
    found = _speakers(
        "Ms. [PER Ann Smith] met/VBD Mr. [PER Bob Smith] . Ms. [PER Smith] said it"
        " rained/VBD .",
        ("Ms. Smith", "said", "it rained"),
    )

    assert found[0].agent.name == "Ann Smith"


@pytest.mark.parametrize(
    ("source", "words", "name", "kind"),
    [
        ("[LOC Nairobi]", "Nairobi", "Kenya", AgentKind.COUNTRY),
        ("The Kenyans/NNPS", "The Kenyans", "Kenya", AgentKind.COUNTRY),
        ("The [ORG W.H.O.]", "The W.H.O.", "World Health Organization",
         AgentKind.ORGANIZATION),
        ("Two hydrologists", "Two hydrologists", "Two hydrologists", AgentKind.GROUP),
        ("Some users", "Some users", "Some users", AgentKind.GROUP),
        ("Someone", "Someone", "Someone", AgentKind.UNNAMED),
        ("I", "I", "I", AgentKind.UNNAMED),
    ],
)  # fmt: skip
def test_a_source_by_itself(
    source: str, words: str, name: str, kind: AgentKind
) -> None:
    (found,) = _speakers(
        f"{source} said the river rose/VBD .", (words, "said", "the river rose")
    )

    assert (found.agent.name, found.agent.kind) == (name, kind)
    assert found.agent.mention == words


def test_a_place_in_a_sentence_is_no_speaker() -> None:
    first, second = _speakers(
        "[PER Ole Berg] , a teacher , spoke/VBD in [LOC Oslo] . He said pay"
        " lagged/VBD . It was/VBD cold/JJ in [LOC Oslo] . He added that"
        " strikes loom/VBD .",
        ("He#1", "said", "pay lagged"),
        ("He#2", "added", "that strikes loom"),
    )

    assert first.agent.name == second.agent.name == "Ole Berg"


def test_a_pronoun_is_of_its_gender() -> None:
    found = _speakers(
        "Ms. [PER Rao] , a midwife , met/VBD Mr. [PER Lund] . She said clinics"
        " closed/VBD . He said they reopened/VBD .",
        ("She", "said", "clinics closed"),
        ("He", "said#2", "they reopened"),
    )

    assert [one.agent.name for one in found] == ["Rao", "Lund"]
    assert all(one.agent.kind is AgentKind.PERSON for one in found)
    assert all(0.5 < one.confidence < 1 for one in found)


def test_a_pronoun_in_what_she_says_may_be_her_own() -> None:
    found = _speakers(
        "[PER Lavinia Tupou] said it rained/VBD . Her side would/MD wait/VB ,"
        " she said .",
        ("Lavinia Tupou", "said", "it rained"),
        ("she", "said#2", "Her side would wait"),
    )

    assert [one.agent.name for one in found] == ["Lavinia Tupou"] * 2


def test_nobody_is_guessed() -> None:
    (found,) = _speakers("He said it rained/VBD .", ("He", "said", "it rained"))

    assert found.agent.kind is AgentKind.UNNAMED
    assert found.agent.name == "he"
    assert found.confidence < 0.5


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ("The minister", "Luca Conti"),
        ("The Italian/JJ politician", "Luca Conti"),
        ("The hydrologist", "Mei Tan"),
        ("The scientist", "Mei Tan"),
        ("The surgeon", "The surgeon"),
        ("A minister", "A minister"),
    ],
)
def test_a_description_leads_to_its_person(description: str, name: str) -> None:
    words = description.replace("/JJ", "")
    (found,) = _speakers(
        "Italian/JJ Environment Minister [PER Luca Conti] met/VBD [PER Mei Tan] , a"
        f" hydrologist . {description} said rivers would/MD rise/VB .",
        (words, "said", "rivers would rise"),
    )

    assert found.agent.name == name


def test_who_is_the_noun_before() -> None:
    (found,) = _speakers(
        "[PER Mei Tan] , who said rivers rose/VBD , left/VBD .",
        ("who", "said", "rivers rose"),
    )

    assert found.agent.name == "Mei Tan"
    assert found.agent.mention == "who"


def test_the_owner_of_a_document_speaks() -> None:
    (found,) = _speakers(
        "[LOC Oslo] 's position is/VBZ that quotas hold/VBZ .",
        ("Oslo 's position", "is", "that quotas hold"),
    )

    assert found.agent.name == "Norway"
    assert found.agent.mention == "Oslo 's position"


def test_i_is_the_speaker_of_the_quotation() -> None:
    first, second = _speakers(
        "“ I fear/VBD the flood , ” said [PER Mei Tan] .",
        ("I", "fear", "the flood"),
        ("Mei Tan", "said", "“ I fear the flood , ”"),
    )

    assert first.agent.name == second.agent.name == "Mei Tan"


def test_a_quotation_goes_on_in_its_paragraph() -> None:
    _, second, third = _speakers(
        "“ Wages fell , ” said [PER Jo Hall] . “ We strike , ” she noted/VBD . ¶ “"
        " Prices rose , ” read/VBD a banner .",
        ("Jo Hall", "said", "“ Wages fell , ”"),
        ("", "noted", "“ We strike , ”"),
        ("", "read", "“ Prices rose , ”"),
    )

    assert second.agent.name == "Jo Hall"
    assert second.agent.mention == ""
    assert second.confidence < 0.97
    assert third.agent.name == "unnamed"


@pytest.mark.parametrize(
    ("source", "own"),
    [
        ("The union", True),
        ("A spokesman", True),
        ("He", True),
        ("", True),
        ("[ORG Dockers Union]", False),
        ("The Kenyans/NNPS", False),
    ],
)
def test_whom_an_article_only_describes_is_nobody_of_another(
    source: str, own: bool
) -> None:
    words = source.strip("[]").removeprefix("ORG ").replace("/NNPS", "")
    text = f"{source} said the river rose/VBD ."
    first, second = (
        speakers(attribute(build(text), (words, "said", "the river rose")), article)
        for article in (ARTICLE, ARTICLE.model_copy(update={"id": "b"}))
    )

    assert (first[0].agent.id != second[0].agent.id) is own


def test_without_attributions_there_are_no_speakers() -> None:
    assert _speakers("It rained/VBD .") == []


def test_vectors_decide_between_two() -> None:
    text = "[PER Ann Lee] met/VBD [PER Eva Roth] . She said rain fell/VBD ."
    doc = attribute(build(text), ("She", "said", "rain fell"))
    query = np.zeros((len(doc), 4), dtype=np.float32)
    key = np.zeros((len(doc), 4), dtype=np.float32)
    query[7] = 4
    key[0:2] = 4
    doc.user_data[OUTPUTS] = {"coreference_query": query, "coreference_key": key}

    (found,) = speakers(doc, ARTICLE)

    assert found.agent.name == "Ann Lee"


def test_an_organization_by_its_short_names() -> None:
    found = _speakers(
        "The [ORG Lagos Morning Post] reported/VBD a strike . The Post said it"
        " spread/VBD . [ORG Federation of Rural Nurses] went/VBD on"
        " strike . [ORG FRN] said pay"
        " fell/VBD .",
        ("The Post", "said", "it spread"),
        ("FRN", "said#2", "pay fell"),
    )

    names = [one.agent.name for one in found]
    assert names == ["Lagos Morning Post", "Federation of Rural Nurses"]


def test_an_associate_is_the_only_other_who_speaks() -> None:
    text = (
        "Chilean/JJ Finance Minister [PER Rosa Vidal] said taxes rise/VBP . Taxes"
        " hurt/VBP , said one of [PER Luis Soto] 's close/JJ associates ."
    )
    parts = (
        ("Chilean Finance Minister Rosa Vidal", "said", "taxes rise"),
        ("one of Luis Soto 's close associates", "said#2", "Taxes hurt"),
    )

    assert _speakers(text, *parts)[1].agent.name == "Rosa Vidal"

    others = " [PER Jo Hall] said no/RB ."
    also = ("Jo Hall", "said#3", "no")
    _, second, _ = _speakers(text + others, *parts, also)
    assert second.agent.kind is AgentKind.UNNAMED
    assert second.agent.name == "one of Luis Soto 's close associates".replace(
        " 's", "'s"
    )


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The petitioner , chemist [PER Ana Souza] ,", "Ana Souza"),
        ("Lima 's/POS predecessor , [PER Ana Souza] ,", "Ana Souza"),
        ("The maker , [ORG Acme] ,", "Acme"),
        ("The cloud company [ORG Nimbra]", "Nimbra"),
    ],
)
def test_a_kind_before_a_name_is_no_part_of_it(source: str, name: str) -> None:
    words = source.replace("[PER ", "").replace("[ORG ", "").replace("]", "")
    (found,) = _speakers(
        f"{source} said the river rose/VBD .",
        (words.replace("/POS", ""), "said", "the river rose"),
    )

    assert found.agent.name == name


def _names(text: str, *parts: tuple[str, str, str]) -> list[str]:
    return [one.agent.name for one in _speakers(text, *parts)]


def _represented(text: str, *parts: tuple[str, str, str]) -> list[list[str]]:
    found = _speakers(text, *parts)
    return [[ref.name for ref in one.agent.represents] for one in found]


def test_an_officer_told_by_a_pronoun_speaks_for_its_body() -> None:
    found = _represented(
        "The [ORG Dockers Union] said it was/VBD late/JJ . Its/PRP$ president ,"
        " [PER Ana Souza] , said ports would/MD close/VB .",
        ("The Dockers Union", "said", "it was late"),
        ("Its president , Ana Souza ,", "said#2", "ports would close"),
    )

    assert found == [[], ["Dockers Union"]]


def test_one_ministry_s_secretary_is_not_the_other_s() -> None:
    found = _names(
        "The sports ministry met/VBD . Its/PRP$ secretary , [PER Abena Sarfo] , said"
        " it was/VBD late/JJ . The labour court met/VBD . Its/PRP$ secretary said so .",
        ("Its secretary , Abena Sarfo ,", "said", "it was late"),
        ("Its secretary#2", "said#2", "so"),
    )

    assert found == ["Abena Sarfo", "Its secretary"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("The union", "Kenya Union of Nurses"),
        ("The teachers/NNS union", "teachers union"),
        ("The ministry", "ministry"),
    ],
)
def test_a_body_is_taken_up_by_words_of_its_name(source: str, name: str) -> None:
    words = source.replace("/NNS", "")
    found = _names(
        f"The [ORG Kenya Union of Nurses] met/VBD . ¶ Rain fell/VBD . ¶ {source} said"
        " no .",
        (words, "said", "no"),
    )

    assert found == [name]


def test_the_finance_ministry_is_no_health_ministry() -> None:
    found = _names(
        "The [ORG Health Ministry] met/VBD . The finance ministry said no .",
        ("The finance ministry", "said", "no"),
    )

    assert found == ["finance ministry"]


def test_whom_the_lead_describes_the_next_sentences_name() -> None:
    first, second = _speakers(
        "The president of the league said no . ¶ [PER Emmanuel Darkwa] said it was/VBD"
        " late/JJ .",
        ("The president of the league", "said", "no"),
        ("Emmanuel Darkwa", "said#2", "it was late"),
    )

    assert first.agent.id == second.agent.id == "emmanuel-darkwa"
    assert second.agent.role == "president of the league"
    assert first.confidence < second.confidence


def test_a_newcomer_with_a_title_is_not_who_the_lead_describes() -> None:
    found = _names(
        "The president of the league said no . ¶ [PER Emmanuel Darkwa] , a farmer ,"
        " said it was/VBD late/JJ .",
        ("The president of the league", "said", "no"),
        ("Emmanuel Darkwa , a farmer ,", "said#2", "it was late"),
    )

    assert found == ["The president of the league", "Emmanuel Darkwa"]


def test_the_kenyan_is_who_is_told_with_the_nation() -> None:
    found = _names(
        "[PER Esnart Banda] , a farmer , said no . Kenyan/JJ minister [PER Joy Otieno]"
        " met/VBD him . The Kenyan/JJ said yes .",
        ("Esnart Banda", "said", "no"),
        ("The Kenyan", "said#2", "yes"),
    )

    assert found == ["Esnart Banda", "Joy Otieno"]


def test_who_is_told_of_by_others_is_taken_up_less() -> None:
    found = _names(
        "[PER Ann Smith] said [PER Bob Lee] had/VBD lied/VBN . He said so .",
        ("Ann Smith", "said", "Bob Lee had lied"),
        ("He", "said#2", "so"),
    )
    other = _speakers(
        "[PER Ian Smith] said [PER Bob Lee] had/VBD lied/VBN . He said so .",
        ("Ian Smith", "said", "Bob Lee had lied"),
        ("He", "said#2", "so"),
    )

    assert found == ["Ann Smith", "Bob Lee"]
    assert other[1].agent.name == "Ian Smith"


def test_the_named_of_two_makers_are_whom_they_represent() -> None:
    found = _speakers(
        "Two/CD makers , [ORG Deccan Works] and [ORG Sarvan] , said no .",
        ("Two makers , Deccan Works and Sarvan ,", "said", "no"),
    )

    assert found[0].agent.name == "Two makers"
    assert [ref.name for ref in found[0].agent.represents] == ["Deccan Works", "Sarvan"]


def test_a_title_in_capitals_brings_its_holder_to_the_fore() -> None:
    found = _names(
        "Minister [PER Ian Cole] met/VBD nurses . Mr. [PER Bob Lee] left/VBD . ¶ Wards"
        " closed/VBD . ¶ Then the Minister/NNP sat/VBD down/RB . He said no .",
        ("He", "said", "no"),
    )

    assert found == ["Ian Cole"]


def test_a_student_is_no_minister() -> None:
    found = _names(
        "Minister [PER Ian Cole] left/VBD . The student said no .",
        ("The student", "said", "no"),
    )

    assert found == ["The student"]


def test_a_description_before_commas_is_the_name_s_title() -> None:
    (found,) = _speakers(
        "Pupils want/VBP the minister , [PER Simon Cole] , to/TO visit/VB . The"
        " minister said no .",
        ("The minister", "said", "no"),
    )

    assert (found.agent.name, found.agent.role) == ("Simon Cole", "minister")


def test_a_delegation_acts_for_the_country_of_its_pronoun() -> None:
    found = _represented(
        "[LOC China] said no . Its/PRP$ delegation said so .",
        ("China", "said", "no"),
        ("Its delegation", "said#2", "so"),
    )

    assert found == [[], ["China"]]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "It sang/VBD . Its/PRP$ director , [ORG Ragna Lien] , said it rained/VBD .",
            "Its director , Ragna Lien ,",
            "Ragna Lien",
        ),
        (
            "It sang/VBD . The owner , [ORG Lien Holdings] , said it rained/VBD .",
            "The owner , Lien Holdings ,",
            "Lien Holdings",
        ),
        (
            "The [MSC Swiss] [ORG Veterinary Association] sang/VBD . The [ORG"
            " Veterinary Association] said it rained/VBD .",
            "The Veterinary Association",
            "Swiss Veterinary Association",
        ),
        (
            "[ORG Fishery Council of] [LOC Oslo] sang/VBD . The [ORG Council] said it"
            " rained/VBD .",
            "The Council",
            "Fishery Council",
        ),
        (
            "[ORG Roe &] [PER Lund] said it rained/VBD .",
            "Roe & Lund",
            "Roe & Lund",
        ),
        (
            "The unions/NNS [PER Rigga] and Safe said it rained/VBD .",
            "The unions Rigga and Safe",
            "The unions Rigga and Safe",
        ),
        (
            "[LOC Norway] , [LOC Sweden] said it rained/VBD .",
            "Norway , Sweden",
            "Norway, Sweden",
        ),
        (
            "The daily/NN [ORG Ekspres] sang/VBD . The paper said it rained/VBD .",
            "The paper",
            "Ekspres",
        ),
        (
            "The director , [PER Eng] . [PER Ana Souza] , said it rained/VBD .",
            "The director , Eng . Ana Souza ,",
            "Ana Souza",
        ),
    ],
)
def test_a_name_that_a_label_missed_or_cut(text: str, source: str, name: str) -> None:
    (found,) = _speakers(text, (source, "said", "it rained"))

    assert found.agent.name == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "Prime/JJ Minister [PER Aksel Lund] left/VBD . The opposition leader said"
            " it rained/VBD .",
            "The opposition leader",
            "The opposition leader",
        ),
        (
            "Harbour Minister [PER Aksel Lund] left/VBD . ¶ Fish swam/VBD . ¶ Ducks"
            " swam/VBD . ¶ Rain fell/VBD . ¶ Snow fell/VBD . The minister said it"
            " rained/VBD .",
            "The minister",
            "Aksel Lund",
        ),
        (
            "[PER Nuri Sarı] baked/VBD . Her/PRP$ neighbour said it rained/VBD .",
            "Her neighbour",
            "Her neighbour",
        ),
        ("The poles/NNS said it rained/VBD .", "The poles", "The poles"),
        (
            "The [ORG UN] refugee agency said it rained/VBD .",
            "The UN refugee agency",
            "UN High Commissioner for Refugees",
        ),
        (
            "A former minister left/VBD . ¶ Fish swam/VBD . ¶ Ducks swam/VBD . ¶ Rain"
            " fell/VBD . ¶ Snow fell/VBD . The justice minister said it rained/VBD .",
            "The justice minister",
            "The justice minister",
        ),
        (
            "The man 's family sang/VBD . The family said it rained/VBD .",
            "The family",
            "The family",
        ),
        (
            "The film club and the drivers/NNS ' union said it rained/VBD .",
            "The film club and the drivers ' union",
            "The film club and the drivers' union",
        ),
    ],
)
def test_who_is_no_other_than_the_words_say(text: str, source: str, name: str) -> None:
    (found,) = _speakers(text, (source, "said", "it rained"))

    assert found.agent.name == name


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("The prosecution said no . They said it rained/VBD .", "They", "prosecution"),
        ("The resident said no . It said it rained/VBD .", "It", "it"),
        (
            "The Acme Corporation said no . Fish swam/VBD . They said it rained/VBD .",
            "They",
            "they",
        ),
    ],
)
def test_what_it_and_they_can_mean(text: str, source: str, name: str) -> None:
    first = text.split(" said ")[0]
    _, found = _speakers(text, (first, "said", "no"), (source, "said#2", "it rained"))

    assert found.agent.name.removeprefix("The ") == name


def test_nobody_is_she_in_her_own_quoted_words() -> None:
    found = _names(
        "[PER Rosa Aguirre] met/VBD [PER Inés Pardo] . “ She/PRP lied/VBD , ” she"
        " said . “ She/PRP left/VBD , ” [PER Rosa Aguirre] said .",
        ("she", "said", "She lied"),
        ("Rosa Aguirre#2", "said#2", "She left"),
    )

    assert found == ["Rosa Aguirre", "Rosa Aguirre"]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (
            "[PER Nat Holz] is/VBZ 91 . The chemist said it rained/VBD .",
            "The chemist",
            "Nat Holz",
        ),
        (
            "[PER Nat Holz] is/VBZ 91 . The driver said it rained/VBD .",
            "The driver",
            "The driver",
        ),
        (
            "Judge [PER Amina Sahib] left/VBD . Their/PRP$ lawyer said it rained/VBD .",
            "Their lawyer",
            "Their lawyer",
        ),
        ("Mongolian/JJ law said it rained/VBD .", "Mongolian law", "Mongolia"),
        (
            "The nurses/NNS ' coordinating/VBG committee said it rained/VBD .",
            "The nurses ' coordinating committee",
            "nurses' coordinating committee",
        ),
    ],
)
def test_who_a_word_for_a_profession_or_a_body_means(
    text: str, source: str, name: str
) -> None:
    (found,) = _speakers(text, (source, "said", "it rained"))

    assert found.agent.name == name


@pytest.mark.parametrize(
    ("headline", "title", "countries"),
    [
        ("Kenyan/JJ official warns/VBZ", "Deputy Water Minister", ["Kenya"]),
        ("Kenyan/JJ official dies/VBZ", "Deputy Water Minister", []),
        ("Kenyan/JJ official warns/VBZ", "Teacher", []),
        ("Kenyan/JJ official warns/VBZ", "Malawi 's Water Minister", ["Malawi"]),
    ],
)
def test_the_official_of_the_headline_is_the_first_minister_who_is_named(
    headline: str, title: str, countries: list[str]
) -> None:
    (found,) = _speakers(
        f"{headline} ¶ {title} [PER Ana Roe] said it rained/VBD .",
        (f"{title} Ana Roe", "said", "it rained"),
    )

    assert [ref.name for ref in found.agent.represents] == countries


def test_the_spokesman_who_is_named_later_is_the_one_told_of() -> None:
    first, second = _speakers(
        "A spokesman for the [ORG Grain Council] said it rained/VBD . It snowed/VBD ,"
        " said the spokesman , [PER Joe Roe] .",
        ("A spokesman for the Grain Council", "said", "it rained"),
        ("the spokesman , Joe Roe", "said#2", "It snowed"),
    )

    assert first.agent.name == second.agent.name == "Joe Roe"
    assert [ref.name for ref in second.agent.represents] == ["Grain Council"]


@pytest.mark.parametrize(
    ("told", "bodies"),
    [
        ("of the [ORG Grain Growers Union]", ["Grain Growers Union"]),
        ("of the campaign group [ORG Wheat Now]", ["Wheat Now"]),
        ("of [ORG Wheat Capital]", []),
        ("in the [ORG Grain Growers Union]", []),
    ],
)
def test_who_is_told_by_their_union_alone_speaks_for_it(
    told: str, bodies: list[str]
) -> None:
    words = told.replace("[ORG ", "").replace("]", "")
    (found,) = _speakers(
        f"[PER Ana Roe] {told} said it rained/VBD .",
        (f"Ana Roe {words}", "said", "it rained"),
    )

    assert [ref.name for ref in found.agent.represents] == bodies
