"""Dates, and ranges of days, months and years, in Han or Arabic digits of either width."""

from typing import TYPE_CHECKING, NamedTuple

from ..text.match import Lazy
from .guards import DIGIT, NUMERAL, SPACE, is_identifier_left, is_japanese, is_ordinal, is_quoted, is_titled
from .model import Entity
from .numerals import TO_ASCII, TO_DIGIT, han

if TYPE_CHECKING:
    from re import Match

_S = f"[{SPACE}]{{0,2}}"
_ZERO = "零〇○OoＯｏ0０◯"
_HAN_DIGIT = "一二三四五六七八九"
YEAR = rf"(?:[12１２][{DIGIT}OoＯ〇○]{{3}}(?![{DIGIT}])|[一二][{_ZERO}{_HAN_DIGIT}]{{3}}(?![{_ZERO}{_HAN_DIGIT}十百千万]))"
_N = rf"(?:[{DIGIT}]{{1,2}}(?![{DIGIT}])|三十一|三十|二?十[{_HAN_DIGIT}]|二?十|[{_HAN_DIGIT}])"
#: What a date is made of: year, month, day, each with its mark. 年级, 年代 and 月饼 are other words.
_PARTS = Lazy(
    rf"(?:(?P<y>{YEAR}){_S}年(?![代级級]))?(?:{_S}(?P<m>{_N}){_S}月(?![龄齡球饼餅]))?"
    rf"(?:{_S}(?P<d>{_N}){_S}(?P<dm>[日号號])(?![本楼樓线線院厂廠机機库庫馆館文令店]))?"
)
_NUMERIC = Lazy(rf"(?P<y>{YEAR})(?P<gap>{_S})(?P<sep>[-/.－／．])\s?(?P<m>[{DIGIT}]{{1,2}}){_S}(?P=sep)\s?"
                rf"(?P<d>[{DIGIT}]{{1,2}})(?![{DIGIT}])")
_VERSION = Lazy(r"(?:版本|型号|編號|编号|代码|代碼|[版号號])[:：为為]?$")
_NOT_AFTER_NUMERIC = frozenset("0123456789-/.－／．_:：年月日abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_JOIN = Lazy(rf"{_S}(?:(?P<dash>——|--|[—–\-－~～﹣−]|一(?=[{DIGIT}]))|(?P<word>[至到])){_S}")
_BARE_YEAR = Lazy(rf"(?P<n>{YEAR})")
_BARE = Lazy(rf"{_S}(?P<n>{_N})")
_SCHOOL = Lazy("[学學]年度?|年度")
_GAP = Lazy("(?P<y>[12][0-9]{3}) {1,3}(?P<z>[12][0-9]{3}) ?(?P<mark>[学學]年度?|年(?![代级級]))")
_SLASH = Lazy(rf"(?P<y>[12１２][{DIGIT}]{{3}})[/／](?P<z>[12１２][{DIGIT}]{{3}}){_S}(?P<mark>[学學]年度?)")
_LISTED = Lazy(rf"(?P<y>{YEAR})(?=(?:[、和及与,，]{YEAR}){{0,4}}(?:[、和及与]{YEAR}年|(?<![12１２][{DIGIT}]{{3}})[两兩三四]年))")
_HALF = Lazy("(?P<h>[上下])半年|第?(?P<q>[一二三四1-4])季度")
_FRAME = Lazy("[底初末](?![一二三四五六七八九十])|[上中下]旬|份(?![额額])")
_LISTED_DAYS = Lazy("[一二三四五六七八九十]{1,3}、")
_LUNAR_DAY = Lazy("初[一二三四五六七八九十]|廿|十[五六](?![日号號])")
RELATIVE = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "明年": 1, "前年": -2, "后年": 2, "後年": 2}


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
    if len(text) == 4:
        return int(text.translate(TO_DIGIT))
    value = han(text)
    return int(value.plain) if value else int(text.translate(TO_ASCII))


def is_han(text: str | None) -> bool:
    return text is not None and any(c in _HAN_DIGIT or c == "十" for c in text)


def date_at(text: str, start: int, floor: int) -> Entity | None:
    """The date or range of dates whose first numeral begins at an offset."""
    if is_ordinal(text, start):
        return None
    first = text[start]
    if first not in NUMERAL and is_identifier_left(text, start):
        return None
    if first in "12１２":
        found = _numeric(text, start) or _gap(text, start) or _slash(text, start)
        if found:
            return found
    return _spelled(text, start, floor)


