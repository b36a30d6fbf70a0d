"""Days or months side by side that share one mark: 五月二十二、二十三日, 二〇二三年三、四月; and 二〇二五年元月十日."""

from ..text.match import Lazy
from .days import Date, Side, is_framed, number_of, written
from .model import Entity

_DAY = "(?:三十[一]?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
_MONTH = "(?:十[一二]?|[一二三四五六七八九])"
_DAYS = Lazy(rf"(?P<all>{_DAY}(?:[、和及与與]{_DAY}){{1,4}})(?P<mark>日)(?![本内內])")
_MONTHS = Lazy(rf"(?P<all>{_MONTH}(?:[、和及与與]{_MONTH}){{1,3}})(?P<mark>月)(?![龄齡球饼餅])")
_ONE = Lazy(_DAY)
_NEW_YEAR = Lazy(rf"元月(?:(?P<d>{_DAY})日)?")


def several_at(text: str, start: int, begin: int, left: Side, relative: int | None) -> Entity | None:
    """Consecutive days behind a month, or months behind a year, in Han digits.

    >>> clean("五月二十二、二十三日召开，二〇二三年三、四月间", zh.date["date.date"].find)
    '5月22、23日召开，2023年3、4月间'
    >>> clean("五月三、八日，三、四月间", zh.date["date.date"].find)  # what is not one stretch, or has no year
    '五月三、八日，三、四月间'
    """
    found = (_DAYS if left.m else _MONTHS).match(text, left.end)
    if not found:
        return None if left.m else _of_new_year(text, start, left)
    parts = [number_of(part) for part in _ONE.findall(found["all"])]
    if parts != list(range(parts[0], parts[0] + len(parts))):
        return None
    head = left.date(relative)
    low, high = [head._replace(day=part) if left.m else head._replace(month=part) for part in (parts[0], parts[-1])]
    whole = Side(left.y, left.m or "一", "一", "日", found.end())
    if not high.exists or left.y and not 1500 <= head.year <= 2100 or not is_framed(text, start, found.end(), whole, relative):
        return None
    new = text[begin:start] + written(head) + _ONE.sub(lambda part: str(number_of(part.group())), found["all"]) + found["mark"]
    return Entity(begin, found.end(), "date_range", f"{low.iso}/{high.iso}", new, "date.date")


def _of_new_year(text: str, start: int, left: Side) -> Entity | None:
    """元月 is a word for January, and stays."""
    found = _NEW_YEAR.match(text, left.end)
    date = Date(number_of(left.y), 1, number_of(found["d"])) if found else None
    if not found or not date or not 1500 <= date.year <= 2100 or not is_framed(text, start, found.end(), left, None):
        return None
    new = f"{date.year}年元月" + (f"{date.day}日" if date.day else "")
    return Entity(start, found.end(), "date", date.iso, new, "date.date")
