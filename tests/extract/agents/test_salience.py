"""Who is taken up by a pronoun that others fit, too."""

from extract.pipeline import Extractor
from ontology.claim import Article
from ontology.ids import article_id

TEXT = (
    "“We were asked by Mila Novak,” said Ida Lund. Novak told members that she would "
    "pay. She also said she wanted no thanks, and she asked for a vote.\n\n"
    "The coach, Ida Lund, said she had waited. She hoped for rain."
)


def test_whoever_spoke_in_the_sentence_before_goes_on(extractor: Extractor) -> None:
    article = Article(id=article_id(TEXT), source="a.txt", text=TEXT)
    ((_, claims),) = extractor.extract([article])
    hopes = [c.speaker.name for c in claims if c.content.text == "rain"]
    assert hopes == ["Ida Lund"]
