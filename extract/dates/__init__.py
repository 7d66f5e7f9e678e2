"""When it was said: the dates of a text, and which of them dates which words.

- `dates(doc, article)`: one for each attribution (`said`, by `attachment` with
  `openings` and `governors`, `announcements` and `inheritance` of the `candidates`),
  or none for an `earlier` statement;
- `article_date(text, metadata)`: the article's own (`date_lines`, `addresses`); where
  nothing tells its year, claims keep day and month (`yearless`);
- `text_dates(text, published)`: all of a text (`context`), found by `expressions` and
  `readings` with the forms (`readers`) of `calendar_forms`, `weekday_forms`,
  `year_forms` and `relative_forms`, given meaning by `meanings`, resolved by
  `resolution` (`calendar_periods`, `counted_periods`, `year_left_out`) from what is
  `known` to the `periods` of EDTF.
"""

from extract.dates.article_date import article_date
from extract.dates.context import TextDate, text_dates
from extract.dates.said import dates

__all__ = ["TextDate", "article_date", "dates", "text_dates"]
