"""Keep the vectors of our own topics' names anew."""

from extract.components import encoder_of
from extract.pipeline import language
from extract.topics.vectors import write
from ontology import topics

if __name__ == "__main__":
    nlp = language()
    write(nlp, encoder_of(nlp), topics.load())
