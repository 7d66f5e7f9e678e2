"""One attribution as several claims.

- `sentences`: one for each sentence of its content (`statements`);
- `items`: one for each item of the list that it is (`coordinated`), of the stances of
  which each item is a claim by itself (`SPLIT`).
"""

from extract.splitting.coordinated import SPLIT, items
from extract.splitting.statements import QUOTATION_MARKS, sentences

__all__ = ["QUOTATION_MARKS", "SPLIT", "items", "sentences"]
