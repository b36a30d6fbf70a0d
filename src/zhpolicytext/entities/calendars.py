"""Other ways to count years: reigns, the lunar calendar, plan periods, halves and quarters. They stay as they are."""

import re
from functools import cache

from ..text.match import Lazy
from ..text.tables import rows
from .days import number_of
from .guards import DIGIT, NUMERAL
from .model import Entity
from .numerals import TO_DIGIT, han

_YEAR = Lazy(rf"(?P<n>[{NUMERAL}]{{1,5}}|[{DIGIT}]{{1,3}})年(?!代|级|級|度)"
             rf"(?:(?P<m>[{NUMERAL}]{{1,3}}|[{DIGIT}]{{1,2}})月(?:初?(?P<d>[{NUMERAL}]{{1,3}}|[{DIGIT}]{{1,2}})日?)?)?")
#: 二十九年(1940): the western year says that the other one is of a reign.
_WESTERN = Lazy("[(（]公?元?[12][0-9]{3}[)）年,，]")
_LUNAR = Lazy("(?P<head>(?:农|農|阴|陰|旧|舊|夏)[历曆])?(?P<m>(?:闰|閏)?(?:正|腊|臘|冬|十?[一二]|十|[三四五六七八九]))月"
              "(?P<d>初[一二三四五六七八九十]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十|十[一二三四五六七八九])?日?")
_PLAN = Lazy("[“\"]?十(?P<n>[一二三四五六])?五[”\"]?(?P<mark>期间|期間|时期|時期)")
_HALF = Lazy("(?P<rel>今年|去年|明年|本年)?(?:(?P<h>[上下])半年|第?(?P<q>[一二三四])季度)")


@cache
def _reigns() -> dict[str, int]:
    """Era names to the year before their first."""
    return {row[0]: int(row[1]) - 1 for row in rows("eras.tsv") if row[1].isdigit()}


@cache
def _unknown_reigns() -> frozenset[str]:
    return frozenset(row[0] for row in rows("eras.tsv") if not row[1].isdigit())


@cache
def reign_endings() -> frozenset[str]:
    """The last characters of era names: what stands before their years."""
    return frozenset(row[0][-1] for row in rows("eras.tsv"))


@cache
def _after_reign() -> re.Pattern[str]:
    """光绪三十二年、 before 三十三年."""
    names = "|".join(row[0] for row in rows("eras.tsv"))
    return re.compile(f"(?:{names})[{NUMERAL}]{{1,5}}年(?:[{NUMERAL}]{{1,3}}月)?[、和及至到—~-]$")


def reign_at(text: str, start: int, floor: int) -> Entity | None:
    """民国二十六年, 光绪二十八年: years of a reign stay Han.

    >>> reign_at("民国二十六年", 2, 0).value
    '1937'
    """
    found = _YEAR.match(text, start)
    if not found:
        return None
    end = found.end()
    for length in (2, 3, 4):
        era = text[max(floor, start - length) : start]
        if era in _reigns():
            begin = start - length
            value = str(_reigns()[era] + _count(found["n"]))
            if era in ("民国", "民國"):  # its months are those of the public calendar
                if text[begin - 2 : begin] in ("中华", "中華"):
                    begin -= 2
                for part in (found["m"], found["d"]):
                    value += f"-{_count(part):02d}" if part else ""
            elif text[begin - 1 : begin] in _DYNASTIES:
                begin -= 1
            return Entity(begin, end, "date", value, text[begin:end], "date.calendar")
        if era in _unknown_reigns():
            return Entity(start, end, "kept", "", text[start:end], "date.calendar")
    # 一百十二年四月十日, 一一三年三月十二日, 二十九年(1940), 光绪三十二年、三十三年: of a reign that is named elsewhere
    if (found["m"] and (han(found["n"]) or len(found["n"]) == 3 and _count(found["n"]) > 99) or _WESTERN.match(text, end)
            or _after_reign().search(text[max(0, start - 16) : start])):
        return Entity(start, end, "kept", "", text[start:end], "date.calendar")
    return None


_DYNASTIES = frozenset("清明宋唐元隋漢汉")


def _count(text: str) -> int:
    value = han(text)
    if value:
        return int(value.plain)
    digits = text.translate(TO_DIGIT)  # 一一三
    return int(digits) if digits.isdecimal() else 0


def lunar_at(text: str, start: int, floor: int) -> Entity | None:
    """农历正月十五, 腊月二十三, 五月初五: the lunar calendar stays Han.

    >>> lunar_at("农历正月十五", 0, 0).value
    'lunar:01-15'
    """
    found = _LUNAR.match(text, start)
    if not found or not (found["head"] or found["m"][-1] in "正腊臘冬" or (found["d"] or "").startswith("初")):
        return None
    month = found["m"].lstrip("闰閏")
    number = {"正": 1, "冬": 11, "腊": 12, "臘": 12}.get(month) or number_of(month)
    day = found["d"]
    value = f"lunar:{number:02d}" + (f"-{_lunar_day(day):02d}" if day else "")
    return Entity(start, found.end(), "date", value, found.group(), "date.calendar")


def _lunar_day(day: str) -> int:
    return number_of(day.replace("初", "").replace("廿", "二十"))


def period_at(text: str, start: int, floor: int) -> Entity | None:
    """“十四五”期间, 上半年, 今年一季度.

    >>> period_at("“十四五”期间", 0, 0).value
    '2021/2025'
    """
    plan = _PLAN.match(text, start)
    if plan:
        n = number_of("十" + (plan["n"] or ""))
        first = 2021 + 5 * (n - 14)
        return Entity(start, plan.end(), "year_range", f"{first}/{first + 4}", plan.group(), "date.plan-period")
    half = _HALF.match(text, start)
    if half:
        year = {"去年": -1, "明年": 1}.get(half["rel"] or "", 0)
        part = f"H{1 if half['h'] == '上' else 2}" if half["h"] else f"Q{number_of(half['q'])}"
        return Entity(start, half.end(), "date", f"Y{year:+d}-{part}", half.group(), "date.period")
    return None
