"""Lists that a text announces: "The union has put forward four demands: ...".

- `listed(doc, found)`: the attributions with each item of such a list as one
  (`listed`), from
- `announcing`: the words that announce a list, whose it is, and the stance they take;
- `items`: where a stretch of prose or a run of lines parts into items;
- `announced`: the stance of an item, where the words before the list tell it.
"""

from extract.lists.items import items
from extract.lists.listed import listed

__all__ = ["items", "listed"]
