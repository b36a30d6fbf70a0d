"""What dates are made of: years, months and days as they are written, and whether the calendar has them."""

from typing import NamedTuple

from ..text.match import Lazy
from .guards import DIGIT, NUMERAL, SPACE, is_japanese, is_quoted, is_titled
from .numerals import TO_ASCII, TO_DIGIT, han

_S = f"[{SPACE}]{{0,2}}"
_ZERO = "零〇○OoＯｏ0０◯"
_HAN_DIGIT = "一二三四五六七八九"
YEAR = rf"(?:[12１２][{DIGIT}OoＯ〇○]{{3}}(?![{DIGIT}])|[一二][{_ZERO}{_HAN_DIGIT}]{{3}}(?![{_ZERO}{_HAN_DIGIT}十百千万]))"
DAY_OR_MONTH = rf"(?:[{DIGIT}]{{1,2}}(?![{DIGIT}])|三十一|三十|二?十[{_HAN_DIGIT}]|二?十|[{_HAN_DIGIT}])"
#: What a date is made of: year, month, day, each with its mark. 年级, 年代 and 月饼 are other words.
_PARTS = Lazy(
    rf"(?:(?P<y>{YEAR}){_S}年(?![代级級]))?(?:{_S}(?P<m>{DAY_OR_MONTH}){_S}月(?![龄齡球饼餅]))?"
    rf"(?:{_S}(?P<d>{DAY_OR_MONTH}){_S}(?P<dm>[日号號])(?![本楼樓线線院厂廠机機库庫馆館文令店]))?"
)
#: What licenses a Han month without a year: 三月底, 三月份, 三月上旬.
FRAME = Lazy("[底初末](?![一二三四五六七八九十])|[上中下]旬|份(?![额額])")
#: 一一三年三月十二日至, 彝历三月十五日至: the other end of the range is of the same calendar.
_OTHER_CALENDAR = Lazy(rf"(?:(?<![{NUMERAL}])[{NUMERAL}]{{1,3}}年|(?<![公阳陽西])[历曆閏闰])[{NUMERAL}]{{1,3}}月(?:[{NUMERAL}]{{1,3}}日)?[至到—–~～-]$")
_LISTED_DAYS = Lazy("[一二三四五六七八九十]{1,3}、")
_LUNAR_DAY = Lazy("\N{IDEOGRAPHIC SPACE}?(?:初[一二三四五六七八九十]|廿|十[五六](?![日号號]))")
_HAN_MONTH = "(?:十[一二]?|[一二三四五六七八九])月"
_FRAME = "(?:[底初末](?![一二三四五六七八九十])|[上中下]旬|份)"
_MONTH_JOIN = "(?:[、和及与與或至到—]|以及|或者)"
_OF_NEXT_YEAR = "[次翌当當]年"
#: Behind a month of a list: one that is framed. Before it: one that is, or the year of the first.
_FRAMED_BEHIND = Lazy(rf"(?:{_MONTH_JOIN}{_HAN_MONTH}){{0,8}}{_MONTH_JOIN}(?:{_HAN_MONTH}{_FRAME}(?![额額])|{_OF_NEXT_YEAR}{_HAN_MONTH})")
_FURTHER = rf"(?:{_MONTH_JOIN}(?:{_OF_NEXT_YEAR})?{_HAN_MONTH}{_FRAME}?){{0,8}}{_MONTH_JOIN}$"
_FRAMED_BEFORE = Lazy(rf"(?:{_HAN_MONTH}{_FRAME}|(?:[12][0-9]{{3}}|[一二][{_ZERO}{_HAN_DIGIT}]{{3}}|(?<![{NUMERAL}{DIGIT}]))年{_HAN_MONTH}{_FRAME}?)"
                      + _FURTHER)
#: The first of them is of another calendar: 农历三月、, 光绪二十八年三月至, 正月、.
_OF_OTHER_CALENDAR = Lazy(rf"(?:(?:(?<![公阳陽西])[历曆闰閏]|(?<![一二][{_ZERO}{_HAN_DIGIT}]{{3}})(?<=[{NUMERAL}])年){_HAN_MONTH}|[正腊臘冬]月){_FRAME}?" + _FURTHER)
_ENDS_A_JOIN = frozenset("、和及与與或至到者—")
_IN_LUNAR = Lazy("[农農阴陰旧舊夏藏彝傣][历曆]$")
_IN_NUMERAL = frozenset(NUMERAL)


