"""One Han numeral beside longer ones of its kind: all members of a list are written alike (GB/T 15835-2011, 4.3)."""

from collections.abc import Callable

from ..text.match import Lazy
from .dates import date_at
from .days import YEAR, Date, number_of
from .guards import NUMERAL
from .model import Entity

#: What stands between two members. 以上 stands between the two limits of one statement.
_JOIN = Lazy("(?:以及|或者|以上(?:不满|不滿)?|[、和及与與或至到])(?:[次当當下翌]月)?")
_JOIN_BEFORE = Lazy("(?:以及|或者|[、和及与與或至到])(?:[次当當下翌]月)?$")
#: What stands behind a member that another one follows, and before one that follows another.
BETWEEN_MEMBERS, _ENDS = frozenset("、和及与與或至到以"), frozenset("、和及与與或至到者月")
_LISTING = frozenset("、和及与與或")
_NUMBER = f"[{NUMERAL}]{{1,16}}(?:[点點][{NUMERAL}]{{1,8}})?"
_RUN, _RUN_BEFORE = Lazy(_NUMBER), Lazy(f"{_NUMBER}$")
_DATE_BEFORE = Lazy(f"(?:{YEAR}年)?[{NUMERAL}]{{1,3}}月$")
#: 前三名, 同一所, 初五日, 周三: no count of its own. 一 is none behind some more: 每一个, 之一.
_NO_HEAD = frozenset("同某任另这這那哪各首头頭前后後唯其统統单單多少几幾数數近初廿卅周週期拜")
_NO_ONE = frozenset("每何之")
#: 每月15日 is a day; 15日 is fifteen days, or a day.
MONTHLY = Lazy("[每本当當上下次]月$")
#: 二〇一七年四月八日、 before 九日; 每月十日、 before 二十日.
_MONTH_BEFORE = Lazy(rf"(?:(?:(?P<y>{YEAR})年)?(?P<m>十[一二]?|[一二三四五六七八九])|[每本当當上下次])月(?:[{NUMERAL}]{{1,3}}日[、和及与與或]){{0,12}}$")
#: 初一日、 before 十五日; 正月十五、 before 十六日.
_LUNAR_BEFORE = Lazy(rf"(?:[初廿][{NUMERAL}]|[正腊臘冬]月[{NUMERAL}]{{1,3}})日?(?:[、和及与與或][初廿]?[{NUMERAL}]{{1,3}}日?){{0,6}}[、和及与與或]$")
_MOST = 12  # members on either side that are looked at
_Recogniser = Callable[[str, int, int], Entity | None]


def goes_along(text: str, start: int, end: int, unit: str, recogniser: _Recogniser) -> bool:
    """Whether a count of one numeral, from start to end with its unit, is in a list with one that is written in digits.

    >>> clean("选派五名、十二名和二十名", zh.number["number.quantity"].find)
    '选派5名、12名和20名'
    >>> clean("选派五名、八名，另有十二名", zh.number["number.quantity"].find)  # no list
    '选派五名、八名，另有12名'
    """
    if text[end : end + 1] not in BETWEEN_MEMBERS and text[start - 1 : start] not in _ENDS:
        return False
    first = start
    for _ in range(_MOST):
        join = _JOIN_BEFORE.search(text, max(0, first - 5), first)
        if not join or not text.endswith(unit, 0, join.start()):
            break
        run = _RUN_BEFORE.search(text, max(0, join.start() - len(unit) - 25), join.start() - len(unit))
        if not run:
            break
        first = run.start()
        if unit == "日" and text[first - 1 : first] == "月" and (date := _DATE_BEFORE.search(text, max(0, first - 9), first)):
            return _is_rewritten(text, date.start(), date_at)  # 三月五日、八日
        if len(run.group()) > 1:
            return _is_rewritten(text, first, recogniser)
    if first and (text[first - 1] in _NO_HEAD or text[first] == "一" and text[first - 1] in _NO_ONE):
        return False
    for _ in range(_MOST):
        join = _JOIN.match(text, end)
        run = _RUN.match(text, join.end()) if join else None
        if not run or not text.startswith(unit, run.end()):
            break
        if len(run.group()) > 1:
            return _is_rewritten(text, run.start(), recogniser)
        end = run.end() + len(unit)
    return False


def day_of_month(text: str, start: int, day: int) -> Date | None:
    """The date of which N日 is the day: 每月十五日, and what follows 四月八日、 in a list. Without the day: of another calendar.

    >>> day_of_month("每月十日、二十日", 5, 20), day_of_month("为期二十日", 2, 20)
    (Date(year=0, month=0, day=20, relative=None), None)
    >>> day_of_month("农历四月八日、二十日", 7, 20)
    Date(year=0, month=4, day=0, relative=None)
    """
    before = text[start - 1 : start]
    if before != "月" and before not in _LISTING or not before:
        return None
    if _LUNAR_BEFORE.search(text, max(0, start - 40), start):
        return Date(0)
    found = _MONTH_BEFORE.search(text, max(0, start - 60), start)
    if not found:
        return None
    is_public = not found["m"] or before == "月" or _is_rewritten(text, found.start(), date_at)
    return Date(number_of(found["y"]), number_of(found["m"]), day if is_public else 0)


def _is_rewritten(text: str, start: int, recogniser: _Recogniser) -> bool:
    found = recogniser(text, start, start)
    return found is not None and found.canonical != text[found.start : found.end]
