"""Dates as bylines and signatures write them, to ISO 8601."""

from calendar import monthrange
from typing import Literal, overload

from ..text.match import Lazy

_HAN = {char: digit for digit, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "o": 0, "元": 1}
FIGURES = Lazy(r"((?:19|20)\d\d) ?(?:年|[-/.]) ?(\d{1,2}) ?(?:月|[-/.]) ?(\d{1,2}) ?日?")
HAN_DATE = Lazy(r"([二一][0-9〇○零o一二三四五六七八九]{3})年([〇一二三四五六七八九十元]{1,2})月([〇一二三四五六七八九十]{1,3})日")


def _number(text: str) -> int:
    if "十" in text:
        tens, _, units = text.partition("十")
        return (_HAN.get(tens, 0) if tens else 1) * 10 + (_HAN.get(units, 0) if units else 0)
    return int("".join(str(_HAN[char]) if char in _HAN else char for char in text))


@overload
def iso_date(text: str) -> str | None: ...
@overload
def iso_date(text: str, *, search: Literal[True]) -> tuple[str, int, int] | None: ...


def iso_date(text: str, *, search: bool = False) -> str | tuple[str, int, int] | None:
    """The first date in a folded text, or None where there is none or it is no day of the calendar.

    >>> iso_date("二〇二三年十二月三十一日"), iso_date("2023年5月12日 11:33"), iso_date("2023-02-30")
    ('2023-12-31', '2023-05-12', None)
    """
    match = FIGURES.search(text) or HAN_DATE.search(text)
    if match is None:
        return None
    year, month, day = (_number(part) for part in match.groups())
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    value = f"{year:04}-{month:02}-{day:02}"
    return (value, match.start(), match.end()) if search else value
