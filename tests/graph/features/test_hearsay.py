from graph.features.hearsay import hearsay
from graph.search.filters import ClaimFilter
from ontology.claim import Claim, Passage
from tests.graph.corpus import article, claim, filled

TEXT = "Ann said that Bo told her that Cy had agreed to a truce. Ann said it rained."
PAGE = article(TEXT)


def said(speaker: str, cue: str, content: str) -> Claim:
    start = TEXT.index(cue, TEXT.index(speaker))
    where = Passage(text=cue, spans=((start, start + len(cue)),))
    return claim(PAGE, speaker, "asserts", "truce", content, cue=where)


ANN = said("Ann", "said", "that Bo told her that Cy had agreed to a truce")
BO = said("Bo", "told", "that Cy had agreed to a truce")
CY = said("Cy", "agreed", "to a truce")
RAIN = claim(PAGE, "Ann", "asserts", "weather", "it rained")


def test_chains() -> None:
    model = filled(ANN, BO, CY, RAIN)
    assert hearsay(model, ClaimFilter()) == ((ANN, BO, CY), (ANN, BO))
    assert hearsay(model, ClaimFilter.of(speaker="Cy")) == ((ANN, BO, CY),)
    assert hearsay(model, ClaimFilter.of(speaker="Ann")) == ()


def test_nothing_is_left_of_a_removed_article() -> None:
    model = filled(ANN, BO, CY)
    model.put(PAGE, [CY], 2)
    assert hearsay(model, ClaimFilter()) == ()