class Date(NamedTuple):
    """Year, month and day, 0 where not said; `relative` counts from this year."""

    year: int
    month: int = 0
    day: int = 0
    relative: int | None = None

    @property
    def iso(self) -> str:
        """
        >>> Date(2023, 5).iso, Date(0, 5, 12).iso, Date(0, 12, 0, -1).iso, Date(0, 0, 12).iso
        ('2023-05', '--05-12', 'Y-1-12', '---12')
        """
        head = f"Y{self.relative:+d}" if self.relative is not None else str(self.year) if self.year else "-"
        return head + (f"-{self.month:02d}" if self.month else "-" if self.day else "") + (f"-{self.day:02d}" if self.day else "")

    @property
    def exists(self) -> bool:
        """Whether the calendar has it.

        >>> Date(2023, 2, 29).exists, Date(0, 2, 29).exists, Date(2023, 13).exists
        (False, True, False)
        """
        if not self.month:
            return 0 <= self.day <= 31
        if self.month > 12:
            return False
        leap = self.year % 4 == 0 and (self.year % 100 != 0 or self.year % 400 == 0)
        return self.day <= (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[self.month - 1]


def number_of(text: str | None) -> int:
    """A year, month or day; 0 if there is none.

    >>> number_of("二〇二三"), number_of("二十一"), number_of("０5")
    (2023, 21, 5)
    """
    if not text:
        return 0
    if text.isascii() and text.isdecimal():
        return int(text)
    if len(text) == 4:
        return int(text.translate(TO_DIGIT))
    value = han(text)
    return int(value.plain) if value else int(text.translate(TO_ASCII))


def is_han(text: str | None) -> bool:
    return text is not None and any(c in _HAN_DIGIT or c == "十" for c in text)


class Side(NamedTuple):
    """One side of a range, or a single date: as written."""

    y: str | None
    m: str | None
    d: str | None
    mark: str
    end: int

    @property
    def is_han(self) -> bool:
        return is_han(self.y) or is_han(self.m) or is_han(self.d)

    def date(self, relative: int | None = None) -> Date:
        return Date(number_of(self.y), number_of(self.m), number_of(self.d), None if self.y else relative)


def side_at(text: str, start: int) -> Side | None:
    """The date, or the part of one, that begins at an offset."""
    found = _PARTS.match(text, start)
    if not found or found.end() == start or found["y"] and found["d"] and not found["m"]:
        return None
    if found["m"] is None and found["d"] and found["dm"] != "日":
        return None
    return Side(found["y"], found["m"], found["d"], found["dm"] or "日", found.end())


def written(date: Date, mark: str = "日") -> str:
    """
    >>> written(Date(2023, 5, 12))
    '2023年5月12日'
    """
    return ((f"{date.year}年" if date.year else "") + (f"{date.month}月" if date.month else "")
            + (f"{date.day}{mark}" if date.day else ""))


def is_framed(text: str, start: int, end: int, side: Side, relative: int | None) -> bool:
    """Whether Han numerals may be read as a date of the public calendar."""
    if is_titled(text, start) or is_quoted(text, start, end) or is_japanese(text, start, end):
        return False
    if not side.d and side.m and _LISTED_DAYS.match(text, end):
        return False
    if not side.d and _LUNAR_DAY.match(text, end) or side.y and _IN_LUNAR.search(text[max(0, start - 4) : start]):
        return False  # 二〇二三年五月初五, 农历二〇二三年五月十五日
    before = text[start - 1 : start]
    if side.y:
        return before not in _IN_NUMERAL or not before
    if before and before in "至到—–~～-" and _OTHER_CALENDAR.search(text[max(0, start - 16) : start]):
        return False
    if before and before in "历曆闰閏" and text[start - 2 : start - 1] not in ("公", "阳", "陽", "西"):
        return False
    if before and before in "、和至到或" and text[start - 2 : start - 1] in _IN_NUMERAL:
        return False
    if before and before in _IN_NUMERAL:
        return False
    if before in _ENDS_A_JOIN and _OF_OTHER_CALENDAR.search(text, max(0, start - 60), start):
        return False
    if side.d or relative is not None or before == "年" or FRAME.match(text, end):
        return True
    # 四月、七月和十月中旬: what frames one month of a list frames them all
    return bool(_FRAMED_BEHIND.match(text, end) or before in _ENDS_A_JOIN and _FRAMED_BEFORE.search(text, max(0, start - 60), start))