def _numeric(text: str, start: int) -> Entity | None:
    """2023-05-12, 2023/5/12, 2023. 5. 12."""
    found = _NUMERIC.match(text, start)
    if not found or found["gap"] and found["sep"] not in "-－" or _VERSION.search(text[max(0, start - 4) : start]):
        return None
    low, end = _numbered(found), found.end()
    between = _JOIN.match(text, end)
    other = _NUMERIC.match(text, between.end()) if between else None
    if other and between and not text[other.end() : other.end() + 1] in _NOT_AFTER_NUMERIC:
        high = _numbered(other)
        if _plausible(low) and _plausible(high) and low < high:
            written = f"{_written(low)}{between['word'] or '—'}{_written(high)}"
            return Entity(start, other.end(), "date_range", f"{low.iso}/{high.iso}", written, "date.range")
    after = text[end : end + 1]
    if after and after in _NOT_AFTER_NUMERIC and not (after in ".．:：" and not text[end + 1 : end + 2].isalnum()):
        return None
    if not 1900 <= low.year <= 2100:
        return None
    if not _plausible(low):
        return Entity(start, end, "impossible", low.iso, text[start:end], "date.impossible")
    return Entity(start, end, "date", low.iso, _written(low), "date.date")


def _numbered(found: "Match[str]") -> Date:
    return Date(number_of(found["y"]), number_of(found["m"]), number_of(found["d"]))


def _plausible(date: Date) -> bool:
    return 1900 <= date.year <= 2100 and date.month > 0 and date.day > 0 and date.exists


def _written(date: Date, mark: str = "日") -> str:
    return ((f"{date.year}年" if date.year else "") + (f"{date.month}月" if date.month else "")
            + (f"{date.day}{mark}" if date.day else ""))


def _gap(text: str, start: int) -> Entity | None:
    """2021 2025年: a dash that got lost, if no third year stands beside."""
    found = _GAP.match(text, start)
    if not found or not 0 < int(found["z"]) - int(found["y"]) <= 30 or not "1900" <= found["y"] <= "2100":
        return None
    if _YEAR_BESIDE.search(text[max(0, start - 8) : start]) or _MORE_YEARS.match(text, found.end()):
        return None
    written = f"{found['y']}—{found['z']}{found['mark']}"
    return Entity(start, found.end(), "year_range", f"{found['y']}/{found['z']}", written, "date.range")


_YEAR_BESIDE = Lazy(rf"[{DIGIT}]年?[、,，]?[{SPACE}]*$")
_MORE_YEARS = Lazy(rf"[{SPACE}、,，和]*[12][0-9]{{3}}")


def _slash(text: str, start: int) -> Entity | None:
    """2021/2022学年."""
    found = _SLASH.match(text, start)
    if not found:
        return None
    low, high = number_of(found["y"]), number_of(found["z"])
    if high != low + 1:
        return None
    return Entity(start, found.end(), "year_range", f"{low}/{high}", f"{low}—{high}{found['mark']}", "date.range")


class _Side(NamedTuple):
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


def _side(text: str, start: int) -> _Side | None:
    found = _PARTS.match(text, start)
    if not found or found.end() == start or found["y"] and found["d"] and not found["m"]:
        return None
    if found["m"] is None and found["d"] and found["dm"] != "日":
        return None
    return _Side(found["y"], found["m"], found["d"], found["dm"] or "日", found.end())


def _spelled(text: str, start: int, floor: int) -> Entity | None:
    """2023年5月12日 and its parts, in either numerals, and ranges of them."""
    left = _side(text, start)
    begin, relative = start, None
    if not (left and left.y) and start - 2 >= floor and text[start - 2 : start] in RELATIVE:
        begin, relative = start - 2, RELATIVE[text[start - 2 : start]]
    found = _ranged(text, start, begin, left, relative)
    if found:
        return found
    if left is None or not (left.y or left.m):
        return _listed(text, start)
    date = left.date(relative)
    end = left.end
    if left.y and not (1500 if left.m or is_han(left.y) else 1800) <= date.year <= 2100:
        return None
    if not date.exists or left.m and not date.month or left.d and not date.day:
        return Entity(begin, end, "impossible", date.iso, text[begin:end], "date.impossible") if left.d or left.y else None
    if left.is_han and not _is_framed(text, start, end, left, relative):
        return None
    written = _written(date, left.mark)
    value = date.iso
    if left.m and not left.d:
        frame = _FRAME.match(text, end)
        if frame:
            end, written = frame.end(), written + frame.group()
    elif left.y and not left.m:
        half = _HALF.match(text, end)
        if half:
            value += f"-H{1 if half['h'] == '上' else 2}" if half["h"] else f"-Q{number_of(half['q'])}"
            end, written = half.end(), written + half.group()
        elif text.startswith("度", end):
            end, written = end + 1, written + "度"
    return Entity(begin, end, "date", value, text[begin:start] + written, "date.date")


def _is_framed(text: str, start: int, end: int, side: _Side, relative: int | None) -> bool:
    """Whether Han numerals may be read as a date of the public calendar."""
    if is_titled(text, start) or is_quoted(text, start, end) or is_japanese(text, start, end):
        return False
    if not side.d and side.m and _LISTED_DAYS.match(text, end):
        return False
    before = text[start - 1 : start]
    if side.y:
        return before not in NUMERAL or not before
    if before and before in "、和至到或历曆闰閏" and (before in "历曆闰閏" or text[start - 2 : start - 1] in NUMERAL):
        return False
    if _LUNAR_DAY.match(text, end) or before and before in NUMERAL:
        return False
    return bool(side.d or relative is not None or before == "年" or _FRAME.match(text, end))


