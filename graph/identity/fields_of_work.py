"""Fields of work that titles tell: what parts namesakes without a country."""

FIELDS = {
    "government": "adviser advisor aide ambassador chancellor congressman congresswoman"
    " councillor diplomat envoy governor king lawmaker mayor minister mp official"
    " parliamentarian politician premier president prince princess queen secretary"
    " senator admiral colonel commander general soldier",
    "business": "banker broker businessman businesswoman ceo cfo entrepreneur executive"
    " industrialist investor president trader",
    "law": "attorney barrister judge lawyer magistrate prosecutor secretary solicitor",
    "police": "constable detective inspector sheriff superintendent officer",
    "science": "academic biologist chemist economist epidemiologist historian lecturer"
    " physicist president professor researcher scholar scientist",
    "medicine": "doctor epidemiologist nurse paediatrician physician psychiatrist"
    " psychologist surgeon professor",
    "sport": "athlete batsman boxer coach cricketer cyclist defender footballer"
    " goalkeeper golfer midfielder player quarterback runner sprinter striker swimmer",
    "arts": "actor actress comedian composer dancer novelist painter playwright poet"
    " rapper sculptor singer songwriter",
    "religion": "archbishop bishop cardinal imam pastor patriarch pope priest rabbi",
}
"""Titles by field; what may belong to several stands in each, so that it parts none."""

_FIELDS_OF = {
    title: frozenset(
        field for field, titles in FIELDS.items() if title in titles.split()
    )
    for titles in FIELDS.values()
    for title in titles.split()
}


def fields(title: str) -> frozenset[str]:
    """The fields that a word of a title may belong to; none of most words.

    >>> sorted(fields("President"))
    ['business', 'government', 'science']
    """
    return _FIELDS_OF.get(title.casefold(), frozenset())
