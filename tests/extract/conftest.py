"""One pipeline and one extractor for the tests here: loading takes a second."""

import pytest
from spacy.language import Language

from extract import pipeline


@pytest.fixture(scope="session")
def extractor() -> pipeline.Extractor:
    return pipeline.load()


@pytest.fixture(scope="session")
def nlp(extractor: pipeline.Extractor) -> Language:
    return extractor.nlp