def _listed(text: str, start: int) -> Entity | None:
    """一九七九 in 一九七九、一九八〇年."""
    found = _LISTED.match(text, start)
    if not found or not is_han(found["y"]) or is_titled(text, start) or text[start - 1 : start] in NUMERAL and start:
        return None
    year = number_of(found["y"])
    if not 1500 <= year <= 2100:
        return None
    return Entity(start, found.end(), "date", str(year), str(year), "date.date")


def _ranged(text: str, start: int, begin: int, left: _Side | None, relative: int | None) -> Entity | None:
    """2021—2025年, 2023年3-6月, 5月8日至12日."""
    end = left.end if left else start
    bare = None
    between = _JOIN.match(text, end) if left else None
    if not between:
        found = (_BARE if left else _BARE_YEAR).match(text, end) or (None if left else _BARE.match(text, end))
        between = _JOIN.match(text, found.end()) if found else None
        if not found or not between:
            return None
        bare = found["n"]
    right = _side(text, between.end())
    mark = ""
    if right is None:
        return _bare_years(text, start, bare, between) if bare and not left else None
    if right.y and not right.m:
        school = text.startswith("度", right.end) and 1
        mark = "度" if school else ""
    low, high = _aligned(left, bare, right, relative)
    if low is None or high is None:
        return None
    if low.year and high.year and (low.year > high.year or high.year - low.year > 100) or not low.exists or not high.exists:
        return None
    if (low.year or high.year) and not (1800 <= (low.year or high.year) <= 2100):
        return None
    if (low.year, low.month, low.day) >= (high.year, high.month, high.day):
        return None
    used_han = bool(left and left.is_han) or is_han(bare) or right.is_han
    if used_han:
        shown = _Side(left.y if left else (bare if right.y else None), right.m, right.d, "日", right.end)
        if between["dash"] == "一" or not _is_framed(text, start, right.end, shown, relative):
            return None
        if not left and not right.y or left and not left.y and not left.m and not right.y:
            return None
    end = right.end + len(mark)
    head = left.date(None) if left else None
    written = (_written(head, left.mark) if head and left else "") + (str(number_of(bare)) if bare else "")
    written = text[begin:start] + written + (between["word"] or "—") + _written(right.date(), right.mark) + mark
    if right.m and not right.d:
        frame = _FRAME.match(text, end)
        if frame:
            end, written = frame.end(), written + frame.group()
    is_years = not (low.month or low.day or high.month or high.day)
    kind = "year_range" if is_years else "date_range"
    rule = "date.range" if between["dash"] else "date.date"
    return Entity(begin, end, kind, f"{low.iso}/{high.iso}", written, rule)


def _aligned(left: _Side | None, bare: str | None, right: _Side, relative: int | None) -> tuple[Date | None, Date | None]:
    """Both ends of a range, each with what the other says for it."""
    y, m, d = (left.y, left.m, left.d) if left else (None, None, None)
    if bare:
        if right.y:
            if left or len(bare) != 4:
                return None, None
            y = bare
        elif right.m:
            if m or d:
                return None, None
            m = bare
        elif right.d:
            if d:
                return None, None
            d = bare
        if len(bare) == 4 and not right.y:
            return None, None
    if bool(d) != bool(right.d) or bool(m or d) and not (right.m or right.d):
        return None, None
    if right.m and not m or right.y and not y and relative is None:
        return None, None
    low = Date(number_of(y), number_of(m), number_of(d), None if y else relative)
    high_year = number_of(right.y) or low.year
    high_month = number_of(right.m) or (low.month if right.d else 0)
    return low, Date(high_year, high_month, number_of(right.d), None if high_year else relative)


def _bare_years(text: str, start: int, bare: str, between: "Match[str]") -> Entity | None:
    """2021—2025学年度; and (2021-2025), where the brackets say that nothing else belongs to it."""
    other = _BARE_YEAR.match(text, between.end())
    if not other or len(bare) != 4:
        return None
    low, high = number_of(bare), number_of(other["n"])
    if not 0 < high - low <= 50 or not 1900 <= low <= 2100:
        return None
    end = other.end()
    school = _SCHOOL.match(text, end)
    used_han = is_han(bare) or is_han(other["n"])
    if used_han and (is_titled(text, start) or is_quoted(text, start, end)):
        return None
    if school:
        if high != low + 1 and school.group()[0] in "学學":
            return None
        end = school.end()
    elif used_han or not (text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")")):
        return None
    written = f"{low}{between['word'] or '—'}{high}{school.group() if school else ''}"
    return Entity(start, end, "year_range", f"{low}/{high}", written, "date.range" if between["dash"] else "date.date")
