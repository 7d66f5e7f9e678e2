"""One pipeline and one extractor for all tests of this folder: loading takes a second."""

import pytest
from spacy.language import Language

from extract import pipeline


@pytest.fixture(scope="session")
def extractor() -> pipeline.Extractor:
    return pipeline.load()


@pytest.fixture(scope="session")
def nlp(extractor: pipeline.Extractor) -> Language:
    return extractor.nlp
