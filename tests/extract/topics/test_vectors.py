import numpy as np
from spacy.language import Language

from extract.components import encoder_of
from extract.topics.vectors import FILE, embedded, names, vectors
from ontology.topics import Concept, TopicScheme, load


def test_what_is_kept_is_of_this_encoder_and_of_our_names(nlp: Language) -> None:
    scheme = load()
    found = vectors(nlp, encoder_of(nlp), scheme)
    with np.load(FILE) as kept:
        assert np.array_equal(found, kept["vectors"]), "run python -m extract.topics"
    some = slice(None, None, 50)
    anew = embedded(nlp, encoder_of(nlp), names(scheme)[some])
    assert (found[some] * anew).sum(1).min() > 0.99  # machines round differently


def test_names_of_another_scheme_are_embedded(nlp: Language) -> None:
    iri = "https://example.org/fishing"
    own = Concept(id="fishing", iri=iri, label="fishing quota")
    scheme = TopicScheme(concepts=(own,))
    encoder = encoder_of(nlp)
    found = vectors(nlp, encoder, scheme)
    assert np.array_equal(found, embedded(nlp, encoder, ["fishing quota"]))
