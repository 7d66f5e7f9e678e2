"""Page furniture in plain-text copies: what stands on the page but is not the article.

- `furniture(text)`: its spans (`spans`), from
- `forms`: what whole lines of it look like, and what is glued to sentences;
- `lists`: headlines of other articles under a heading;
- `leads`: a cut-off lead that the next paragraph repeats.
"""

from extract.furniture.spans import furniture

__all__ = ["furniture"]
