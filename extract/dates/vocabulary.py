"""The words of dates: months, weekdays, numbers, units, and patterns for them.

Patterns are pieces of regular expressions; names of months and weekdays need their
capital ("may", "march", "sun" are words), all other words take either case.
"""

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
"""In order: the index plus one is the month's number."""

WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
"""In order: the index is the number, as in `date.weekday`."""

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "a couple of": 2,
    "couple of": 2, "a dozen": 12,
}  # fmt: skip
"""Counts by word."""

TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
"""Tens by word, alone or before a digit: "twenty-two"."""

VAGUE_NUMBERS = {"few": (2, 6), "a few": (2, 6), "several": (3, 9), "some": (2, 9)}
"""The least and the most that a vague count is taken to mean."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "final": -1, "last": -1,
}  # fmt: skip
"""Which quarter or half of a year; -1 counts from the end."""

PARTS = {
    "early": "early", "start": "early", "beginning": "early", "outset": "early",
    "mid": "mid", "middle": "mid", "late": "late", "end": "late", "close": "late",
}  # fmt: skip
"""Words for the thirds of a period."""

HOLIDAYS = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "fourth of july": (7, 4),
    "valentine's day": (2, 14), "st patrick's day": (3, 17), "lady day": (3, 25),
    "anzac day": (4, 25), "juneteenth": (6, 19), "midsummer day": (6, 24),
    "canada day": (7, 1), "bastille day": (7, 14), "halloween": (10, 31),
    "armistice day": (11, 11), "st stephen's day": (12, 26),
}  # fmt: skip
"""Holidays on a fixed day: (month, day)."""

MONTH_NAME = rf"(?=[A-Z])(?i:{'|'.join(MONTHS)})(?![A-Za-z])"
"""A month in full."""

MONTH = (
    rf"(?:{MONTH_NAME}|(?=[A-Z])(?i:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
    r"(?![A-Za-z])(?:\.(?=,?\s?\d))?)"
)
"""A month in full or short."""

WEEKDAY_NAME = rf"(?=[A-Z])(?i:{'|'.join(WEEKDAYS)})(?![A-Za-z])"
"""A weekday in full."""

WEEKDAY = (
    rf"(?:{WEEKDAY_NAME}|(?=[A-Z])(?i:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
    r"(?![A-Za-z])\.?)"
)
"""A weekday in full or short; the short forms only ever beside a day of a month."""

HOLIDAY = "|".join(HOLIDAYS).replace(" ", r"\s+").replace("'", "['’]")
"""The names of the holidays."""

DAY = (
    r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    r"(?![\d:A-Za-z]|[.,]\d|\s?(?:%|per ?cent|million|billion|thousand|[ap]\.?m\b))"
)
"""A day of a month as a number, and no amount or time of day."""

ORDINAL = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b"
"""A day of a month as an ordinal number."""

YEAR = r"(?:1[0-9]\d\d|20\d\d)(?![\dA-Za-z]|,\d|\.\d|%)"
"""A year beside a month."""

BARE_YEAR = r"(?:1[789]\d\d|20\d\d)(?![\dA-Za-z]|,\d|\.\d|%|\s?(?:per ?cent|million))"
"""A year on its own."""

COUNT = (
    r"(?:a\s+couple\s+of|couple\s+of|a\s+few|a\s+dozen|few|several|some"
    rf"|(?:{'|'.join(TENS)})(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})"
)
"""A number of units, perhaps vague."""

UNIT = r"(?:day|night|week|fortnight|month|year|decade|hour|minute)"
"""A unit of time, in the singular."""

TIME_OF_DAY = r"(?:morning|afternoon|evening|night|lunchtime)"
"""Parts of a day: the date is the day's."""

SEASON = r"(?:spring|summer|autumn|fall|winter)"
"""The seasons."""


def month_number(name: str) -> int:
    """The number of a month by its name or the first letters of it.

    >>> month_number("Sept."), month_number("MARCH")
    (9, 3)
    """
    return 1 + [month[:3] for month in MONTHS].index(name[:3].lower())


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday 0, by its name or the first letters of it.

    >>> weekday_number("Tues.")
    1
    """
    return [day[:3] for day in WEEKDAYS].index(name[:3].lower())


def count_bounds(words: str) -> tuple[int, int]:
    """The least and the most that a count means.

    >>> count_bounds("twenty-two"), count_bounds("a  few"), count_bounds("14")
    ((22, 22), (2, 6), (14, 14))
    """
    word = " ".join(words.lower().split())
    if word in VAGUE_NUMBERS:
        return VAGUE_NUMBERS[word]
    if word in NUMBERS or word.isdigit():
        number = int(NUMBERS.get(word, word))
    else:
        tens, _, digit = word.replace("-", " ").partition(" ")
        number = TENS[tens] + NUMBERS.get(digit, 0)
    return number, number


def day_number(written: str) -> int:
    """The number of a day of a month.

    >>> day_number("14th"), day_number("3")
    (14, 3)
    """
    return int(written.rstrip("stndrh"))
