"""What an attribution is about: SKOS concepts, or one minted from its words.

- `TopicLinker(nlp, encoder, scheme).topics(doc, attributions)` (`linker`), from
- `phrases`, `nouns`, `candidates`: the noun phrases of a content, and their names;
- `coordinated`: the other members of a list, which are topics beside the first;
- `features`, `weighing`, `choosing`: which of them a reader would file it under;
- `taken_up`: what "the offer" or "both of them" takes up from the text before;
- `actors`, `deeds`: who acts, and what they do as a noun;
- `membership`: "to join the union" as "union membership";
- `labels`: the scheme's names by their vectors;
- `vectors`: these, kept for the scheme that ships.
"""

from extract.topics.linker import TopicLinker

__all__ = ["TopicLinker"]
