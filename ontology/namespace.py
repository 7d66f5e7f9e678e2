"""The vocabulary as closed namespaces: a term that is not defined is an error."""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

TOPIC = Namespace("https://w3id.org/onrecord/topic/")
"""The topics of `topics.ttl`; topics minted from a text lie under the data's base."""

EDTF = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
"""The datatype of Extended Date/Time Format strings (Library of Congress, 2019)."""


class OR(DefinedNamespace):
    """The terms of `onrecord.ttl` and `stances.ttl`, where their comments are."""

    _fail = True
    _NS = Namespace("https://w3id.org/onrecord/ontology#")

    # Classes
    Claim: URIRef  # One attribution in one article
    Evidence: URIRef  # A further place in an article that carries a claim
    Span: URIRef  # A stretch of the article's text
    Group: URIRef  # Several who speak as one without being an organization
    UnnamedAgent: URIRef  # Someone whom the article does not name
    Profile: URIRef  # An agent (prov:specializationOf) as one article shows them
    Review: URIRef  # A person's judgement of a claim
    Identification: URIRef  # The finding that a name means what another does, or not
    SchemeChange: URIRef  # A person's decision on a topic's label or place
    Polarity: URIRef  # An attitude to a topic
    QuoteType: URIRef  # How the words are given
    DateBasis: URIRef  # A way in which a claim comes by its date
    DatePrecision: URIRef  # How exact a date is
    Modality: URIRef  # A way in which a content is not plainly asserted
    ReviewStatus: URIRef  # What a review found

    # Properties whose values are resources
    speaker: URIRef  # Who takes the stance
    speakerProfile: URIRef  # The speaker as this article shows them
    addressee: URIRef  # To whom it is said
    addresseeProfile: URIRef  # The addressee as this article shows them
    target: URIRef  # Whom an accusation, a demand or a threat is aimed at
    targetProfile: URIRef  # The target as this article shows them
    stance: URIRef  # What the speaker does with what is said
    polarity: URIRef  # The speaker's attitude to the topic
    topic: URIRef  # What the stance is about
    modality: URIRef  # What the text says of the content's reality
    quotation: URIRef  # The words of the claim, in readable form (schema:text)
    repeat: URIRef  # Another place in the same article that carries the same statement
    dateBasis: URIRef  # Where the date comes from
    datePrecision: URIRef  # How exact the date is
    quoteType: URIRef  # Whether the words are verbatim, reported, or partly each
    sourceSpan: URIRef  # Where the speaker is named
    cueSpan: URIRef  # Where the words stand that signal the attribution
    contentSpan: URIRef  # Where the words stand that are attributed
    kind: URIRef  # What the agent is
    actsFor: URIRef  # On whose behalf the agent speaks in this article
    restates: URIRef  # Two claims give the same speaker's same words or stance
    contradicts: URIRef  # Two speakers take opposite sides on one topic
    reverses: URIRef  # The same speaker later takes the opposite side on the same topic
    respondsTo: URIRef  # A claim answers an earlier one on the same topic
    identified: URIRef  # The agent or topic whose name was looked at
    identifiedAs: URIRef  # The agent or topic that it is
    distinguishedFrom: URIRef  # The agent or topic that it is not
    inArticle: URIRef  # An article in which the name means so
    changed: URIRef  # The topic that was decided on
    changedProperty: URIRef  # What of it: skos:prefLabel, or skos:broader
    reviewStatus: URIRef  # What a review found, on the review and on its claim
    defaultPolarity: URIRef  # The polarity that a stance has by itself

    # Properties whose values are literals
    speakerText: URIRef  # The words of the article that name the speaker
    addresseeText: URIRef  # The words of the article that name the addressee
    targetText: URIRef  # The words of the article that name the target
    cueText: URIRef  # The words that signal the attribution
    signal: URIRef  # What decided the stance
    signalDetail: URIRef  # What a reader can check the stance by
    signalProbability: URIRef  # The probability of the stance, from 0 to 1
    confidence: URIRef  # How sure the extractor is of the claim, from 0 to 1
    dateText: URIRef  # The words of the article that date the claim
    dateEDTF: URIRef  # When it was said, as precise as the text and no more
    earliestDate: URIRef  # The first day on which it can have been said
    latestDate: URIRef  # The last day on which it can have been said
    dateMonthDay: URIRef  # The month and day of the date, whatever the year
    order: URIRef  # The place of a repeat among the repeats of its claim, from 1
    role: URIRef  # The title or description found in the article
    source: URIRef  # The path or URL under which the article was read, as given
    published: URIRef  # The date of publication as the input has it
    publishedFrom: URIRef  # What gave the date of publication
    modified: URIRef  # The date of the last change as the input has it
    modifiedFrom: URIRef  # What gave the date of the last change
    retrieved: URIRef  # When the article was fetched
    sourceHash: URIRef  # SHA-256 of the bytes that were read
    textHash: URIRef  # SHA-256 of the stored text
    copyOf: URIRef  # The first stored of the articles that print this story
    asGiven: URIRef  # The order of a record's list, where the triples give another
    revision: URIRef  # The store's revision at which a graph was last changed
    contentHash: URIRef  # SHA-256 of the file that a vocabulary graph was loaded from
    reviewed: URIRef  # The claim's record as the reviewer saw it, in JSON
    correction: URIRef  # The fields that the reviewer set, as a JSON object

    # Values
    inFavour: URIRef  # The speaker is for it
    against: URIRef  # The speaker is against it
    neutral: URIRef  # Neither, or not told
    direct: URIRef  # Verbatim, in quotation marks
    indirect: URIRef  # Reported in the writer's words
    mixed: URIRef  # Reported, with some words verbatim
    stated: URIRef  # The text gives the date
    relative: URIRef  # Reckoned from the article's date
    inferredYear: (
        URIRef  # The text gives month and day; the year comes from the context
    )
    articleDate: URIRef  # The text names none; the article's own date stands in
    undated: URIRef  # No date is known
    day: URIRef  # The day is known
    week: URIRef  # Within a week
    month: URIRef  # Within a month
    year: URIRef  # Within a year
    longer: URIRef  # Within a longer stretch of time
    open: URIRef  # Only a beginning or only an end is known
    unknown: URIRef  # No day bounds it: nothing is known, or only month and day
    conditional: URIRef  # It holds only if something else does
    future: URIRef  # It is to come
    negated: URIRef  # The cue or the content is negated
    confirmed: URIRef  # The claim is right as it stands
    corrected: URIRef  # The claim is right with the reviewer's corrections
    rejected: URIRef  # The claim is wrong and leaves the answers

    # Stances: concepts, and properties from speaker to topic
    demands: URIRef  # The speaker tells somebody to act, or names a condition
    proposes: URIRef  # The speaker offers or suggests a course, a plan, talks
    asks: URIRef  # The speaker puts a question, seeks information or comment
    seeks: URIRef  # The speaker states an aim or a wish, without committing to it
    promises: URIRef  # The speaker commits itself to do something
    accepts: URIRef  # The speaker agrees to what another wants or says
    supports: URIRef  # The speaker is for it
    opposes: URIRef  # The speaker is against it
    accuses: URIRef  # The speaker blames or criticises somebody or something
    threatens: URIRef  # The speaker announces harm that it would do itself
    warns: URIRef  # The speaker points at a danger not of its own making
    denies: URIRef  # The speaker says that something alleged is not so
    doubts: URIRef  # The speaker is unsure or sceptical
    expects: URIRef  # The speaker predicts, or believes something
    asserts: URIRef  # The speaker puts it forward as fact


def term(name: str) -> URIRef:
    """The term with this name. Raises AttributeError if there is none.

    >>> term("demands")
    rdflib.term.URIRef('https://w3id.org/onrecord/ontology#demands')
    """
    found: URIRef = getattr(OR, name)
    return found
