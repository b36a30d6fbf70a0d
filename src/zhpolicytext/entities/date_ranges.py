"""Ranges of days, months and years, with whatever joins them."""

from typing import TYPE_CHECKING

from ..text.match import Lazy
from .days import DAY_OR_MONTH, FRAME, YEAR, Date, Side, is_framed, is_han, number_of, side_at, written
from .guards import DIGIT, SPACE, is_quoted, is_titled
from .model import Entity

if TYPE_CHECKING:
    from re import Match

_S = f"[{SPACE}]{{0,2}}"
#: What joins two dates. 一 is a dash that OCR misread, between Arabic digits only.
JOIN = Lazy(rf"{_S}(?:(?P<dash>——|--|[—–\-－~～﹣−]|一(?=[{DIGIT}]))|(?P<word>[至到])){_S}")
_BARE_YEAR = Lazy(rf"(?P<n>{YEAR})")
_BARE = Lazy(rf"{_S}(?P<n>{DAY_OR_MONTH})")
_SCHOOL = Lazy("[学學]年度?|年度")
_GAP = Lazy("(?P<y>[12][0-9]{3}) {1,3}(?P<z>[12][0-9]{3}) ?(?P<mark>[学學]年度?|年(?![代级級]))")
_SLASH = Lazy(rf"(?P<y>[12１２][{DIGIT}]{{3}})[/／](?P<z>[12１２][{DIGIT}]{{3}}){_S}(?P<mark>[学學]年度?)")
_YEAR_BESIDE = Lazy(rf"[{DIGIT}]年?[、,，]?[{SPACE}]*$")
#: 今年一至九月, 每年一至九月; not 民国二十六年一至九月.
_OF_THAT_YEAR = Lazy("[今去明本前上同每当當次翌历歷]年$")
_MORE_YEARS = Lazy(rf"[{SPACE}、,，和]*[12][0-9]{{3}}")


def gap_at(text: str, start: int) -> Entity | None:
    """2021 2025年: a dash that got lost, if no third year stands beside."""
    found = _GAP.match(text, start)
    if not found or not 0 < int(found["z"]) - int(found["y"]) <= 30 or not "1900" <= found["y"] <= "2100":
        return None
    if _YEAR_BESIDE.search(text[max(0, start - 8) : start]) or _MORE_YEARS.match(text, found.end()):
        return None
    new = f"{found['y']}—{found['z']}{found['mark']}"
    return Entity(start, found.end(), "year_range", f"{found['y']}/{found['z']}", new, "date.range")


def slash_at(text: str, start: int) -> Entity | None:
    """2021/2022学年."""
    found = _SLASH.match(text, start)
    if not found:
        return None
    low, high = number_of(found["y"]), number_of(found["z"])
    if high != low + 1:
        return None
    return Entity(start, found.end(), "year_range", f"{low}/{high}", f"{low}—{high}{found['mark']}", "date.range")


def range_at(text: str, start: int, begin: int, left: Side | None, relative: int | None) -> Entity | None:
    """2021—2025年, 2023年3-6月, 5月8日至12日."""
    end = left.end if left else start
    bare = None
    between = JOIN.match(text, end) if left else None
    if not between:
        found = (_BARE if left else _BARE_YEAR).match(text, end) or (None if left else _BARE.match(text, end))
        between = JOIN.match(text, found.end()) if found else None
        if not found or not between:
            return None
        bare = found["n"]
    right = side_at(text, between.end())
    mark = ""
    if right is None:
        return _bare_years(text, start, bare, between) if bare and not left else None
    if right.y and not right.m:
        mark = "度" if text.startswith("度", right.end) else ""
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
        shown = Side(left.y if left else (bare if right.y else None), right.m, right.d, "日", right.end)
        if between["dash"] == "一" or not is_framed(text, start, right.end, shown, relative):
            return None
        is_of_months = right.m and (relative is not None or _OF_THAT_YEAR.search(text, max(0, start - 2), start))
        if not left and not right.y and not is_of_months or left and not left.y and not left.m and not right.y:
            return None
    end = right.end + len(mark)
    head = left.date(None) if left else None
    new = text[begin:start] + (written(head, left.mark) if head and left else "") + (str(number_of(bare)) if bare else "")
    new += (between["word"] or "—") + written(right.date(), right.mark) + mark
    if right.m and not right.d:
        frame = FRAME.match(text, end)
        if frame:
            end, new = frame.end(), new + frame.group()
    is_years = not (low.month or low.day or high.month or high.day)
    kind = "year_range" if is_years else "date_range"
    rule = "date.range" if between["dash"] else "date.date"
    return Entity(begin, end, kind, f"{low.iso}/{high.iso}", new, rule)


def _aligned(left: Side | None, bare: str | None, right: Side, relative: int | None) -> tuple[Date | None, Date | None]:
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
        if high > low + 10 and school.group()[0] in "学學":
            return None
        end = school.end()
    elif used_han or not (text[start - 1 : start] in ("（", "(") and text[end : end + 1] in ("）", ")")):
        return None
    new = f"{low}{between['word'] or '—'}{high}{school.group() if school else ''}"
    return Entity(start, end, "year_range", f"{low}/{high}", new, "date.range" if between["dash"] else "date.date")
